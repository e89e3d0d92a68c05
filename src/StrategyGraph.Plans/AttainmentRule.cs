using static StrategyGraph.Plans.AttainmentVerdict;

namespace StrategyGraph.Plans;

/// <summary>Holds one actual against one target.</summary>
internal static class AttainmentRule
{
    public static Attainment Apply(PrintedValues values, Observation target, Observation actual)
    {
        try
        {
            if (target.Comparator is Comparator.Text) return OfTexts(values, target, actual);
            return TellsChange(actual) ? OfChanges(values, target, actual) : OfNumbers(values, target, actual);
        }
        catch (OverflowException)
        {
            return Judged(values, NotComparable, "the numbers are beyond what can be reckoned exactly", target, actual);
        }
    }

    private static Attainment OfNumbers(PrintedValues values, Observation target, Observation actual)
    {
        // A year's value before the plan is no beginning of a sum over the plan.
        var baseline = values.Indicator.Accumulation is not Accumulation.SumOverPlan && values.Baseline is { } printed ? NumberRange.Of(printed)?.Number : null;
        if (TargetAim.Of(values.Indicator, target, baseline, out var why) is not { } aim || AttainedValue.Of(values, target, actual, out why) is not { } attained)
            return Judged(values, NotComparable, why!, target, actual);

        var (percent, ratio, usesBaseline) = Percent(aim, attained, baseline);
        var formula = $"{ratio ?? attained.Words}; reached at {aim.Words}";
        var (verdict, doubt) = Verdict(aim, attained);
        if (doubt is not null) formula += $"; {doubt}";
        return new(verdict, percent, formula, values.Part, target, attained.Actuals, usesBaseline || aim.FromBaseline ? values.Baseline : null, []);
    }

    private static (AttainmentVerdict Verdict, string? Doubt) Verdict(TargetAim aim, AttainedValue attained)
    {
        if (attained.Range.IsWithin(aim.Range))
            return attained.IsWhole || aim.Upward is true ? (Reached, null) : (NotComparable, "the target's time is not over, and the sum can still grow");
        if (!attained.Range.IsApartFrom(aim.Range)) return (NotComparable, "what is printed leaves both open");
        return aim.Doubt is null ? (NotReached, null) : (NotComparable, aim.Doubt);
    }

    /// <summary>
    /// The way gone from the baseline, where the target lies on the good side of it; else the share of the target. A share has no meaning
    /// where less is better, nor of zero or of negative numbers.
    /// </summary>
    private static (double? Percent, string? Ratio, bool UsesBaseline) Percent(TargetAim aim, AttainedValue attained, decimal? baseline)
    {
        if (attained.Range.Number is not { } actual || aim is not { Level: { } target, Upward: { } upward }) return (null, null, false);
        var (a, t) = (attained.Words, $"target {TargetAim.Written(target)}");
        if (baseline is { } from && (upward ? from < target : target < from))
        {
            var b = $"baseline {TargetAim.Written(from)}";
            return ((double)(100 * (actual - from) / (target - from)), upward ? $"({a} − {b}) ÷ ({t} − {b})" : $"({b} − {a}) ÷ ({b} − {t})", true);
        }

        return upward && target > 0 && actual >= 0 ? ((double)(100 * actual / target), $"{a} ÷ {t}", false) : (null, null, false);
    }

    /// <summary>A target that is a text is reached where the actual says the same, and else says nothing that can be held against it.</summary>
    private static Attainment OfTexts(PrintedValues values, Observation target, Observation actual) =>
        PrintedNumber.WithoutSpaces(target.Text) == PrintedNumber.WithoutSpaces(actual.Text)
            ? Judged(values, Reached, $"the actual says what the target says: \"{target.Text}\"", target, actual)
            : Judged(values, NotComparable, $"the target is a text, \"{target.Text}\", and the actual says \"{actual.Text}\"", target, actual);

    /// <summary>An actual that tells only whether it rose or fell.</summary>
    private static Attainment OfChanges(PrintedValues values, Observation target, Observation actual)
    {
        var formula = $"the target says \"{target.Text}\", the actual \"{actual.Text}\"";
        if (!TellsChange(target)) return Judged(values, NotComparable, formula + ", which is a change and not a level", target, actual);
        if (target.Comparator != actual.Comparator) return Judged(values, target.Comparator is Comparator.Maintain ? NotComparable : NotReached, formula, target, actual);
        return target.Value is null
            ? Judged(values, Reached, formula, target, actual)
            : Judged(values, NotComparable, formula + "; by how much, and of what, is not said alike", target, actual);
    }

    private static bool TellsChange(Observation observation) => observation.Comparator is Comparator.Maintain or Comparator.Increase or Comparator.Decrease;

    private static Attainment Judged(PrintedValues values, AttainmentVerdict verdict, string formula, Observation target, Observation actual) =>
        new(verdict, null, formula, values.Part, target, [actual], null, []);
}
