namespace StrategyGraph.Server.Graph;

/// <summary>How much a plan holds. What it prints again elsewhere (再掲) counts once. Each number is counted when it is asked for.</summary>
public sealed class PlanStatistics(Plan plan)
{
    public int Goals => Count<Goal>();
    public int Themes => Count<Theme>();
    public int Measures => Count<Measure>();
    public int Initiatives => Count<Initiative>();
    public int Indicators => plan.Indicators.Count();
    public int Departments => plan.WithBelow.SelectMany(e => e.Departments).Distinct().Count();
    public int RatedMeasures => Unique.OfType<Measure>().Count(m => m.Progress(null) is { IsRated: true });
    public int Repeats => plan.WithBelow.Count(e => e.Source.RepeatOf is not null);
    public int Ended => Unique.Count(e => e.Source.EndedBy is not null);

    /// <summary>What follows from tags, as everywhere: with what measures inherit, without what is only inferred; a target counts as its goal.</summary>
    public int SdgGoalsCovered(PlanGraph graph)
    {
        var served = new List<FrameworkGoal>();
        foreach (var measure in Unique.OfType<Measure>()) Tagging.AddGoals(measure, served);
        return served.Where(g => g.Framework == graph.Tagging.Sdgs).Select(g => g.Top).Distinct().Count();
    }

    private IEnumerable<PlanElement> Unique => plan.WithBelow.Where(e => e.Source.RepeatOf is null);

    private int Count<T>() where T : PlanElement => Unique.OfType<T>().Count();
}
