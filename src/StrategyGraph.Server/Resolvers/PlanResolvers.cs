using StrategyGraph.Plans;
using StrategyGraph.Plans.Inference;
using StrategyGraph.Server.Graph;
using Indicator = StrategyGraph.Server.Graph.Indicator;
using Link = StrategyGraph.Server.Graph.Link;
using Municipality = StrategyGraph.Server.Graph.Municipality;
using Plan = StrategyGraph.Server.Graph.Plan;
using Tag = StrategyGraph.Server.Graph.Tag;

namespace StrategyGraph.Server.Resolvers;

// Lists that can be filtered and ordered, below the root.

internal static class MunicipalityResolvers
{
    public static IReadOnlyList<Plan> Plans(Municipality municipality, PlanGraph graph, PlanFilterInput? where, IReadOnlyList<PlanSortInput>? order) => Matching.List(
        municipality.Plans, where is null ? null : p => where.Matches(p, graph), order is null ? null : (x, y) => PlanSortInput.Compare(order, x, y, graph));
}

internal static class PlanResolvers
{
    public static Plan? AsOf(Plan plan, PlanGraph graph, DateOnly date) => graph.AsOf(plan, date);

    public static IReadOnlyList<Tag> Tags(Plan plan, PlanGraph graph, string? framework, IReadOnlyList<TagBasis>? basis) =>
        graph.Tagging.Of(plan, PlanElementResolvers.Asked(graph, framework), basis);

    public static IReadOnlyList<Measure> Measures(Plan plan, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        Select(plan.Measures, graph, where, order);

    public static IEnumerable<Initiative> Initiatives(Plan plan, PlanGraph graph, InitiativeFilterInput? where, IReadOnlyList<InitiativeSortInput>? order) =>
        Select(plan.Initiatives, graph, where, order);

    public static IEnumerable<Indicator> Indicators(Plan plan, PlanGraph graph, IndicatorFilterInput? where, IReadOnlyList<IndicatorSortInput>? order) => Matching.List(
        plan.Indicators, where is null ? null : i => where.Matches(i, graph), order is null ? null : (x, y) => IndicatorSortInput.Compare(order, x, y, graph));

    public static IReadOnlyList<Finding> Findings(Plan plan, PlanGraph graph, FindingFilterInput? where) =>
        Matching.List(plan.Findings.All, where is null ? null : f => where.Matches(f, graph), null);

    internal static IReadOnlyList<Measure> Select(IReadOnlyList<Measure> measures, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        Matching.List(measures, where is null ? null : m => where.Matches(m, graph), order is null ? null : (x, y) => MeasureSortInput.Compare(order, x, y, graph));

    internal static IEnumerable<Initiative> Select(IEnumerable<Initiative> initiatives, PlanGraph graph, InitiativeFilterInput? where, IReadOnlyList<InitiativeSortInput>? order) =>
        Matching.List(initiatives, where is null ? null : i => where.Matches(i, graph), order is null ? null : (x, y) => InitiativeSortInput.Compare(order, x, y, graph));
}

internal static class GoalResolvers
{
    public static IReadOnlyList<Measure> Measures(Goal goal, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) =>
        PlanResolvers.Select(goal.Measures, graph, where, order);

    public static IEnumerable<Initiative> Initiatives(Goal goal, PlanGraph graph, InitiativeFilterInput? where, IReadOnlyList<InitiativeSortInput>? order) =>
        PlanResolvers.Select(goal.Initiatives, graph, where, order);
}

internal static class ThemeResolvers
{
    public static IEnumerable<Measure> Measures(Theme theme, PlanGraph graph, MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) => Matching.List(
        theme.Measures, where is null ? null : m => where.Matches(m, graph), order is null ? null : (x, y) => MeasureSortInput.Compare(order, x, y, graph));
}

internal static class MeasureResolvers
{
    public static IEnumerable<Initiative> Initiatives(Measure measure, PlanGraph graph, InitiativeFilterInput? where, IReadOnlyList<InitiativeSortInput>? order) =>
        PlanResolvers.Select(measure.Initiatives, graph, where, order);

    /// <summary>Between two plans, and not kept: over all plans they would be as many as the pairs of measures.</summary>
    public static IEnumerable<Link> ProposedLinks(Measure measure, PlanGraph graph, string plan)
    {
        var other = QueryResolvers.Plan(graph, plan)!;
        return other == measure.Plan
            ? []
            : from link in new InferredLinks([measure.Plan.Source, other.Source]).Of(measure.Source)
              select new Link(measure, other.Measures.First(m => link.To == $"{other.Source.Id}/{m.Source.Id}"), link, isIncoming: false);
    }
}
