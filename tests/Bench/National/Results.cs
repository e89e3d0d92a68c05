namespace StrategyGraph.Bench.National;

/// <summary>All that a run measured.</summary>
/// <param name="Bytes">Of memory each target had after the race, and the most it ever had, by name.</param>
internal sealed record Results(
    int Municipalities, int Measures, int Seconds, int Rounds, IReadOnlyList<Measurement> Race, IReadOnlyDictionary<string, (long Now, long Peak)> Bytes,
    IReadOnlyList<StartTime> Starts, IReadOnlyList<Size> Sizes, Swap Swap, IReadOnlyList<Allocation> Allocations)
{
    public Measurement Of(string question, string target) => Race.First(m => m.Question == question && m.Target == target);

    /// <summary>How many times a reference's requests a second ours answers.</summary>
    public double Ratio(string question, string reference) => Of(question, "ours").RatioTo(Of(question, reference));
}
