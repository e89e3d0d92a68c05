namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>
/// Conditions on a list by conditions on its items; all that are given must hold. <c>all</c> and <c>none</c> hold for an empty list.
/// A missing list counts as empty.
/// </summary>
/// <typeparam name="TFilter">What items are asked.</typeparam>
public sealed class ListFilterInput<TFilter> where TFilter : class
{
    public TFilter? All { get; init; }
    public TFilter? None { get; init; }
    public TFilter? Some { get; init; }

    /// <summary>Whether there are any items at all.</summary>
    public bool? Any { get; init; }

    /// <summary>How many items there are.</summary>
    public ComparableOperationFilterInput<int>? Count { get; init; }

    /// <param name="matches">Whether an item meets a filter; the root is handed through.</param>
    public bool Matches<T, TRoot>(IEnumerable<T>? items, TRoot root, Func<TFilter, T, TRoot, bool> matches)
    {
        var count = 0;
        var some = Some is null;
        foreach (var item in items ?? [])
        {
            RequestContext.Working();
            count++;
            if (All is not null && !matches(All, item, root)) return false;
            if (None is not null && matches(None, item, root)) return false;
            some = some || matches(Some!, item, root);
        }

        return some && (Any is null || Any == count > 0) && (Count is null || Count.Matches(count));
    }
}
