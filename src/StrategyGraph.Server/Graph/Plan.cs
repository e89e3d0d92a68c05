using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A plan in the graph.</summary>
public sealed class Plan
{
    private PlanFindings? _findings;

    internal Plan(Municipality municipality, Plans.Plan source, int position)
    {
        (Municipality, Source, Position) = (municipality, source, position);
        Id = GlobalId.Encode(nameof(Plan), source.Id);
    }

    public string Id { get; }
    public Municipality Municipality { get; }
    public IReadOnlyList<PlanElement> Elements { get; internal set; } = [];
    public IReadOnlyList<Goal> Goals { get; internal set; } = [];
    public IReadOnlyList<Measure> Measures { get; internal set; } = [];
    public IReadOnlyList<Initiative> Initiatives { get; internal set; } = [];
    public IReadOnlyList<Progress> ProgressSeries { get; internal set; } = [];

    public PlanKind Kind => Source.Kind;
    public PlanStatus Status => Source.Status;
    public Coverage Coverage => Source.Coverage;
    public string? Officeholder => Source.Officeholder;
    public Period? Period => Source.Period;
    public IReadOnlyList<PlanLevel> Levels => Source.Levels;
    public IReadOnlyList<RatingScale> RatingScales => Source.RatingScales;
    public IReadOnlyList<Statement> Statements => Source.Statements;
    public IReadOnlyList<SourceDocument> Documents => Source.Documents;

    /// <summary>Audited when first asked for. Two that ask at once may both audit, with equal findings, and keep one.</summary>
    internal PlanFindings Findings => LazyInitializer.EnsureInitialized(ref _findings, () => new PlanFindings(this));

    internal Plans.Plan Source { get; }
    internal int Position { get; }

    public string Title(Language language) => Source.Title.In(language);
    public string? Note(Language language) => Source.Note?.In(language);
    public Progress? Progress(int? fiscalYear) => ProgressSeries.InYear(fiscalYear);
}
