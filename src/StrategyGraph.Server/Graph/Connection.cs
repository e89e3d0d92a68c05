using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A page of a list, after Relay's cursor connections specification.</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int totalCount)
{
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;
    public IEnumerable<T> Nodes => Edges.Select(e => e.Node);
    public PageInfo PageInfo { get; } = pageInfo;
    public int TotalCount { get; } = totalCount;
}

/// <summary>An item of a page; its cursor is made when it is asked for.</summary>
public sealed class Edge<T>(T node, Func<T, string> cursor)
{
    public T Node => node;
    public string Cursor => cursor(node);
}

public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>An order that is asked for; what it leaves tied keeps the order of its list.</summary>
/// <param name="Key">Orders from the least. It is read once an item, not once a comparison.</param>
/// <param name="Ties">Orders those of one key; null where nothing does.</param>
internal sealed record AskedOrder<T>(Func<T, int> Key, Comparison<T>? Ties)
{
    public static AskedOrder<T>? Of(Comparison<T>? order) => order is null ? null : new AskedOrder<T>(static _ => 0, order);

    /// <summary>How many items come before one of them or another, counting an equal one when <paramref name="following"/>.</summary>
    /// <param name="list">The order of the list.</param>
    public int Place(IReadOnlyList<T> items, IComparer<T> list, T item, bool following)
    {
        var (place, key) = (0, Key(item));
        foreach (var other in items)
        {
            var order = Key(other).CompareTo(key);
            if (order == 0 && Ties is not null) order = Ties(other, item);
            if (order == 0) order = list.Compare(other, item);
            if (order < 0 || (following && order == 0)) place++;
        }

        return place;
    }

    /// <summary>LINQ's sort is stable.</summary>
    public IEnumerable<T> Sort(IEnumerable<T> items) => Ties is null ? items.OrderBy(Key) : items.OrderBy(Key).ThenBy(item => item, Comparer<T>.Create(Ties));
}

/// <summary>
/// Pages over a list in a total order. A cursor is the id of the item it stands at, not a position, so pages neither skip nor repeat
/// when a new release adds or removes others; it is refused, with a message, when its item itself is gone.
/// </summary>
internal static class Paging
{
    public const int DefaultSize = 20;
    public const int MaximumSize = 100;

    /// <param name="items">All items that match, in the order of the list.</param>
    /// <param name="order">That of the list, which is total.</param>
    /// <param name="asked">The order that they are asked in; null for the list's.</param>
    /// <param name="find">The item of an id, whether it matches or not; null when this release has none.</param>
    public static Connection<T> Page<T>(
        IReadOnlyList<T> items, IComparer<T> order, AskedOrder<T>? asked, Func<T, string> id, Func<string, T?> find,
        int? first, string? after, int? last, string? before) where T : class
    {
        CheckSize(first, nameof(first));
        CheckSize(last, nameof(last));
        var (start, end) = (0, items.Count);
        if (after is not null) start = Place(items, order, asked, Item(after, nameof(after), find), following: true);
        if (before is not null) end = Math.Max(start, Place(items, order, asked, Item(before, nameof(before), find), following: false));
        var size = first is null && last is null ? DefaultSize : first;
        if (size is { } n && end - start > n) end = start + n;
        if (last is { } m && end - start > m) start = end - m;

        // LINQ sorts no more than is taken.
        var page = (asked?.Sort(items) ?? items).Skip(start).Take(end - start);
        Edge<T>[] edges = [.. page.Select(item => new Edge<T>(item, id))];
        return new Connection<T>(
            edges, new PageInfo(end < items.Count, start > 0, edges is [var f, ..] ? f.Cursor : null, edges is [.., var l] ? l.Cursor : null), items.Count);
    }

    /// <summary>How many a page is asked for that has no end but this.</summary>
    public static int SizeOf(int? first, string argument)
    {
        CheckSize(first, argument);
        return first ?? DefaultSize;
    }

    private static void CheckSize(int? size, string argument)
    {
        if (size is < 0) throw Refused.PageSize($"'{argument}' is {size}; it must not be negative.", MaximumSize, size.Value);
        if (size > MaximumSize) throw Refused.PageSize($"'{argument}' is {size}; a page has at most {MaximumSize} items.", MaximumSize, size.Value);
    }

    /// <summary>The item that a cursor stands at.</summary>
    public static T Item<T>(string cursor, string argument, Func<string, T?> find) where T : class => find(cursor)
        ?? throw (GlobalId.TryReadType(cursor, out var type) && (type == typeof(T).Name || (typeof(T) == typeof(PlanElement) && Enum.TryParse<ElementRole>(type, out _)))
            ? Refused.With(PlanErrorCodes.CursorGone, $"'{argument}' stands at an item that this release no longer holds: begin again from the first page.")
            : Refused.With(PlanErrorCodes.InvalidCursor, $"'{argument}' is not a cursor of this list: '{GlobalId.Shorten(cursor)}'."));

    /// <summary>How many items stand before <paramref name="item"/> in the order asked, counting an equal one when <paramref name="following"/>.</summary>
    private static int Place<T>(IReadOnlyList<T> items, IComparer<T> order, AskedOrder<T>? asked, T item, bool following)
    {
        if (asked is not null) return asked.Place(items, order, item, following);
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var comparison = order.Compare(items[middle], item);
            if (comparison < 0 || (following && comparison == 0)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
