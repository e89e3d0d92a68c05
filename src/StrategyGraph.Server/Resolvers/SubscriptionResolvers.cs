using StrategyGraph.Catalog;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

/// <summary>Each event of a subscription is the graph of the release that was swapped in.</summary>
internal static class SubscriptionResolvers
{
    public static Release ReleasePublished(PlanGraph graph) => graph.Release;
}
