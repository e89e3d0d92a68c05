using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A value of an indicator that is printed in two places must be the same in both: one baseline, target or actual of one
/// period and part. Values reported at different times may differ, and targets that a revision changed do.
/// </summary>
internal static class ConflictingObservations
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        var changed = audited.Plan.Revisions.SelectMany(revision => revision.Changes)
            .Where(change => change.Kind is ChangeKind.TargetChanged or ChangeKind.IndicatorReplaced).Select(change => change.Indicator).ToHashSet();
        foreach (var (element, indicator) in audited.Indicators)
        {
            var printed = indicator.Observations
                .Where(value => value.Missing is null && !(value.Kind is ObservationKind.Target && changed.Contains(indicator.Id)))
                .GroupBy(value => (value.Kind, value.Period.Span, value.Part, value.Comparator, value.ReportedOn));
            foreach (var printings in printed)
            {
                Observation[] different = [.. printings.DistinctBy(value => (value.Value, value.Upper, value.Value is null ? PrintedNumber.WithoutSpaces(value.Text) : null))];
                if (different.Length < 2 || different.Select(value => value.Citation).Distinct().Count() < 2) continue;
                yield return audited.Finding(
                    FindingKind.SourcesConflict, Severity.Error, element, $"{indicator.Id}/{printings.Key.Kind}/{printings.Key.Span.End:O}/{printings.Key.Part}",
                    different.Select(value => value.Citation), different[0].Text, string.Join(", ", different.Skip(1).Select(value => value.Text)),
                    language =>
                    {
                        var places = List(different.Select(value => At(value.Text, value.Citation ?? indicator.Citations[0], language)), language);
                        return language is Language.Ja
                            ? $"指標{Name(null, indicator.Name, language)}の{audited.Period(different[0].Period, language)}の値が所によって異なる：{places}。"
                            : $"The indicator {Name(null, indicator.Name, language)} has several values for {audited.Period(different[0].Period, language)}: {places}.";
                    }, indicator);
            }
        }
    }
}
