using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A running total (累計) cannot fall from one time to the next. Percentages of progress are left alone: nothing says that
/// they only grow, and an honest one may fall.
/// </summary>
internal static class FallingTotals
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var (element, indicator) in audited.Indicators.Where(pair => pair.Indicator.Accumulation is Accumulation.Cumulative))
        {
            var series = indicator.Observations.Where(value => value is { Kind: ObservationKind.Actual, Value: not null })
                .GroupBy(value => (value.Part, value.Period.Kind), (_, values) => values.OrderBy(value => value.Period.Span.End).ToArray());
            foreach (var (earlier, later) in series.SelectMany(values => values.Zip(values.Skip(1))))
            {
                if (later.Value >= earlier.Value || later.Period.Span.End == earlier.Period.Span.End) continue;
                yield return audited.Finding(
                    FindingKind.FallingTotal, Severity.Warning, element, $"{indicator.Id}/{later.Period.Span.End:O}/{later.Part}", [earlier.Citation, later.Citation], $"≥ {earlier.Text}", later.Text,
                    language => language is Language.Ja
                        ? $"累計の指標{Name(null, indicator.Name, language)}が{audited.Period(earlier.Period, language)}の{earlier.Text}から{audited.Period(later.Period, language)}の{later.Text}へ減っている。"
                        : $"The running total {Name(null, indicator.Name, language)} falls from {earlier.Text} ({audited.Period(earlier.Period, language)}) to {later.Text} ({audited.Period(later.Period, language)}).", indicator);
            }
        }
    }
}
