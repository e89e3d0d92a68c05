using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>That a plan or element serves a framework's goal, as it holds for whoever was asked.</summary>
public sealed class Tag
{
    private readonly Plans.Tag _source;

    /// <param name="element">Null for a tag of the plan as a whole.</param>
    internal Tag(Plan plan, PlanElement? element, FrameworkGoal goal, Plans.Tag source) => (Plan, Element, Goal, _source) = (plan, element, goal, source);

    private Tag(PlanElement element, Tag inheritedFrom) : this(element.Plan, element, inheritedFrom.Goal, inheritedFrom._source) => InheritedFrom = inheritedFrom;

    public Plan Plan { get; }
    public PlanElement? Element { get; }
    public FrameworkGoal Goal { get; }
    /// <summary>The tag of an element above that this one follows from; null where the element has it itself.</summary>
    public Tag? InheritedFrom { get; }

    public TagBasis Basis => InheritedFrom is null ? _source.Basis : TagBasis.Inherited;
    public double? Confidence => _source.Confidence;
    public Citation? Citation => _source.Citation;

    public string? Rationale(Language language) => _source.Rationale?.In(language);

    /// <summary>The same tag as it holds for an element below.</summary>
    internal Tag For(PlanElement below) => new(below, InheritedFrom ?? this);
}

/// <summary>That two elements belong together, seen from one of them.</summary>
public sealed class Link
{
    private readonly Plans.Link _source;
    private readonly bool _isIncoming;

    /// <param name="isIncoming">Whether it is seen from <paramref name="to"/>.</param>
    internal Link(PlanElement from, PlanElement to, Plans.Link source, bool isIncoming) => (From, To, _source, _isIncoming) = (from, to, source, isIncoming);

    public PlanElement From { get; }
    public PlanElement To { get; }
    /// <summary>The end that is not the element that was asked.</summary>
    public PlanElement Other => _isIncoming ? From : To;
    public LinkKind Kind => _source.Kind;
    public TagBasis Basis => _source.Basis;
    public double? Confidence => _source.Confidence;
    public Citation? Citation => _source.Citation;

    public string? Rationale(Language language) => _source.Rationale?.In(language);

    /// <summary>The same link between the elements of a plan as of a day, where they are that plan's; null where one was not there.</summary>
    internal Link? In(Plan edition) => End(From, edition) is { } from && End(To, edition) is { } to ? new(from, to, _source, _isIncoming) : null;

    private static PlanElement? End(PlanElement end, Plan edition) => end.Plan.Source.Id == edition.Source.Id ? edition.Index.Element(end.Source.Id) : end;
}
