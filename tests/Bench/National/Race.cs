using System.Globalization;

namespace StrategyGraph.Bench.National;

/// <summary>Drives the questions at all targets in turn, in many short rounds, so that a machine's moods meet them alike.</summary>
internal static class Race
{
    public const int Rounds = 9;

    /// <summary>Seconds of driving before a round counts: methods are compiled in several steps, the last of them some seconds after the first request.</summary>
    private const int WarmUp = 8;

    /// <param name="targets">Ours first, then the references; all are up, and idle when not driven.</param>
    public static async Task<IReadOnlyList<Measurement>> Run(IReadOnlyList<Question> questions, IReadOnlyList<Target> targets, int seconds, int rounds)
    {
        var measured = new List<Measurement>();
        Console.WriteLine("| question | target | requests/s | p50 ms | p99 ms | CPU ms/request | bytes | ours is |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var question in questions)
        {
            NationalBench.Tell($"the race: {question.Name}");
            IReadOnlyList<Target> asked = [.. targets.Where(t => IsAsked(t, question))];
            var answer = await Answers.Check(question, [.. asked.Where(t => t.Name != "fixed")]);
            foreach (var target in asked.Where(t => t.Name == "fixed")) await Answers.SetFixed(target, answer);
            foreach (var target in asked) await Wrk.Drive(target, question.Bodies, question.Connections, WarmUpOf(seconds, rounds));

            var loads = asked.Select(_ => new List<Load>()).ToList();
            for (var round = 0; round < rounds; round++)
            {
                for (var t = 0; t < asked.Count; t++) loads[t].Add(await Wrk.Drive(asked[t], question.Bodies, question.Connections, seconds));
            }

            var results = asked.Select((target, t) => new Measurement(question.Name, target.Name, loads[t])).ToList();
            foreach (var result in results) Console.WriteLine(Row(result, results[0]));
            measured.AddRange(results);
        }

        return measured;
    }

    /// <summary>In seconds; of a run that is only to show that all works, no more than it measures.</summary>
    public static int WarmUpOf(int seconds, int rounds) => rounds < Rounds ? seconds : WarmUp;

    private static bool IsAsked(Target target, Question question) => target.Name switch
    {
        "ours" or "fixed" => true,
        Peers.Mercurius or Peers.PostGraphile => question.Name is "tiny" or "tree" or "list",
        _ => question.IsOfData,
    };

    public static string Row(Measurement m, Measurement ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {m.Question} | {m.Target} | {m.RequestsPerSecond:N0} | {m.P50:F2} | {m.P99:F2} | {m.CpuPerRequest:F3} | {m.Bytes:N0} | {(m == ours ? "" : $"{ours.RatioTo(m):F2} ×")} |");
}
