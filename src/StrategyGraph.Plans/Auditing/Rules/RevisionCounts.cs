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
                ChangeTally[] totals = [.. tallies.Where(tally => tally.Reason is null)];
                ChangeTally[] reasons = [.. tallies.Where(tally => tally.Reason is not null)];
                var (total, byReason) = (totals.Sum(tally => tally.Count), reasons.Sum(tally => tally.Count));
                var name = EnumNames<ChangeKind>.Of(tallies.Key);

                // Several totals are either printings of one, or totals of parts.
                if (totals.Length > 0 && reasons.Length > 0 && total != byReason && totals.All(tally => tally.Count != byReason))
                {
                    yield return audited.Finding(
                        FindingKind.CountMismatch, Severity.Error, null, $"{revision.Id}/{name}/reasons", tallies.Select(tally => tally.Citation), $"{total}", $"{byReason}",
                        language =>
                        {
                            var sum = string.Join(" + ", reasons.Select(tally => tally.Count));
                            return language is Language.Ja
                                ? $"「{revision.Title.In(language)}」の{name}は{total}件とあるが、理由別の件数は{sum} = {byReason}件。"
                                : $"“{revision.Title.In(language)}” counts {total} changes ({name}), and by reason {sum} = {byReason}.";
                        });
                }

                Change[] listed = [.. revision.Changes.Where(change => change.Kind == tallies.Key)];
                var counted = Math.Max(total, byReason);
                if (listed.Length <= counted) continue;
                yield return audited.Finding(
                    FindingKind.CountMismatch, Severity.Error, null, $"{revision.Id}/{name}/listed", tallies.Select(tally => tally.Citation).Concat(listed.Select(change => change.Citation)), $"{counted}", $"{listed.Length}",
                    language => language is Language.Ja
                        ? $"「{revision.Title.In(language)}」の{name}は{counted}件とあるが、{listed.Length}件が挙げられている：{List(listed.Select(change => change.Title.In(language)), language)}。"
                        : $"“{revision.Title.In(language)}” counts {counted} changes ({name}) and lists {listed.Length}: {List(listed.Select(change => change.Title.In(language)), language)}.");
            }
        }
    }
}
