using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;
using Framework = StrategyGraph.Server.Graph.Framework;
using FrameworkGoal = StrategyGraph.Server.Graph.FrameworkGoal;
using Link = StrategyGraph.Server.Graph.Link;
using PlanElement = StrategyGraph.Server.Graph.PlanElement;
using Tag = StrategyGraph.Server.Graph.Tag;

namespace StrategyGraph.Server.Resolvers;

/// <summary>What elements of any role serve, and what they belong with.</summary>
internal static class PlanElementResolvers
{
    public static IReadOnlyList<Tag> Tags(PlanElement element, PlanGraph graph, string? framework, IReadOnlyList<TagBasis>? basis) =>
        graph.Tagging.Of(element, Asked(graph, framework), basis);

    public static IReadOnlyList<Tag> SdgTags(PlanElement element, PlanGraph graph, IReadOnlyList<TagBasis>? basis) =>
        graph.Tagging.Sdgs is { } sdgs ? graph.Tagging.Of(element, sdgs, basis) : [];

    /// <summary>Each goal is followed by the goals above it, so that who serves a target serves its goal.</summary>
    public static IReadOnlyList<FrameworkGoal> Serves(PlanElement element, PlanGraph graph, string? framework)
    {
        var asked = Asked(graph, framework);
        var (tagged, serves) = (new List<FrameworkGoal>(), new List<FrameworkGoal>());
        Tagging.AddGoals(element, tagged);
        foreach (var goal in tagged)
        {
            if (asked is not null && goal.Framework != asked) continue;
            for (var g = goal; g is not null && !serves.Contains(g); g = g.Parent) serves.Add(g);
        }

        return serves;
    }

    public static IReadOnlyList<FrameworkGoal> SdgGoals(PlanElement element) => Tagging.SdgGoals(element);

    public static IEnumerable<Link> Links(PlanElement element, PlanGraph graph, IReadOnlyList<LinkKind>? kinds, IReadOnlyList<TagBasis>? basis)
    {
        var links = graph.LinksOf(element);
        return kinds is null && basis is null ? links : links.Where(l => kinds?.Contains(l.Kind) is not false && basis?.Contains(l.Basis) is not false);
    }

    internal static Framework? Asked(PlanGraph graph, string? framework) => framework is null ? null : QueryResolvers.Framework(graph, framework);
}
