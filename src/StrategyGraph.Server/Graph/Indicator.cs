using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>An indicator in the graph. Made when it is asked for: plans print many, and few questions are about them.</summary>
public sealed class Indicator
{
    internal Indicator(Plan plan, PlanElement? element, Plans.Indicator source) => (Plan, Element, Source) = (plan, element, source);

    public string Id => GlobalId.Encode(nameof(Indicator), $"{Plan.Key}/{Source.Id}");
    public Plan Plan { get; }

    /// <summary>Null for the plan's own.</summary>
    public PlanElement? Element { get; }
    public IndicatorKind Kind => Source.Kind;
    public string? Unit => Source.Unit;
    public decimal Scale => Source.Scale;
    public string? Base => Source.Base;
    public IndicatorDirection Direction => Source.Direction;
    public Accumulation Accumulation => Source.Accumulation;
    public IReadOnlyList<Citation> Citations => Source.Citations;
    public Validity Validity => new(Plan, Source.IntroducedBy, Source.EndedBy);
    public IEnumerable<Observation> Observations => Source.Observations.Select(o => new Observation(Plan, o));

    /// <summary>The whole's, else the first part's.</summary>
    public Observation? Baseline
    {
        get
        {
            var baselines = Of(ObservationKind.Baseline).ToList();
            return baselines.Find(b => b.Part is null) ?? (baselines is [var first, ..] ? first : null);
        }
    }

    public IEnumerable<Observation> Targets => Of(ObservationKind.Target);
    public IEnumerable<Observation> Actuals => Of(ObservationKind.Actual);
    public IEnumerable<Observation> Forecasts => Of(ObservationKind.Forecast);

    internal Plans.Indicator Source { get; }

    public string Name(Language language) => Source.Name.In(language);
    public string? Note(Language language) => Source.Note?.In(language);
    public Attainment Attainment(int? fiscalYear) => new(Plan, Plans.Attainment.Of(Plan.Source, Source, fiscalYear));

    private IEnumerable<Observation> Of(ObservationKind kind) => Observations.Where(o => o.Kind == kind);
}

/// <summary>A printed value of an indicator, as an answer shows it.</summary>
public sealed class Observation(Plan plan, Plans.Observation source)
{
    public ObservationKind Kind => source.Kind;
    public Period Period => new(source.Period, plan.Municipality.Source);
    public PeriodKind PeriodKind => source.Period.Kind;
    public string Text => source.Text;
    public decimal? Value => source.Value;
    public decimal? Upper => source.Upper;
    public Comparator Comparator => source.Comparator;
    public string? Part => source.Part;
    public MissingReason? Missing => source.Missing;
    public DateOnly? ReportedOn => source.ReportedOn;
    public Citation? Citation => source.Citation;
}

/// <summary>What was made of an indicator's values, with the values.</summary>
public sealed class Attainment(Plan plan, Plans.Attainment source)
{
    public double? Percent => source.Percent;
    public AttainmentVerdict Verdict => source.Verdict;
    public string Formula => source.Formula;
    public string? Part => source.Part;
    public Observation? Target => source.Target is { } target ? new(plan, target) : null;
    public IEnumerable<Observation> Actuals => source.Actuals.Select(a => new Observation(plan, a));
    public Observation? Baseline => source.Baseline is { } baseline ? new(plan, baseline) : null;
    public IEnumerable<Attainment> Parts => source.Parts.Select(p => new Attainment(plan, p));
}

/// <summary>A printed amount, as an answer shows it.</summary>
public sealed class Money(Plan plan, Plans.Money source)
{
    public string Name => source.Name;
    public string Text => source.Text;
    public decimal? Amount => source.Amount;
    public decimal Scale => source.Scale;
    public string Currency => source.Currency;
    public Period Period => new(source.Period, plan.Municipality.Source);
    public PeriodKind PeriodKind => source.Period.Kind;
    public Citation Citation => source.Citation;
}
