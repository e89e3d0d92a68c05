using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

// Lists that can be filtered and ordered, below the root.

internal static class MunicipalityResolvers
{
    public static IReadOnlyList<Plan> Plans(Municipality municipality, PlanGraph graph, PlanFilterInput? where, IReadOnlyList<PlanSortInput>? order) => Matching.List(
        municipality.Plans, where is null ? null : p => where.Matches(p, graph), order is null ? null : (x, y) => PlanSortInput.Compare(order, x, y, graph));
}

internal static class PlanResolvers
{
    public static IReadOnlyList<Measure> Measures(Plan plan, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        Select(plan.Measures, graph, where, order);

    public static IReadOnlyList<Finding> Findings(Plan plan, PlanGraph graph, FindingFilterInput? where) =>
        Matching.List(plan.Findings.All, where is null ? null : f => where.Matches(f, graph), null);

    internal static IReadOnlyList<Measure> Select(IReadOnlyList<Measure> measures, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        Matching.List(measures, where is null ? null : m => where.Matches(m, graph), order is null ? null : (x, y) => MeasureSortInput.Compare(order, x, y, graph));
}

internal static class GoalResolvers
{
    public static IReadOnlyList<Measure> Measures(Goal goal, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        PlanResolvers.Select(goal.Measures, graph, where, order);
}
