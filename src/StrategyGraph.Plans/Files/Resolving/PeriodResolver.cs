using System.Globalization;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes periods of what is written as a year, a span or a day, and holds them against the plan's own.</summary>
internal sealed class PeriodResolver(Municipality? municipality, Period? planPeriod, FileErrors errors)
{
    private readonly Dictionary<int, PeriodOfValue> _years = [];

    /// <summary>From first to last day; null with the mistake reported where the end lies before the start.</summary>
    public static Period? Span(DateOnly? start, Located<DateOnly>? end, FileErrors errors)
    {
        if (start is not { } first || end is not { } last) return null;
        if (last.Value >= first) return new Period(first, last.Value);
        errors.Add(last.At, FileErrorCode.PeriodReversed, $"The end, {Written(last.Value)}, lies before the start, {Written(first)}.");
        return null;
    }

    public FiscalYear FiscalYear(int year) => municipality?.FiscalYear(year) ?? new(year);

    /// <summary>The period of a value, of which exactly one of year, period and date must be given.</summary>
    public PeriodOfValue Of(DatedShape shape)
    {
        var given = (shape.Year is null ? 0 : 1) + (shape.Period is null ? 0 : 1) + (shape.Date is null ? 0 : 1);
        if (given > 1) errors.Add(shape.At, FileErrorCode.ConflictingFields, "Only one of 'year', 'period' and 'date' can stand here.");
        if (shape.Year is { } year) return OfYear(year.Value);
        if (shape.Date is { } date) return new PeriodOfValue(PeriodKind.Date, new Period(date.Value, date.Value), null);
        if (shape.Period is { } period)
            return Span(period.Start, period.End, errors) is { } span ? new PeriodOfValue(period.Kind, span, period.Label) : Placeholder.Period;
        errors.Add(shape.At, FileErrorCode.MissingField, "'year' is missing (or 'period', or 'date'): the fiscal year that the value is of, such as 2020.");
        return Placeholder.Period;
    }

    /// <summary>As <see cref="Of"/>, for what happens within the plan: it must share a day with the plan's period.</summary>
    public PeriodOfValue WithinPlan(DatedShape shape)
    {
        var period = Of(shape);
        if (period != Placeholder.Period) CheckWithinPlan(period, shape.Year?.At ?? shape.Date?.At ?? shape.Period?.At ?? shape.At);
        return period;
    }

    public FiscalYear WithinPlan(Located<int> year)
    {
        CheckWithinPlan(OfYear(year.Value), year.At);
        return FiscalYear(year.Value);
    }

    private PeriodOfValue OfYear(int year)
    {
        if (_years.TryGetValue(year, out var known)) return known;
        return _years[year] = PeriodOfValue.Of(FiscalYear(year));
    }

    private void CheckWithinPlan(PeriodOfValue period, Position at)
    {
        if (planPeriod is not { } plan || (period.Span.Start <= plan.End && plan.Start <= period.Span.End)) return;
        var what = period.Kind is PeriodKind.FiscalYear && period.Label is null
            ? string.Create(CultureInfo.InvariantCulture, $"Fiscal year {period.Span.Start.Year} ({Written(period.Span)})")
            : period.Span.Start == period.Span.End ? Written(period.Span.Start) : Written(period.Span);
        errors.Add(at, FileErrorCode.YearOutsidePeriod, $"{what} lies outside the plan's period, {Written(plan)}. Correct the year, or the plan's period.");
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(Period period) => $"{Written(period.Start)} to {Written(period.End)}";
}
