using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A plan in the graph.</summary>
public sealed class Plan
{
    private PlanIndex? _index;
    private PlanProgress? _progress;
    private PlanFindings? _findings;

    /// <param name="shownAsOf">Of an edition the day it is shown as of: editions have ids of their own, because a client keeps what it is told by id.</param>
    internal Plan(Municipality municipality, Plans.Plan source, int position, DateOnly? shownAsOf = null)
    {
        (Municipality, Source, Position, ShownAsOf) = (municipality, source, position, shownAsOf);
        Key = shownAsOf is { } day ? GlobalId.EditionKey(source.Id, day) : source.Id;
        Id = GlobalId.Encode(nameof(Plan), Key);
    }

    public string Id { get; }
    public Municipality Municipality { get; }
    public IReadOnlyList<PlanElement> Elements { get; internal set; } = [];
    public IReadOnlyList<Goal> Goals { get; internal set; } = [];
    public IReadOnlyList<Measure> Measures { get; internal set; } = [];
    public IReadOnlyList<Initiative> Initiatives { get; internal set; } = [];
    public IReadOnlyList<Progress> ProgressSeries => Progresses.OfPlan;

    public PlanKind Kind => Source.Kind;
    public PlanStatus Status => Source.Status;
    public Coverage Coverage => Source.Coverage;
    public string? Officeholder => Source.Officeholder;
    public Period? Period => Source.Period is { } span ? new Period(span, Municipality.Source) : null;
    public IReadOnlyList<PlanLevel> Levels => Source.Levels;
    public IReadOnlyList<RatingScale> RatingScales => Source.RatingScales;
    public IReadOnlyList<Statement> Statements => Source.Statements;
    public IReadOnlyList<SourceDocument> Documents => Source.Documents;

    public DateOnly? ShownAsOf { get; }
    public IReadOnlyList<Assessment> Assessments => Source.Assessments;
    public IReadOnlyList<Milestone> Milestones => Source.Milestones;
    public IEnumerable<Revision> Revisions => Source.Revisions.Select(r => new Revision(this, r));
    public IEnumerable<Indicator> Indicators => Source.Indicators.Select(i => new Indicator(this, null, i)).Concat(WithBelow.SelectMany(e => e.Indicators));
    public IEnumerable<Money> Money => Source.Money.Select(m => new Money(this, m));
    public PlanStatistics Statistics => new(this);

    /// <summary>Audited when first asked for. Two that ask at once may both audit, with equal findings, and keep one.</summary>
    internal PlanFindings Findings => LazyInitializer.EnsureInitialized(ref _findings, () => new PlanFindings(this));

    /// <summary>Calculated when first asked for, in some 40 µs: all of a country's plans would take 40 MB. Two that ask at once may both calculate, the same, and keep one.</summary>
    internal PlanProgress Progresses => _progress ?? LazyInitializer.EnsureInitialized(ref _progress, () => new PlanProgress(this));

    internal Plans.Plan Source { get; }
    internal int Position { get; set; }

    /// <summary>What ids are made of: the editors' id, and for an edition its day.</summary>
    internal string Key { get; }
    internal PlanIndex Index => _index ??= new PlanIndex(this);

    /// <summary>All elements in the document's order.</summary>
    internal IEnumerable<PlanElement> WithBelow => Elements.SelectMany(e => e.Below<PlanElement>().Prepend(e));

    public string Title(Language language) => Source.Title.In(language);
    public string? Note(Language language) => Source.Note?.In(language);
    public Progress? Progress(int? fiscalYear) => ProgressSeries.InYear(fiscalYear);

    internal Revision? Revision(string? id) => id is not null && Source.Revisions.FirstOrDefault(r => r.Id == id) is { } source ? new Revision(this, source) : null;
}
