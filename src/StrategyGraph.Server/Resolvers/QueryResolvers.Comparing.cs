using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Graph.Comparing;

namespace StrategyGraph.Server.Resolvers;

/// <summary>What is computed over plans and measures.</summary>
internal static partial class QueryResolvers
{
    private const int MaximumPlans = 100;

    public static Comparison Compare(PlanGraph graph, IReadOnlyList<string> plans, string framework, int? fiscalYear)
    {
        if (plans.Count == 0) throw Refused.With(PlanErrorCodes.InvalidArgument, "'plans' names no plan: name at least one.");
        if (plans.Count > MaximumPlans) throw Refused.PageSize($"'plans' has {plans.Count} plans; at most {MaximumPlans} are compared at a time.", MaximumPlans, plans.Count);
        var named = new HashSet<string>(plans.Count);
        if (plans.FirstOrDefault(id => !named.Add(id)) is { } twice) throw Refused.With(PlanErrorCodes.InvalidArgument, $"'plans' names the plan '{GlobalId.Shorten(twice)}' twice.");
        return Comparison.Of(graph, [.. plans.Select(id => Present(Get<Plan>(graph, id, "plan")))], Get<Framework>(graph, framework, "framework"), fiscalYear);
    }

    /// <summary>What is computed or searched over plans is so of plans as they stand: the table and the index have no others.</summary>
    private static Plan Present(Plan plan) => plan.ShownAsOf is not { } day
        ? plan
        : throw Refused.With(PlanErrorCodes.InvalidArgument, $"'plans' names a plan as of {day:yyyy-MM-dd}: plans are compared and searched as they stand.");

    public static IReadOnlyList<MeasureGroup> MeasureGroups(PlanGraph graph, IReadOnlyList<MeasureDimension> by, MeasureFilterInput? where, int? fiscalYear, string? framework)
    {
        if (by.Distinct().Count() < by.Count) throw Refused.With(PlanErrorCodes.InvalidArgument, "'by' names a dimension twice: name each once.");
        var asked = PlanElementResolvers.Asked(graph, framework);
        if (by.Contains(MeasureDimension.FrameworkGoal) != asked is not null)
        {
            throw Refused.With(PlanErrorCodes.InvalidArgument, asked is null
                ? "To group by FRAMEWORK_GOAL, name the framework: 'framework' is its id."
                : "'framework' is for grouping by FRAMEWORK_GOAL, which 'by' does not name.");
        }

        return MeasureGrouping.Of(graph, by, asked, where is null ? null : m => where.Matches(m, graph), fiscalYear);
    }

}
