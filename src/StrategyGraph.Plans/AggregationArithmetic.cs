namespace StrategyGraph.Plans;

/// <summary>How a rule's figures are rounded and held against printed ones.</summary>
internal static class AggregationArithmetic
{
    // Thirds and sevenths do not end; their sums may, and must not miss a whole number by the last digit.
    private const int ExactDecimals = 12;

    public static decimal Mean(this AggregationRule _, decimal sum, decimal weights) => Math.Round(sum / weights, ExactDecimals);

    public static decimal Rounded(this AggregationRule rule, decimal exact) => rule.Rounding switch
    {
        Rounding.HalfUp => Math.Round(exact, rule.Decimals, MidpointRounding.AwayFromZero),
        Rounding.Floor => Math.Round(exact, rule.Decimals, MidpointRounding.ToNegativeInfinity),
        _ => exact,
    };

    /// <summary>
    /// Whether the computed figure is the printed percentage. Where the rule does not round, it need only agree as far
    /// as the printed figure goes: its decimals, or a whole star.
    /// </summary>
    public static bool Reproduces(this AggregationRule rule, Assessment printed, decimal exact)
    {
        if (rule.Rounding is not Rounding.None) return rule.Rounded(exact) == (decimal)printed.Percent!.Value;
        var score = (decimal)printed.Score!.Value;
        var decimals = (PrintedNumber.Read(printed.Value) ?? score).Scale;
        return Math.Round(exact / (decimal)printed.Scale.PercentPerPoint!.Value, Math.Min((int)decimals, ExactDecimals), MidpointRounding.AwayFromZero) == score;
    }
}
