using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// What a revision counts must add up: a kind's counts by reason make its total, and no more changes of a kind are listed
/// than are counted. Fewer may be listed, since a document gives counts where it does not list.
/// </summary>
internal static class RevisionCounts
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var revision in audited.Plan.Revisions)
        {
            foreach (var tallies in revision.Tallies.GroupBy(tally => tally.Kind))
            {
                foreach (var counted in ComparableCounts([.. tallies]))
                {
                    if (ByReason(audited, revision, tallies.Key, counted) is { } mismatch) yield return mismatch;
                }

                if (Listed(audited, revision, tallies.Key, [.. tallies]) is { } listed) yield return listed;
            }
        }
    }

    /// <summary>
    /// Counts of one kind of indicators against each other where both totals and counts by reason are given for it, and what is
    /// left together: a document may count numeric targets and KPIs apart, and the reasons of both at once.
    /// </summary>
    private static IEnumerable<ChangeTally[]> ComparableCounts(ChangeTally[] tallies)
    {
        var byIndicators = tallies.ToLookup(tally => tally.IndicatorKind);
        var whole = byIndicators.Where(IsWhole).ToArray();
        foreach (var counts in whole) yield return [.. counts];
        yield return [.. byIndicators.Except(whole).SelectMany(counts => counts)];

        static bool IsWhole(IEnumerable<ChangeTally> counts) => counts.Any(tally => tally.Reason is null) && counts.Any(tally => tally.Reason is not null);
    }

    private static Finding? ByReason(AuditedPlan audited, Revision revision, ChangeKind kind, ChangeTally[] tallies)
    {
        ChangeTally[] totals = [.. tallies.Where(tally => tally.Reason is null)];
        ChangeTally[] reasons = [.. tallies.Where(tally => tally.Reason is not null)];
        var (total, sum) = (totals.Sum(tally => tally.Count), reasons.Sum(tally => tally.Count));

        // Several totals are either totals of parts, or printings of one.
        if (totals.Length == 0 || reasons.Length == 0 || total == sum || totals.All(tally => tally.Count == sum)) return null;
        return audited.Finding(
            FindingKind.CountMismatch, Severity.Error, null, $"{revision.Id}/{kind}/{tallies[0].IndicatorKind}/reasons", tallies.Select(tally => tally.Citation), $"{total}", $"{sum}",
            language =>
            {
                var parts = string.Join(" + ", reasons.Select(tally => tally.Count));
                return language is Language.Ja
                    ? $"「{revision.Title.In(language)}」の{ChangeName(kind, language)}は{total}件とあるが、理由別の件数は{parts} = {sum}件。"
                    : $"“{revision.Title.In(language)}” counts {total} changes ({ChangeName(kind, language)}), and by reason {parts} = {sum}.";
            }, revision: revision);
    }

    private static Finding? Listed(AuditedPlan audited, Revision revision, ChangeKind kind, ChangeTally[] tallies)
    {
        Change[] listed = [.. revision.Changes.Where(change => change.Kind == kind)];
        var counted = Math.Max(tallies.Where(tally => tally.Reason is null).Sum(tally => tally.Count), tallies.Where(tally => tally.Reason is not null).Sum(tally => tally.Count));
        if (listed.Length <= counted) return null;
        return audited.Finding(
            FindingKind.CountMismatch, Severity.Error, null, $"{revision.Id}/{kind}/listed", tallies.Select(tally => tally.Citation).Concat(listed.Select(change => change.Citation)),
            $"{counted}", $"{listed.Length}",
            language =>
            {
                var titles = List(listed.Select(change => change.Title.In(language)), language);
                return language is Language.Ja
                    ? $"「{revision.Title.In(language)}」の{ChangeName(kind, language)}は{counted}件とあるが、{listed.Length}件が挙げられている：{titles}。"
                    : $"“{revision.Title.In(language)}” counts {counted} changes ({ChangeName(kind, language)}) and lists {listed.Length}: {titles}.";
            }, revision: revision);
    }
}
