namespace StrategyGraph.Plans;

/// <summary>All numbers from a lower to an upper end: what a target asks for, or what a figure such as "500 or more" leaves open.</summary>
/// <param name="Lower">Null where it has none.</param>
/// <param name="Upper">Null where it has none.</param>
/// <param name="Open">Whether the ends themselves are left out: more than, less than.</param>
internal readonly record struct NumberRange(decimal? Lower, decimal? Upper, bool Open = false)
{
    public static NumberRange Exactly(decimal number) => new(number, number);

    /// <summary>The number, where it is one.</summary>
    public decimal? Number => Lower is { } lower && lower == Upper ? lower : null;

    /// <summary>Whether every number in it is in the other.</summary>
    public bool IsWithin(NumberRange other) =>
        (other.Lower is not { } low || (Lower is { } lower && (lower > low || (lower == low && (Open || !other.Open)))))
        && (other.Upper is not { } high || (Upper is { } upper && (upper < high || (upper == high && (Open || !other.Open)))));

    /// <summary>Whether no number in it is in the other.</summary>
    public bool IsApartFrom(NumberRange other) => EndsBefore(other) || other.EndsBefore(this);

    private bool EndsBefore(NumberRange other) =>
        Upper is { } upper && other.Lower is { } lower && (upper < lower || (upper == lower && (Open || other.Open)));

    /// <summary>What a printed value says; null where it is no number, or tells of a change and not of a level.</summary>
    public static NumberRange? Of(Observation observation) => (observation.Comparator, observation.Value) switch
    {
        (_, null) => null,
        (Comparator.Eq or Comparator.About, { } value) => Exactly(value),
        (Comparator.Gte, { } value) => new(value, null),
        (Comparator.Gt, { } value) => new(value, null, Open: true),
        (Comparator.Lte, { } value) => new(null, value),
        (Comparator.Lt, { } value) => new(null, value, Open: true),
        (Comparator.Range, { } value) => new(value, observation.Upper),
        _ => null,
    };
}
