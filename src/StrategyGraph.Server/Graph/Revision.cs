using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A revision of a plan in the graph. Made when it is asked for.</summary>
public sealed class Revision
{
    internal Revision(Plan plan, Plans.Revision source) => (Plan, Source) = (plan, source);

    public string Id => GlobalId.Encode(nameof(Revision), $"{Plan.Key}/{Source.Id}");
    public Plan Plan { get; }
    public DateOnly? Date => Source.Date;
    public DateOnly? Effective => Source.Effective;
    public IReadOnlyList<ChangeTally> Tallies => Source.Tallies;
    public SourceDocument Document => Source.Citation.Document;
    public Citation Citation => Source.Citation;

    internal Plans.Revision Source { get; }

    public string Title(Language language) => Source.Title.In(language);
    public string? Reason(Language language) => Source.Reason?.In(language);
    public string? Note(Language language) => Source.Note?.In(language);
    public IEnumerable<string> Kept(Language language) => Source.Kept.Select(k => k.In(language));
    public IEnumerable<Change> Changes(IReadOnlyList<ChangeKind>? kinds) =>
        Source.Changes.Where(c => kinds is null || kinds.Contains(c.Kind)).Select(c => new Change(Plan, c));
}

/// <summary>A change that a revision makes.</summary>
public sealed class Change(Plan plan, Plans.Change source)
{
    public ChangeKind Kind => source.Kind;
    public PlanElement? Element => source.Element is { } id ? plan.Index.Element(id) : null;
    public Indicator? Indicator => source.Indicator is { } id ? plan.Index.Indicator(id) : null;
    public IEnumerable<PlanElement> Others => source.Others.Select(plan.Index.Element).OfType<PlanElement>();
    public Citation Citation => source.Citation;

    public string Title(Language language) => source.Title.In(language);
    public string? Before(Language language) => source.Before?.In(language);
    public string? After(Language language) => source.After?.In(language);
    public string? Reason(Language language) => source.Reason?.In(language);
}

/// <summary>Which revisions brought something in and ended it, by their ids in the plan.</summary>
public readonly record struct Validity
{
    private readonly Plan _plan;
    private readonly string? _introducedBy, _endedBy;

    internal Validity(Plan plan, string? introducedBy, string? endedBy) => (_plan, _introducedBy, _endedBy) = (plan, introducedBy, endedBy);

    public Revision? IntroducedBy => _plan.Revision(_introducedBy);
    public Revision? EndedBy => _plan.Revision(_endedBy);
}
