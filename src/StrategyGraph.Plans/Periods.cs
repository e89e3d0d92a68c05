namespace StrategyGraph.Plans;

/// <summary>A span of days, both ends included: a fiscal year ends on a day that still belongs to it.</summary>
public readonly record struct Period
{
    public Period(DateOnly start, DateOnly end)
    {
        if (end < start) throw new ArgumentException($"A period must not end ({end:O}) before it starts ({start:O}).", nameof(end));
        (Start, End) = (start, end);
    }

    public DateOnly Start { get; }
    public DateOnly End { get; }

    public bool Contains(DateOnly day) => Start <= day && day <= End;
}

/// <summary>What span a printed value is of, its kind, and how the document writes it.</summary>
public sealed record PeriodOfValue(PeriodKind Kind, Period Span, string? Label)
{
    public static PeriodOfValue Of(FiscalYear year) => new(PeriodKind.FiscalYear, year.Span, null);
}
