namespace StrategyGraph.Bench.National;

/// <summary>A question driven at a target, over all rounds.</summary>
internal sealed record Measurement(string Question, string Target, IReadOnlyList<Load> Rounds)
{
    public double RequestsPerSecond => Median(r => r.RequestsPerSecond);
    public double P50 => Median(r => r.P50);
    public double P99 => Median(r => r.P99);
    public double CpuPerRequest => Median(r => r.CpuPerRequest);
    public double Bytes => Median(r => r.Bytes);

    /// <summary>How many times another's requests a second, the median of the rounds: each is compared with the one beside it in time.</summary>
    public double RatioTo(Measurement other) => Median(Rounds.Zip(other.Rounds, (own, its) => own.RequestsPerSecond / its.RequestsPerSecond));

    private double Median(Func<Load, double> value) => Median(Rounds.Select(value));

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
