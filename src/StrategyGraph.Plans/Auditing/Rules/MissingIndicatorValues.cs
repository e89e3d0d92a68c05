using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A value that an indicator should have and has not: a cell that an editor found empty; a target, where more than half of
/// the plan's indicators have one; an actual for a year in which more than half have one. Only what could be due is looked for.
/// </summary>
internal static class MissingIndicatorValues
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        var indicators = audited.Indicators.ToArray();
        foreach (var (element, indicator) in indicators)
        {
            foreach (var cell in indicator.Observations.Where(value => value.Missing is MissingReason.NotPrinted or MissingReason.NotMeasured or MissingReason.NotSet))
            {
                yield return Missing(
                    audited, element, indicator, $"{cell.Kind}/{cell.Period.Span.End:O}/{cell.Part}", cell.Missing is MissingReason.NotPrinted ? Severity.Warning : Severity.Info, cell.Citation,
                    language => $"{KindOf(cell.Kind, language)} {audited.Period(cell.Period, language)}");
            }
        }

        var targeted = indicators.Count(pair => Has(pair.Indicator, ObservationKind.Target));
        foreach (var (element, indicator) in indicators.Where(pair => 2 * targeted > indicators.Length && !Has(pair.Indicator, ObservationKind.Target)))
            yield return Missing(audited, element, indicator, "target", Severity.Info, null, language => KindOf(ObservationKind.Target, language));

        foreach (var year in indicators.SelectMany(pair => Actuals(audited, pair.Indicator)).Distinct().Order())
        {
            var measured = indicators.Count(pair => Actuals(audited, pair.Indicator).Contains(year));
            if (2 * measured <= indicators.Length) continue;
            foreach (var (element, indicator) in indicators.Where(pair => Stands(audited, pair.Indicator, year) && !Actuals(audited, pair.Indicator).Contains(year)))
                yield return Missing(audited, element, indicator, $"actual/{year}", Severity.Info, null, language => $"{KindOf(ObservationKind.Actual, language)} {Year(year, language)}");
        }
    }

    private static Finding Missing(
        AuditedPlan audited, PlanElement? element, Indicator indicator, string distinction, Severity severity, Citation? citation, Func<Language, string> what) => audited.Finding(
            FindingKind.MissingValue, severity, element, $"{indicator.Id}/{distinction}", citation is null ? indicator.Citations : [citation], null, null,
            language => language is Language.Ja
                ? $"指標{Name(null, indicator.Name, language)}の{what(language)}の値がない。"
                : $"The indicator {Name(null, indicator.Name, language)} has no value here: {what(language)}.", indicator);

    private static bool Has(Indicator indicator, ObservationKind kind) => indicator.Observations.Any(value => value.Kind == kind);

    /// <summary>The fiscal years that actuals, or the reasons for there being none, are of.</summary>
    private static IEnumerable<FiscalYear> Actuals(AuditedPlan audited, Indicator indicator) => indicator.Observations
        .Where(value => value.Kind is ObservationKind.Actual)
        .Select(value => audited.Plan.Municipality.FiscalYearOf(value.Period.Span.End));

    /// <summary>Whether it is in the plan in that year, by the revisions that brought it in and ended it.</summary>
    private static bool Stands(AuditedPlan audited, Indicator indicator, FiscalYear year) =>
        !(When(audited, indicator.IntroducedBy) > year.Start) && !(When(audited, indicator.EndedBy) <= year.End);

    private static DateOnly? When(AuditedPlan audited, string? id) =>
        audited.Plan.Revisions.FirstOrDefault(revision => revision.Id == id) is { } revision ? revision.Effective ?? revision.Date : null;

    private static string KindOf(ObservationKind kind, Language language) => (kind, language) switch
    {
        (ObservationKind.Baseline, Language.Ja) => "基準値",
        (ObservationKind.Target, Language.Ja) => "目標値",
        (ObservationKind.Actual, Language.Ja) => "実績値",
        (ObservationKind.Forecast, Language.Ja) => "見込値",
        (ObservationKind.Baseline, _) => "baseline",
        (ObservationKind.Target, _) => "target",
        (ObservationKind.Actual, _) => "actual",
        _ => "forecast",
    };
}
