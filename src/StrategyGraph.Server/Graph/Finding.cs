using StrategyGraph.Plans;
using StrategyGraph.Plans.Auditing;

namespace StrategyGraph.Server.Graph;

/// <summary>A finding of the audit in the graph.</summary>
public sealed class Finding
{
    internal Finding(Plan plan, Plans.Auditing.Finding source, int position) => (Plan, Source, Position) = (plan, source, position);

    public string Id => GlobalId.Encode(nameof(Finding), $"{Plan.Key}/{Source.Key}");
    public Plan Plan { get; }
    public PlanElement? Element => Source.Element is { } element ? Plan.Index.Element(element.Id) : null;
    public Indicator? Indicator => Source.Indicator is { } indicator ? Plan.Index.Indicator(indicator.Id) : null;
    public Revision? Revision => Plan.Revision(Source.Revision?.Id);
    public ElementRole? Role => Source.Element?.Level.Role;
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

    internal Plans.Auditing.Finding Source { get; }

    public string Message(Language language) => Source.Message(language);
}

/// <summary>What the audit of one plan finds.</summary>
internal sealed class PlanFindings
{
    private readonly ILookup<Plans.PlanElement, Finding> _byElement;

    public PlanFindings(Plan plan)
    {
        All = [.. PlanAudit.Of(plan.Source, plan.Municipality.Plans.Select(other => other.Source)).Select((found, position) => new Finding(plan, found, position))];
        _byElement = All.Where(finding => finding.Source.Element is not null).ToLookup(finding => finding.Source.Element!);
    }

    /// <summary>Those of the plan as a whole first, then in the order of its elements, then by kind.</summary>
    public IReadOnlyList<Finding> All { get; }

    public IEnumerable<Finding> Of(PlanElement element) => _byElement[element.Source];

    public Finding? WithKey(string key) => All.FirstOrDefault(finding => finding.Source.Key == key);
}
