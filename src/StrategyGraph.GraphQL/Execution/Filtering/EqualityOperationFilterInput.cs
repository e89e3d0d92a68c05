namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>
/// Conditions on a value without an order: an enum, a boolean, a code. All that are given must hold; a missing value equals only null.
/// </summary>
public sealed class EqualityOperationFilterInput<T> where T : struct
{
    public IReadOnlyList<EqualityOperationFilterInput<T>>? And { get; init; }
    public IReadOnlyList<EqualityOperationFilterInput<T>>? Or { get; init; }
    public Optional<T?> Eq { get; init; }
    public Optional<T?> Neq { get; init; }
    public IReadOnlyList<T?>? In { get; init; }
    public IReadOnlyList<T?>? Nin { get; init; }

    public bool Matches(T? value)
    {
        if (Eq.HasValue && !Nullable.Equals(value, Eq.Value)) return false;
        if (Neq.HasValue && Nullable.Equals(value, Neq.Value)) return false;
        if (In is not null && !In.Contains(value)) return false;
        if (Nin is not null && Nin.Contains(value)) return false;
        return Filters.All(And, value, static (f, v) => f.Matches(v)) && Filters.Any(Or, value, static (f, v) => f.Matches(v));
    }
}
