using System.Collections.Immutable;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>The progress of a plan and of all its elements.</summary>
internal sealed class PlanProgress(Plan plan)
{
    private readonly ImmutableArray<IReadOnlyList<Progress>> _series = new ProgressCalculation(plan.Source).All;
    // The graph numbers a plan's elements in the document's order, as the calculation lists them after the plan itself.
    private readonly int _before = plan.Elements is [var first, ..] ? first.Position - 1 : 0;

    public IReadOnlyList<Progress> OfPlan => _series[0];

    /// <summary>By fiscal year, from the first.</summary>
    public IReadOnlyList<Progress> Of(PlanElement element) => _series[element.Position - _before];
}
