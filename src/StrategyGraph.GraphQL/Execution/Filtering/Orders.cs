namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>A direction of order. What has no value comes last in both.</summary>
public enum SortEnumType { Asc, Desc }

/// <summary>How generated orders compare two values of a field.</summary>
public static class Orders
{
    /// <summary>Texts are compared code unit by code unit.</summary>
    public static int Compare(SortEnumType direction, string? x, string? y)
    {
        if (x is null || y is null) return (x is null).CompareTo(y is null);
        var order = string.CompareOrdinal(x, y);
        return direction is SortEnumType.Asc ? order : -Math.Sign(order);
    }

    public static int Compare<T>(SortEnumType direction, T? x, T? y) where T : struct
    {
        if (x is null || y is null) return (x is null).CompareTo(y is null);
        var order = Comparer<T>.Default.Compare(x.Value, y.Value);
        return direction is SortEnumType.Asc ? order : -Math.Sign(order);
    }
}
