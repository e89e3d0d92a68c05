using System.Globalization;

namespace StrategyGraph.Plans;

/// <summary>What a target asks for, as numbers.</summary>
/// <param name="Range">Where a value must lie.</param>
/// <param name="Level">The number to get to; null where there is only a range.</param>
/// <param name="Upward">Whether more is better; null where neither side is the good one.</param>
/// <param name="Words">In words: "150 or more".</param>
/// <param name="FromBaseline">Whether the baseline says what is asked.</param>
/// <param name="Doubt">Why a value outside may still be good; null where it is not.</param>
internal sealed record TargetAim(NumberRange Range, decimal? Level, bool? Upward, string Words, bool FromBaseline = false, string? Doubt = null)
{
    /// <exception cref="OverflowException">For numbers beyond what decimals hold.</exception>
    /// <param name="why">What keeps the target from being read as numbers; null where nothing does.</param>
    public static TargetAim? Of(Indicator indicator, Observation target, decimal? baseline, out string? why)
    {
        why = null;
        switch (target.Comparator, target.Value)
        {
            case (Comparator.Gte, { } value):
                return AtLeast(value);
            case (Comparator.Gt, { } value):
                return new(new(value, null, Open: true), value, true, $"more than {Written(value)}");
            case (Comparator.Lte, { } value):
                return AtMost(value);
            case (Comparator.Lt, { } value):
                return new(new(null, value, Open: true), value, false, $"less than {Written(value)}");
            case (Comparator.Range, { } value) when target.Upper is { } upper:
                return new(new(value, upper), null, null, $"{Written(value)} to {Written(upper)}");
            case (Comparator.Eq, { } value):
                return Towards(indicator.Direction, value, baseline);
            case (Comparator.About, { } value):
                return Towards(indicator.Direction, value, baseline) with { Words = $"about {Written(value)}", Doubt = "how far \"about\" reaches is not said" };
            case (Comparator.Maintain, _) when (target.Value ?? baseline) is { } level:
                return Towards(indicator.Direction, level, null) with { FromBaseline = target.Value is null };
            case (Comparator.Increase or Comparator.Decrease, _) when baseline is { } from:
                return Changed(indicator, target, from, out why);
            case (Comparator.Maintain or Comparator.Increase or Comparator.Decrease, _):
                why = $"the target \"{target.Text}\" is measured from a baseline, and no such number is printed";
                return null;
            default:
                why = $"the target \"{target.Text}\" is a text without a number";
                return null;
        }
    }

    public static string Written(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);

    private static TargetAim AtLeast(decimal value) => new(new(value, null), value, true, $"{Written(value)} or more");

    private static TargetAim AtMost(decimal value) => new(new(null, value), value, false, $"{Written(value)} or less");

    /// <summary>A plain number: what it asks depends on which way is good. Where nobody says so, a baseline on one side of it does.</summary>
    private static TargetAim Towards(IndicatorDirection direction, decimal level, decimal? baseline) => direction switch
    {
        IndicatorDirection.HigherIsBetter => AtLeast(level),
        IndicatorDirection.LowerIsBetter => AtMost(level),
        IndicatorDirection.Keep => new(NumberRange.Exactly(level), null, null, Written(level)),
        IndicatorDirection.Unstated when baseline < level => AtLeast(level) with { Words = $"{Written(level)} or more, being above the baseline {Written(baseline.Value)}", FromBaseline = true },
        IndicatorDirection.Unstated when baseline > level => AtMost(level) with { Words = $"{Written(level)} or less, being below the baseline {Written(baseline.Value)}", FromBaseline = true },
        _ => new(NumberRange.Exactly(level), null, null, Written(level), Doubt: "which side of it is good is not said"),
    };

    /// <summary>A rise or fall from the baseline, by the target's number where it has one.</summary>
    private static TargetAim? Changed(Indicator indicator, Observation target, decimal baseline, out string? why)
    {
        why = null;
        var up = target.Comparator is Comparator.Increase;
        if (target.Value is not { } number)
        {
            return up
                ? new(new(baseline, null, Open: true), null, true, $"more than the baseline {Written(baseline)}", FromBaseline: true)
                : new(new(null, baseline, Open: true), null, false, $"less than the baseline {Written(baseline)}", FromBaseline: true);
        }

        var isRate = SaysPercent(target.Text);
        if (isRate && SaysPercent(indicator.Unit ?? ""))
        {
            why = $"the target \"{target.Text}\" may be of percent or of percentage points";
            return null;
        }

        if (isRate && baseline <= 0)
        {
            why = $"the target \"{target.Text}\" is a share of the baseline {Written(baseline)}, of which there is none";
            return null;
        }

        var by = Math.Abs(number) * (isRate ? baseline / 100 : 1);
        return (up ? AtLeast(baseline + by) : AtMost(baseline - by)) with { FromBaseline = true };
    }

    private static bool SaysPercent(string text) => text.Contains('%', StringComparison.Ordinal) || text.Contains('％', StringComparison.Ordinal);
}
