using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// What a revision says it added or ended, and what elements and indicators say brought them in or ended them, must be the
/// same: the plan as of a day follows from the one, the list of changes from the other. What came or went with its parent
/// need not be listed, nor anything of a kind that the revision only counts.
/// </summary>
internal static class RevisionLinks
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var revision in audited.Plan.Revisions)
        {
            foreach (var change in revision.Changes)
            {
                if (Subject(audited, change) is not { } subject) continue;
                if (subject.RevisionSaid != revision.Id)
                    yield return Mismatch(audited, revision, subject.Element, $"{change.Kind}/{change.Element}/{change.Indicator}", change.Citation, Adds(change.Kind) is true, true, change.Title);
                if (change.Kind is not ChangeKind.IndicatorAdded && subject.Element is { } changed && KindOf(changed, Adds(change.Kind) is true) is var kind && kind != change.Kind)
                    yield return OfAnotherLevel(audited, revision, change, changed);
            }

            foreach (var element in audited.Elements.Where(element => element.RepeatOf is null))
            {
                foreach (var came in new[] { true, false })
                {
                    if ((came ? element.IntroducedBy : element.EndedBy) != revision.Id || WithParent(audited, element, revision, came)) continue;
                    if (revision.Changes.Any(change => (change.Element == element.Id || change.Others.Contains(element.Id)) && change.Kind is not ChangeKind.SummaryAmended)) continue;
                    var kind = KindOf(element, came);
                    if (kind is null || revision.Tallies.Any(tally => tally.Kind == kind)) continue;
                    yield return Mismatch(audited, revision, element, $"{came}", element.Citations[0], came, false, element.Title);
                }
            }
        }
    }

    /// <summary>What a change adds or ends, and the revision that this itself says did so; null for other changes and for what is not in the file.</summary>
    private static (PlanElement? Element, string? RevisionSaid)? Subject(AuditedPlan audited, Change change)
    {
        if (Adds(change.Kind) is not { } added) return null;
        if (change.Kind is ChangeKind.IndicatorAdded)
            return audited.Indicators.FirstOrDefault(pair => pair.Indicator.Id == change.Indicator) is { Indicator: { } indicator, Element: var of } ? (of, indicator.IntroducedBy) : null;
        return change.Element is { } id && audited.Find(id) is { } element ? (element, added ? element.IntroducedBy : element.EndedBy) : null;
    }

    private static Finding OfAnotherLevel(AuditedPlan audited, Revision revision, Change change, PlanElement element) => audited.Finding(
        FindingKind.RevisionMismatch, Severity.Warning, element, $"{revision.Id}/{change.Kind}/level", [change.Citation, .. element.Citations.Take(1)],
        ChangeName(change.Kind, Language.Ja), element.Level.Term,
        language => language is Language.Ja
            ? $"「{revision.Title.In(language)}」は{Name(null, change.Title, language)}を「{ChangeName(change.Kind, language)}」に挙げるが、計画の中での段階は{element.Level.Term}である。"
            : $"“{revision.Title.In(language)}” lists {Name(null, change.Title, language)} under {ChangeName(change.Kind, language)}, and its level in the plan is {element.Level.Term} ({EnumNames<ElementRole>.Of(element.Level.Role)}).", revision: revision);

    private static Finding Mismatch(AuditedPlan audited, Revision revision, PlanElement? element, string distinction, Citation citation, bool added, bool listed, Text title) => audited.Finding(
        FindingKind.RevisionMismatch, Severity.Warning, element, $"{revision.Id}/{distinction}", [revision.Citation, citation],
        listed ? $"{(added ? "introducedBy" : "endedBy")}: {revision.Id}" : element is null ? null : $"{KindName(element, added)}: {element.Id}", null,
        language => (language, added, listed) switch
        {
            (Language.Ja, true, true) => $"「{revision.Title.In(language)}」は{Name(null, title, language)}を追加したとするが、項目の側にはその改訂で加わったとの記載がない。",
            (Language.Ja, false, true) => $"「{revision.Title.In(language)}」は{Name(null, title, language)}を終了したとするが、項目の側にはその改訂で終わったとの記載がない。",
            (Language.Ja, true, false) => $"{Name(null, title, language)}は「{revision.Title.In(language)}」で加わったとされるが、その変更一覧にない。",
            (Language.Ja, false, false) => $"{Name(null, title, language)}は「{revision.Title.In(language)}」で終わったとされるが、その変更一覧にない。",
            (_, true, true) => $"“{revision.Title.In(language)}” lists {Name(null, title, language)} as added, and the item itself does not say that this revision brought it in.",
            (_, false, true) => $"“{revision.Title.In(language)}” lists {Name(null, title, language)} as ended, and the item itself does not say that this revision ended it.",
            (_, true, false) => $"{Name(null, title, language)} says that “{revision.Title.In(language)}” brought it in, and its list of changes has no such entry.",
            (_, false, false) => $"{Name(null, title, language)} says that “{revision.Title.In(language)}” ended it, and its list of changes has no such entry.",
        }, revision: revision);

    /// <summary>Whether a kind of change adds something (or ends it); null for the others.</summary>
    private static bool? Adds(ChangeKind kind) => kind switch
    {
        ChangeKind.MeasureAdded or ChangeKind.InitiativeAdded or ChangeKind.IndicatorAdded => true,
        ChangeKind.MeasureEnded or ChangeKind.InitiativeEnded => false,
        _ => null,
    };

    private static string KindName(PlanElement element, bool added) => KindOf(element, added) is { } kind ? EnumNames<ChangeKind>.Of(kind) : "";

    private static ChangeKind? KindOf(PlanElement element, bool added) => (element.Level.Role, added) switch
    {
        (ElementRole.Measure, true) => ChangeKind.MeasureAdded,
        (ElementRole.Measure, false) => ChangeKind.MeasureEnded,
        (ElementRole.Initiative, true) => ChangeKind.InitiativeAdded,
        (ElementRole.Initiative, false) => ChangeKind.InitiativeEnded,
        _ => null,
    };

    private static bool WithParent(AuditedPlan audited, PlanElement element, Revision revision, bool added)
    {
        for (var at = audited.Tree.Nodes[audited.Place(element)].Parent; at > 0; at = audited.Tree.Nodes[at].Parent)
        {
            var above = audited.Tree.Nodes[at].Element!;
            if ((added ? above.IntroducedBy : above.EndedBy) == revision.Id) return true;
        }

        return false;
    }
}
