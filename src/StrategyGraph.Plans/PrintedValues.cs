namespace StrategyGraph.Plans;

/// <summary>An indicator's printed values of one part, and which of them belong together.</summary>
internal sealed class PrintedValues(Plan plan, Indicator indicator, string? part)
{
    public Indicator Indicator { get; } = indicator;

    public string? Part { get; } = part;

    public Period? PlanPeriod { get; } = plan.Period;

    public Observation? Baseline => Of(ObservationKind.Baseline).FirstOrDefault(baseline => baseline.Missing is null);

    /// <summary>All that were measured.</summary>
    public IEnumerable<Observation> Actuals => Of(ObservationKind.Actual).Where(actual => actual.Missing is null);

    /// <summary>
    /// The latest, or that of the asked year; of several ending on one day the one of the longest span (the year, not its last quarter),
    /// then the last reported, then the first printed. Where there is none, the reason that stands in its place.
    /// </summary>
    public (Observation? Actual, MissingReason? Missing) Actual(int? fiscalYear)
    {
        var inOrder = Of(ObservationKind.Actual)
            .Where(actual => fiscalYear is null || YearOf(actual) == fiscalYear)
            .OrderByDescending(actual => actual.Period.Span.End).ThenBy(actual => actual.Period.Span.Start).ThenByDescending(actual => actual.ReportedOn)
            .ToList();
        return (inOrder.Find(actual => actual.Missing is null), inOrder is [var latest, ..] ? latest.Missing : null);
    }

    /// <summary>The target of the actual's own period, else of its fiscal year (or the asked one), else the next later, else the last.</summary>
    public Observation? Target(Observation? actual, int? fiscalYear)
    {
        var inOrder = Of(ObservationKind.Target).OrderBy(target => target.Missing is not null).ThenBy(target => target.Period.Span.End).ToList();
        if (inOrder is not [.., var last]) return null;
        var printed = inOrder.FindAll(target => target.Missing is null);
        if (printed is not [.., var final]) return last;
        return (actual is null ? null : printed.Find(target => target.Period.Span == actual.Period.Span))
            ?? ((actual is null ? fiscalYear : YearOf(actual)) is { } year ? printed.Find(target => YearOf(target) >= year) : null)
            ?? final;
    }

    private int YearOf(Observation observation) => plan.Municipality.FiscalYearOf(observation.Period.Span.End).Year;

    private IEnumerable<Observation> Of(ObservationKind kind) => Indicator.Observations.Where(observation => observation.Kind == kind && observation.Part == Part);
}
