using System.CommandLine;
using StrategyGraph.Bench.National.References;
using StrategyGraph.Bench.National.References.Memory;
using StrategyGraph.Server.Commands;

namespace StrategyGraph.Bench.National;

/// <summary><c>national</c>: our server beside fixed references over the plans of a whole country, all driven in one run.</summary>
internal static class NationalBench
{
    private const int Seed = 42, NextSeed = 43;

    private static readonly string[] References = ["fixed", "memory", "sql"];

    public static Command Create()
    {
        var release = new Option<string?>("--release") { Description = "Only the race, over this release.", HelpName = "folder" };
        var server = new Option<string>("--server")
        {
            Description = "The server's strategygraph.dll, as published; else as it was built beside this program.",
            HelpName = "file",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "strategygraph.dll"),
        };
        var releases = new Option<string>("--releases")
        {
            Description = "Where the releases that are measured are kept, named by municipalities and seed; what is not there is made.",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "strategygraph-bench"),
        };
        var seconds = new Option<int>("--seconds") { Description = "How long each drive takes.", DefaultValueFactory = _ => 2 };
        var only = new Option<string[]>("--only") { Description = "Only these questions, with --release.", AllowMultipleArgumentsPerToken = true };
        var smoke = new Option<bool>("--smoke") { Description = "Everything on twenty municipalities, a second each: whether it runs, and answers agree." };
        var peers = new Option<bool>("--peers") { Description = "Beside the references GraphQL servers of others, from npm: Mercurius and PostGraphile. Needs Node.js and PostgreSQL." };
        var write = new Option<string?>("--write") { Description = "Write performance.md and performance.svg into this folder.", HelpName = "folder" };
        var command = new Command("national", "Measure the server beside fixed references: answers, start, memory, a swap under load, allocation.") { release, server, releases, seconds, only, smoke, peers, write };
        command.SetWork(async (arguments, cancellation) =>
        {
            // Whoever waits for a server that has ended goes no further.
            await using var stopping = cancellation.Register(Target.EndAll);
            try
            {
                return await Task.Run(() => Run(arguments), CancellationToken.None);
            }
            catch (Exception e) when (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(e.Message, e, cancellation);
            }
        });
        return command;

        async Task<int> Run(ParseResult arguments)
        {
            var dll = Path.GetFullPath(arguments.GetRequiredValue(server));
            if (arguments.GetValue(peers) && Peers.Missing is { } missing)
            {
                Console.Error.WriteLine(missing);
                return 1;
            }

            if (arguments.GetValue(release) is { } folder)
            {
                await RaceOver(folder, dll, arguments.GetValue(seconds), Race.Rounds, arguments.GetValue(peers), arguments.GetValue(only) ?? []);
                return 0;
            }

            var results = arguments.GetValue(smoke)
                ? await Smoke(dll, arguments.GetValue(peers))
                : await Whole(new Releases(dll, arguments.GetRequiredValue(releases)), dll, [100, 1_000, 1_741], arguments.GetValue(seconds), Race.Rounds, starts: 5, arguments.GetValue(peers));
            Console.WriteLine(Report.Markdown(results));
            if (arguments.GetValue(write) is { } docs)
            {
                File.WriteAllText(Path.Combine(docs, "performance.md"), Report.Markdown(results));
                File.WriteAllText(Path.Combine(docs, "performance.svg"), Plot.Draw(results.Race));
            }

            return 0;
        }
    }

    /// <summary><c>reference</c>: one of the references, as <c>national</c> starts it.</summary>
    public static Command CreateReference()
    {
        var kind = new Argument<string>("kind") { Description = "fixed, memory or sql." };
        var release = new Option<string>("--release") { Description = "The folder of the release to answer from.", HelpName = "folder", Required = true };
        var command = new Command("reference", "Serve a reference until it is ended.") { kind, release };
        command.SetAction((arguments, _) => ReferenceServer.Run(arguments.GetRequiredValue(kind), arguments.GetRequiredValue(release)));
        return command;
    }

    private static async Task<Results> Smoke(string server, bool peers)
    {
        var folder = Directory.CreateTempSubdirectory("strategygraph-bench-");
        try
        {
            return await Whole(new Releases(server, folder.FullName), server, [20], seconds: 1, rounds: 1, starts: 1, peers);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="sizes">In municipalities; the last is that of the race.</param>
    private static async Task<Results> Whole(Releases releases, string server, int[] sizes, int seconds, int rounds, int starts, bool peers)
    {
        var (all, next, seeds) = (releases.Generated(sizes[^1], Seed), releases.Generated(sizes[^1], NextSeed), releases.Seeds());
        Tell("starts");
        var started = new[]
        {
            await StartTime.Measure("seeds", server, seeds, starts),
            await StartTime.Measure($"{sizes[^1]:N0} municipalities", server, all, starts),
        };
        var measured = new List<Size>();
        foreach (var size in sizes)
        {
            Tell($"{size} municipalities");
            measured.Add(await Size.Measure(server, releases.Generated(size, Seed), seconds, rounds));
        }

        Tell("a swap under load");
        var swap = await Swap.Measure(server, all, next, seconds);
        Tell("allocation");
        var allocations = await Allocation.Measure(all, new Questions(Country.Load(Releases.FileOf(all))).All(), Math.Min(seconds, 2), rounds);
        Tell("the race");
        var (race, bytes) = await RaceOver(all, server, seconds, rounds, peers, []);
        return new Results(measured[^1].Municipalities, measured[^1].Measures, seconds, rounds, race, bytes, started, measured, swap, allocations);
    }

    /// <summary>What begins now, on standard error.</summary>
    public static void Tell(string step) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {step}");

    private static async Task<(IReadOnlyList<Measurement> Race, IReadOnlyDictionary<string, (long, long)> Bytes)> RaceOver(
        string release, string server, int seconds, int rounds, bool peers, string[] only)
    {
        var country = Country.Load(Releases.FileOf(release));
        Console.WriteLine($"{country.Municipalities.Length} municipalities, {country.Plans.Length} plans, {country.Measures.Length} measures");
        IReadOnlyList<Question> questions = [.. new Questions(country).All().Where(q => only.Length == 0 || only.Contains(q.Name))];
        var targets = new List<Target>();
        try
        {
            targets.Add(await Target.Ours(server, release));
            foreach (var kind in References) targets.Add(await Target.Reference(kind, release));
            if (peers)
            {
                await foreach (var peer in Peers.Start(release)) targets.Add(peer);
            }

            var race = await Race.Run(questions, targets, seconds, rounds);
            foreach (var target in targets) Console.WriteLine($"{target.Name}: {target.Memory / 1_000_000} MB, at most {target.PeakMemory / 1_000_000} MB");
            return (race, targets.ToDictionary(t => t.Name, t => (t.Memory, t.PeakMemory)));
        }
        finally
        {
            foreach (var target in targets) target.Dispose();
        }
    }
}
