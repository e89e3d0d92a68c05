namespace StrategyGraph.Server.Graph;

/// <summary>A plan's elements and indicators by the editors' ids. Made when something is first looked up in the plan.</summary>
internal sealed class PlanIndex
{
    private readonly Dictionary<string, PlanElement> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Indicator> _indicators = new(StringComparer.Ordinal);

    public PlanIndex(Plan plan)
    {
        foreach (var element in plan.WithBelow) _elements.Add(element.Source.Id, element);
        foreach (var indicator in plan.Indicators) _indicators.Add(indicator.Source.Id, indicator);
    }

    public PlanElement? Element(string id) => _elements.GetValueOrDefault(id);
    public Indicator? Indicator(string id) => _indicators.GetValueOrDefault(id);
}
