using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Graph.Comparing;

namespace StrategyGraph.Server.Resolvers;

// What the contract asks of frameworks' goals and of groups beyond their own properties.

internal static class FrameworkGoalResolvers
{
    public static FrameworkCoverage Coverage(FrameworkGoal goal, PlanGraph graph, int? fiscalYear) => new(graph, goal, fiscalYear);

    public static Connection<Measure> Measures(FrameworkGoal goal, PlanGraph graph, int? first, string? after, MeasureFilterInput? where)
    {
        var measures = new List<Measure>();
        foreach (var row in graph.Table.ServedBy(goal))
        {
            if (graph.Table.Counts(row, null)) measures.Add(graph.Table.Measures[row]);
        }

        return Matching.Page(graph, measures, where is null ? null : m => where.Matches(m, graph), null, m => m.Position, m => m.Id, first, after, null, null);
    }
}

internal static class MeasureGroupResolvers
{
    public static Connection<Measure> Measures(MeasureGroup group, PlanGraph graph, int? first, string? after) =>
        Matching.Page(graph, group.Members, null, null, m => m.Position, m => m.Id, first, after, null, null);
}

/// <summary>A plan's part of a goal's coverage is a cell of its own; there its measures are told as a number.</summary>
internal static class PlanCoverageResolvers
{
    public static int Measures(ComparisonCell cell) => cell.MeasureCount;
}
