using StrategyGraph.Plans;
using StrategyGraph.Plans.Auditing;

namespace StrategyGraph.Server.Graph;

/// <summary>A finding of the audit in the graph.</summary>
public sealed class Finding
{
    internal Finding(Plan plan, PlanElement? element, Plans.Auditing.Finding source, int position)
    {
        (Plan, Element, Source, Position) = (plan, element, source, position);
        Id = GlobalId.Encode(nameof(Finding), source.Key);
    }

    public string Id { get; }
    public Plan Plan { get; }
    public PlanElement? Element { get; }
    public ElementRole? Role => Element?.Role;
    public FindingKind Kind => Source.Kind;
    public Severity Severity => Source.Severity;
    public string? Expected => Source.Expected;
    public string? Found => Source.Found;
    public IReadOnlyList<Citation> Citations => Source.Citations;

    /// <summary>Plan by plan, in each by the order of its audit.</summary>
    internal static IComparer<Finding> Order { get; } = Comparer<Finding>.Create((x, y) =>
        x.Plan.Position.CompareTo(y.Plan.Position) is var byPlan and not 0 ? byPlan : x.Position.CompareTo(y.Position));

    /// <summary>Its place among the findings of its plan.</summary>
    internal int Position { get; }

    private Plans.Auditing.Finding Source { get; }

    public string Message(Language language) => Source.Message(language);
}

/// <summary>What the audit of one plan finds.</summary>
internal sealed class PlanFindings
{
    private readonly ILookup<PlanElement, Finding> _byElement;

    public PlanFindings(Plan plan)
    {
        var elements = plan.Elements.SelectMany(element => element.Below<PlanElement>().Prepend(element)).ToDictionary(element => element.Source);
        All =
        [
            .. PlanAudit.Of(plan.Source, plan.Municipality.Plans.Select(other => other.Source))
                .Select((found, position) => new Finding(plan, found.Element is null ? null : elements[found.Element], found, position)),
        ];
        _byElement = All.Where(finding => finding.Element is not null).ToLookup(finding => finding.Element!);
    }

    /// <summary>Those of the plan as a whole first, then in the order of its elements, then by kind.</summary>
    public IReadOnlyList<Finding> All { get; }

    public IEnumerable<Finding> Of(PlanElement element) => _byElement[element];
}
