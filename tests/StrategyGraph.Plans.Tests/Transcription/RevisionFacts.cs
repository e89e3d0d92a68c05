namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>What a plan file claims that its document prints of a revision: what is kept, each change, the counts.</summary>
internal static class RevisionFacts
{
    public static IEnumerable<Fact> Of(Plan plan, Revision revision)
    {
        var place = revision.Citation.Locator;
        yield return PlanFacts.Titled(place, "revision", revision.Title, null);
        if (revision.Date is { } date) yield return new Fact(place, "date", PlanFacts.Day(date));
        if (revision.Effective is { } effective) yield return new Fact(place, "effective", PlanFacts.Day(effective));
        if (revision.Reason is { } reason) yield return new Fact(place, "reason", Reason(reason.Ja!));
        foreach (var kept in revision.Kept) yield return new Fact(place, "kept", Wording.Plain(kept.Ja!));
        foreach (var fact in revision.Changes.SelectMany(change => OfChange(plan, change))) yield return fact;
        foreach (var fact in revision.Tallies.SelectMany(OfTally)) yield return fact;
    }

    /// <summary>A reason is told in nearly the document's words: its figures, names and longer terms are facts.</summary>
    public static string Reason(string prose) => $"{Wording.FiguresAndNames(prose)} {Wording.InOrder(Wording.Terms(prose, 4))}".Trim();

    public static Fact Change(string place, ChangeKind kind, string what) => new(place, "change", $"{EnumNames<ChangeKind>.Of(kind)} {what}");

    public static Fact Tally(string place, ChangeKind kind, IndicatorKind? of, int count) =>
        new(place, "tally", $"{EnumNames<ChangeKind>.Of(kind)} {(of is { } indicators ? EnumNames<IndicatorKind>.Of(indicators) + " " : "")}{count}");

    /// <summary>What was added by its longer terms; what was removed, always short, by all of its terms.</summary>
    public static IEnumerable<Fact> Difference(string place, string added, string removed)
    {
        if (added.Length > 0) yield return new Fact(place, "added", Wording.InOrder(Wording.Terms(added, 4).Except(Wording.Terms(removed, 4))));
        if (removed.Length > 0) yield return new Fact(place, "removed", Wording.InOrder(Wording.Terms(removed, 2).Except(Wording.Terms(added, 2))));
    }

    private static IEnumerable<Fact> OfChange(Plan plan, Change change)
    {
        var place = change.Citation.Locator;
        yield return Change(place, change.Kind, change.Indicator is null ? Path(plan.Elements, change.Element!) : Wording.Plain(change.Title.Ja!));
        if (change.Before is { } before) yield return new Fact(place, "before", Wording.FiguresAndNames(before.Ja!));
        if (change.After is not { } after) yield break;
        yield return new Fact(place, "after", Wording.FiguresAndNames(after.Ja!));
        if (change is not { Kind: ChangeKind.SummaryAmended, Before.Ja: { } former }) yield break;
        var (start, end) = (0, 0);
        while (start < Math.Min(former.Length, after.Ja!.Length) && former[start] == after.Ja[start]) start++;
        while (end < Math.Min(former.Length, after.Ja!.Length) - start && former[^(end + 1)] == after.Ja[^(end + 1)]) end++;
        foreach (var fact in Difference(place, after.Ja[start..^end], former[start..^end])) yield return fact;
    }

    private static IEnumerable<Fact> OfTally(ChangeTally tally)
    {
        yield return Tally(tally.Citation.Locator, tally.Kind, tally.IndicatorKind, tally.Count);
        if (tally.Reason is { } reason) yield return new Fact(tally.Citation.Locator, "reason", Reason(reason.Ja!));
    }

    /// <summary>The labels of the goal and the measure that an element is or lies under: 1-②.</summary>
    private static string Path(IEnumerable<PlanElement> elements, string id)
    {
        return string.Join('-', Above(elements, id)!.Where(element => element.Level.Role is ElementRole.Goal or ElementRole.Measure).Select(element => element.Label));

        static IEnumerable<PlanElement>? Above(IEnumerable<PlanElement> elements, string id) =>
            elements.Select(element => element.Id == id ? [element] : Above(element.Children, id)?.Prepend(element)).FirstOrDefault(path => path is not null);
    }
}
