using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>The dimensions by their names.</summary>
internal static class GroupDimensions
{
    /// <param name="framework">What <see cref="MeasureDimension.FrameworkGoal"/> groups by.</param>
    public static GroupDimension Of(MeasureDimension kind, PlanGraph graph, Framework? framework) => kind switch
    {
        MeasureDimension.Municipality => OfPlans(kind, graph, p => p.Municipality, m => (m.Code.Value, m.Source.Name, m)),
        MeasureDimension.Prefecture => Prefectures(graph),
        MeasureDimension.Plan => OfPlans(kind, graph, p => p, p => (p.Id, p.Source.Title, p)),
        MeasureDimension.PlanKind => OfPlans(kind, graph, p => (PlanKind?)p.Kind, k => Word(k!.Value), Enum.GetValues<PlanKind>().Cast<PlanKind?>()),
        MeasureDimension.PlanStatus => OfPlans(kind, graph, p => (PlanStatus?)p.Status, s => Word(s!.Value), Enum.GetValues<PlanStatus>().Cast<PlanStatus?>()),
        MeasureDimension.Goal => new GoalDimension(graph),
        MeasureDimension.Department => new DepartmentDimension(graph.Table),
        MeasureDimension.SdgGoal => new FrameworkDimension(kind, graph, graph.Tagging.Sdgs),
        MeasureDimension.FrameworkGoal => new FrameworkDimension(kind, graph, framework),
        MeasureDimension.FiscalYear => new YearDimension(graph.Table.FirstYear, graph.Table.LastYear),
        _ => new YardstickDimension(graph.Table),
    };

    /// <summary>By their Japanese names: files need not agree on the English one.</summary>
    private static PlanDimension Prefectures(PlanGraph graph)
    {
        var names = graph.Municipalities.Select(m => m.Source.Prefecture).OfType<Text>().DistinctBy(p => p.In(Language.Ja)).ToDictionary(p => p.In(Language.Ja));
        return OfPlans(MeasureDimension.Prefecture, graph, p => p.Municipality.Source.Prefecture is { } name ? names[name.In(Language.Ja)] : null, p => (p.In(Language.Ja), p, null));
    }

    /// <param name="order">The values in their order; that of the plans when left out.</param>
    private static PlanDimension OfPlans<T>(
        MeasureDimension kind, PlanGraph graph, Func<Plan, T?> valueOf, Func<T, (string, Text, object?)> describe, IEnumerable<T>? order = null)
    {
        T[] values = [.. order ?? graph.Plans.Select(valueOf).OfType<T>().Distinct()];
        var numbers = values.Select((value, number) => (value, number)).ToDictionary(v => (object)v.value!, v => v.number);
        return new PlanDimension(kind, [.. graph.Plans.Select(p => valueOf(p) is { } value ? numbers[value] : -1)], values.Length, number => describe(values[number]));
    }

    private static (string, Text, object?) Word(PlanKind kind) => kind switch
    {
        PlanKind.ComprehensiveStrategy => ("COMPREHENSIVE_STRATEGY", new Text("総合戦略", "Comprehensive strategy"), null),
        PlanKind.PledgeSet => ("PLEDGE_SET", new Text("市長公約", "Pledge set"), null),
        PlanKind.PolicyAddress => ("POLICY_ADDRESS", new Text("市政方針", "Policy address"), null),
        PlanKind.ComprehensivePlan => ("COMPREHENSIVE_PLAN", new Text("総合計画", "Comprehensive plan"), null),
        _ => ("OTHER", new Text("その他の計画", "Other plan"), null),
    };

    private static (string, Text, object?) Word(PlanStatus status) => status switch
    {
        PlanStatus.Outline => ("OUTLINE", new Text("骨子案", "Outline"), null),
        PlanStatus.Draft => ("DRAFT", new Text("素案", "Draft"), null),
        PlanStatus.Adopted => ("ADOPTED", new Text("策定", "Adopted"), null),
        PlanStatus.Revised => ("REVISED", new Text("改訂", "Revised"), null),
        _ => ("ENDED", new Text("終了", "Ended"), null),
    };
}
