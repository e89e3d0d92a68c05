using StrategyGraph.Bench.National.References.Memory;

namespace StrategyGraph.Bench.National;

/// <summary>What a release of some size takes: of memory, and of time where an answer does not depend on the size.</summary>
/// <param name="AfterLoad">Bytes that the process has once it has answered a first query and rested.</param>
/// <param name="AfterUse">The same once it has been driven with every question and has rested.</param>
/// <param name="Heap">Bytes of objects after a full collection, nothing computed or searched yet.</param>
/// <param name="Settled">Bytes that the process has then.</param>
internal sealed record Size(int Municipalities, int Measures, long AfterLoad, long Peak, long AfterUse, long Heap, long Settled, Load Tiny, Load Tree)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task<Size> Measure(string server, string release, int seconds, int rounds)
    {
        var country = Country.Load(Releases.FileOf(release));
        var questions = new Questions(country).All();
        long heap, settled;
        using (var hosted = await Target.Hosted(release))
        {
            await Answers.Ask(hosted, questions[0].Bodies[0]);
            heap = await hosted.Tell(HostedServer.Heap);
            settled = hosted.Memory;
        }

        using var target = await Target.Ours(server, release);
        await Answers.Ask(target, questions[0].Bodies[0]);
        await Task.Delay(Rest);
        var (afterLoad, peak) = (target.Memory, target.PeakMemory);
        var loads = new Dictionary<string, Load>();
        foreach (var question in questions)
        {
            NationalBench.Tell($"{country.Municipalities.Length} municipalities: {question.Name}");
            // Of the others only what they leave in memory is asked.
            var driven = question.Name is "tiny" or "tree" ? Race.WarmUpOf(seconds, rounds) : seconds;
            await Wrk.Drive(target, question.Bodies, question.Connections, driven);
            loads.Add(question.Name, await Wrk.Drive(target, question.Bodies, question.Connections, driven));
        }

        await Task.Delay(Rest);
        return new Size(country.Municipalities.Length, country.Measures.Length, afterLoad, peak, target.Memory, heap, settled, loads["tiny"], loads["tree"]);
    }
}
