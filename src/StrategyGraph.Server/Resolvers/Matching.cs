using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

/// <summary>Lists as clients ask for them: those that match, in the asked order, ties in the graph's.</summary>
internal static class Matching
{
    /// <param name="items">In the graph's order.</param>
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T> items, Func<T, bool>? matches, Comparison<T>? order) =>
        matches is null && order is null ? items : [.. List<T>((IEnumerable<T>)items, matches, order)];

    /// <summary>As the other, for items that are found as they are asked for.</summary>
    public static IEnumerable<T> List<T>(IEnumerable<T> items, Func<T, bool>? matches, Comparison<T>? order)
    {
        if (matches is not null) items = items.Where(matches);

        // LINQ's sort is stable, so what the asked order leaves tied keeps the graph's.
        return order is null ? items : items.Order(Comparer<T>.Create(order));
    }

    /// <param name="position">An item's place in the graph's order, which makes every order total.</param>
    public static Connection<T> Page<T>(
        PlanGraph graph, IReadOnlyList<T> items, Func<T, bool>? matches, AskedOrder<T>? order, Func<T, int> position, Func<T, string> id,
        int? first, string? after, int? last, string? before) where T : class =>
        Paging.Page(
            List(items, matches, null), Comparer<T>.Create((x, y) => position(x).CompareTo(position(y))), order, id, graph.Find<T>, first, after, last, before);
}
