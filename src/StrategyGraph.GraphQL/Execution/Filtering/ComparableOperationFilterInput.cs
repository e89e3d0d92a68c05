namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>
/// Conditions on a value that has an order; all that are given must hold. A missing value equals only null and is neither greater nor
/// less than anything, so it meets the negated conditions. An operand of null asks for what is missing in <c>eq</c> and
/// <c>neq</c>, and among those of <c>in</c> and <c>nin</c>.
/// </summary>
public sealed class ComparableOperationFilterInput<T> where T : struct, IComparable<T>
{
    public IReadOnlyList<ComparableOperationFilterInput<T>>? And { get; init; }
    public IReadOnlyList<ComparableOperationFilterInput<T>>? Or { get; init; }
    public Optional<T?> Eq { get; init; }
    public Optional<T?> Neq { get; init; }
    public IReadOnlyCollection<T?>? In { get; init => field = Filters.Set(value); }
    public IReadOnlyCollection<T?>? Nin { get; init => field = Filters.Set(value); }
    public T? Gt { get; init; }
    public T? Ngt { get; init; }
    public T? Gte { get; init; }
    public T? Ngte { get; init; }
    public T? Lt { get; init; }
    public T? Nlt { get; init; }
    public T? Lte { get; init; }
    public T? Nlte { get; init; }

    public bool Matches(T? value)
    {
        if (Eq.HasValue && !Nullable.Equals(value, Eq.Value)) return false;
        if (Neq.HasValue && Nullable.Equals(value, Neq.Value)) return false;
        if (In is not null && !In.Contains(value)) return false;
        if (Nin is not null && Nin.Contains(value)) return false;
        return (Gt is not { } gt || value?.CompareTo(gt) > 0)
            && (Ngt is not { } ngt || !(value?.CompareTo(ngt) > 0))
            && (Gte is not { } gte || value?.CompareTo(gte) >= 0)
            && (Ngte is not { } ngte || !(value?.CompareTo(ngte) >= 0))
            && (Lt is not { } lt || value?.CompareTo(lt) < 0)
            && (Nlt is not { } nlt || !(value?.CompareTo(nlt) < 0))
            && (Lte is not { } lte || value?.CompareTo(lte) <= 0)
            && (Nlte is not { } nlte || !(value?.CompareTo(nlte) <= 0))
            && Filters.All(And, value, static (f, v) => f.Matches(v))
            && Filters.Any(Or, value, static (f, v) => f.Matches(v));
    }
}
