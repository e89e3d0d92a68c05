namespace StrategyGraph.Plans;

/// <summary>The value that is held against a target: an actual, or what a target of several years makes of the years' actuals.</summary>
/// <param name="IsWhole">Whether it covers all of the target's span; a sum that does not can still grow.</param>
internal sealed record AttainedValue(NumberRange Range, IReadOnlyList<Observation> Actuals, string Words, bool IsWhole = true)
{
    /// <summary>Spans whose lengths differ by no more are alike: years have 365 or 366 days.</summary>
    private const int DaysThatDoNotCount = 3;

    /// <exception cref="OverflowException">For sums beyond what decimals hold.</exception>
    /// <param name="why">What keeps the actual from being held against the target; null where nothing does.</param>
    public static AttainedValue? Of(PrintedValues values, Observation target, Observation actual, out string? why)
    {
        why = null;
        var ofSeveral = target.Period.Kind is PeriodKind.Years;
        switch (values.Indicator.Accumulation)
        {
            case Accumulation.SumOverPlan:
                return Sum(values, ofSeveral ? target.Period.Span : values.PlanPeriod, actual, out why);
            case Accumulation.Average when ofSeveral && !IsAlike(target.Period, actual.Period):
                return Mean(values, target.Period.Span, actual, out why);
            case Accumulation.Cumulative:
                return Single(actual, out why);
            default:
                if (IsAlike(target.Period, actual.Period)) return Single(actual, out why);
                why = $"the target is of {Written(target.Period.Span)}, the actual of {Written(actual.Period.Span)}, and how values of such spans go together is not said";
                return null;
        }
    }

    private static AttainedValue? Single(Observation actual, out string? why)
    {
        why = null;
        if (NumberRange.Of(actual) is { } range)
            return new(range, [actual], actual.Comparator is Comparator.Eq ? $"actual {Written(actual.Value!.Value)}" : $"actual \"{actual.Text}\"");
        why = $"the actual \"{actual.Text}\" is a text without a number";
        return null;
    }

    private static AttainedValue? Sum(PrintedValues values, Period? over, Observation actual, out string? why)
    {
        why = null;
        if (over is not { } span)
        {
            why = "the target is a sum over the plan, whose period is not printed";
            return null;
        }

        if (Gapless(values, span, actual.Period.Span.End, out why) is not { } parts) return null;
        var sum = parts.Sum(part => part.Value!.Value);
        var words = parts is [_] ? $"actual {Written(sum)}" : $"sum of actuals {Written(sum)} ({Terms(parts)})";
        return new(NumberRange.Exactly(sum), parts, words, actual.Period.Span.End >= span.End);
    }

    private static AttainedValue? Mean(PrintedValues values, Period span, Observation actual, out string? why)
    {
        if (Gapless(values, span, span.End, out why) is not { } parts) return null;
        if (parts.Exists(part => !IsAlike(part.Period, parts[0].Period)))
        {
            why = "the target is an average, and the actuals are of spans of different length";
            return null;
        }

        var mean = parts.Sum(part => part.Value!.Value) / parts.Count;
        return new(NumberRange.Exactly(mean), parts, $"mean of actuals {Written(mean)} (({Terms(parts)}) ÷ {parts.Count})");
    }

    /// <summary>Actuals that follow each other without a gap from the beginning of a span to a day; of several that begin on one day the longest.</summary>
    private static List<Observation>? Gapless(PrintedValues values, Period span, DateOnly until, out string? why)
    {
        why = null;
        var longestFrom = values.Actuals
            .Where(actual => actual.Period.Span.End <= until && actual.Period.Kind is not PeriodKind.Date)
            .OrderByDescending(actual => actual.Period.Span.End).ThenByDescending(actual => actual.ReportedOn)
            .ToLookup(actual => actual.Period.Span.Start);
        var parts = new List<Observation>();
        for (var next = span.Start; next <= until; next = parts[^1].Period.Span.End.AddDays(1))
        {
            if (longestFrom[next].FirstOrDefault() is not { } part)
            {
                why = $"the target is of all of {Written(span)}, and no actual from {next:yyyy-MM-dd} on is printed";
                return null;
            }

            if (part.Comparator is not (Comparator.Eq or Comparator.About) || part.Value is null)
            {
                why = $"the actual \"{part.Text}\" is no number to add up";
                return null;
            }

            parts.Add(part);
            if (part.Period.Span.End == DateOnly.MaxValue) break;
        }

        if (parts.Count > 0) return parts;
        why = $"the target is of {Written(span)}, the actual of before";
        return null;
    }

    /// <summary>A day stands for the year it is in; else spans are alike when they are about as long.</summary>
    private static bool IsAlike(PeriodOfValue one, PeriodOfValue other) =>
        one.Kind is PeriodKind.Date || other.Kind is PeriodKind.Date || Math.Abs(Days(one.Span) - Days(other.Span)) <= DaysThatDoNotCount;

    private static int Days(Period span) => span.End.DayNumber - span.Start.DayNumber;

    private static string Terms(List<Observation> parts) => string.Join(" + ", parts.Select(part => TargetAim.Written(part.Value!.Value)));

    private static string Written(Period span) => $"{span.Start:yyyy-MM-dd} to {span.End:yyyy-MM-dd}";

    private static string Written(decimal number) => TargetAim.Written(number);
}
