using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>The progress of a plan and of all its elements.</summary>
internal sealed class PlanProgress
{
    private readonly IReadOnlyList<Progress>[] _series;
    private readonly int _first;

    public PlanProgress(Plan plan)
    {
        var calculation = new ProgressCalculation(plan.Source);
        OfPlan = calculation.Series();
        _first = plan.Elements is [var first, ..] ? first.Position : 0;
        _series = [.. plan.WithBelow.Select(e => calculation.Series(e.Source))];
    }

    public IReadOnlyList<Progress> OfPlan { get; }

    /// <summary>By fiscal year, from the first.</summary>
    public IReadOnlyList<Progress> Of(PlanElement element) => _series[element.Position - _first];
}
