namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>
/// Conditions on a text; all that are given must hold. Texts are compared as written, code unit by code unit. A missing text equals
/// only null, contains and begins with nothing, and so meets every negated condition. An operand of null asks for what is missing in
/// <c>eq</c> and <c>neq</c>, and among those of <c>in</c> and <c>nin</c>.
/// </summary>
public sealed record StringOperationFilterInput
{
    public IReadOnlyList<StringOperationFilterInput>? And { get; init; }
    public IReadOnlyList<StringOperationFilterInput>? Or { get; init; }
    public Optional<string?> Eq { get; init; }
    public Optional<string?> Neq { get; init; }
    public string? Contains { get; init; }
    public string? Ncontains { get; init; }
    public IReadOnlyCollection<string?>? In { get; init => field = Filters.Set(value); }
    public IReadOnlyCollection<string?>? Nin { get; init => field = Filters.Set(value); }
    public string? StartsWith { get; init; }
    public string? NstartsWith { get; init; }
    public string? EndsWith { get; init; }
    public string? NendsWith { get; init; }

    public bool Matches(string? value)
    {
        if (Eq.HasValue && value != Eq.Value) return false;
        if (Neq.HasValue && value == Neq.Value) return false;
        if (Contains is not null && value?.Contains(Contains, StringComparison.Ordinal) is not true) return false;
        if (Ncontains is not null && value?.Contains(Ncontains, StringComparison.Ordinal) is true) return false;
        if (In is not null && !In.Contains(value)) return false;
        if (Nin is not null && Nin.Contains(value)) return false;
        if (StartsWith is not null && value?.StartsWith(StartsWith, StringComparison.Ordinal) is not true) return false;
        if (NstartsWith is not null && value?.StartsWith(NstartsWith, StringComparison.Ordinal) is true) return false;
        if (EndsWith is not null && value?.EndsWith(EndsWith, StringComparison.Ordinal) is not true) return false;
        if (NendsWith is not null && value?.EndsWith(NendsWith, StringComparison.Ordinal) is true) return false;
        return Filters.All(And, value, static (f, v) => f.Matches(v)) && Filters.Any(Or, value, static (f, v) => f.Matches(v));
    }
}
