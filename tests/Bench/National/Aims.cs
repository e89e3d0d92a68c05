using System.Globalization;

namespace StrategyGraph.Bench.National;

/// <summary>What the server is to keep, and whether it does.</summary>
/// <param name="Measured">With its unit.</param>
internal sealed record Aim(string Name, string Measured, bool IsMet)
{
    /// <summary>As far as they were measured: they hold on the plans of the whole country, on a machine of two cores.</summary>
    public static IReadOnlyList<Aim> Of(Results r) =>
    [
        AtLeast("*tree*: 1.0 of code over arrays, in requests/s", r.Ratio("tree", "memory"), 1.0),
        AtLeast("*list*: 1.0 of code over arrays", r.Ratio("list", "memory"), 1.0),
        AtLeast("*tiny*: 0.8 of fixed bytes", r.Ratio("tiny", "fixed"), 0.8),
        AtLeast("*groups*: 0.8 of loops over arrays", r.Ratio("groups", "memory"), 0.8),
        AtLeast("*compare*: 0.8 of loops over arrays", r.Ratio("compare", "memory"), 0.8),
        AtMost("*filtered page*: 3 ms of CPU", r.Of("filtered page", "ours").CpuPerRequest, 3, "ms"),
        AtMost("first answer on the seeds: 0.6 s after the start of the process", r.Starts[0].Seconds, 0.6, "s"),
        AtMost("first answer on the whole country: 2 s", r.Starts[^1].Seconds, 2, "s"),
        AtMost("memory after loading the whole country: 300 MB", r.Sizes[^1].AfterLoad / 1e6, 300, "MB"),
        AtMost("allocated for a *tree*: 2 KB", r.Allocations.First(a => a.Question == "tree").Bytes / 1e3, 2, "KB"),
    ];

    private static Aim AtLeast(string name, double measured, double least) => new(name, Format($"{measured:F2} ×"), measured >= least);

    private static Aim AtMost(string name, double measured, double most, string unit) => new(name, Format($"{measured:0.##} {unit}"), measured <= most);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
