namespace StrategyGraph.Bench.National;

/// <summary>How long a server takes from the start of its process to its first answer over HTTP.</summary>
/// <param name="Seconds">The median of all starts.</param>
/// <param name="Cpu">Seconds of processor time until then, likewise.</param>
internal sealed record StartTime(string Release, double Seconds, double Cpu)
{
    private const int Starts = 5;

    /// <param name="starts">How often it is started; the first time is left out, in which the machine reads files into memory.</param>
    public static async Task<StartTime> Measure(string name, string server, string release, int starts = Starts)
    {
        var query = Question.Of("start", "Start", 1, "query Start { release { id } plans(first: 1) { nodes { title } } }", [[]]).Bodies[0];
        var times = new List<(double Seconds, double Cpu)>();
        for (var i = 0; i <= starts; i++)
        {
            NationalBench.Tell($"start {i} of {starts}: {name}");
            using var target = await Target.Ours(server, release);
            await Answers.Ask(target, query);
            if (i > 0) times.Add(((DateTime.UtcNow - target.Began).TotalSeconds, target.Cpu));
        }

        return new StartTime(name, Measurement.Median(times.Select(t => t.Seconds)), Measurement.Median(times.Select(t => t.Cpu)));
    }
}
