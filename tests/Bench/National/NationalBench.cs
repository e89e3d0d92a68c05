using System.CommandLine;
using StrategyGraph.Bench.National.References;
using StrategyGraph.Bench.National.References.Memory;

namespace StrategyGraph.Bench.National;

/// <summary><c>national</c>: our server beside fixed references over the plans of a whole country, all driven in one run.</summary>
internal static class NationalBench
{
    private static readonly string[] References = ["fixed", "memory", "sql"];

    public static Command Create()
    {
        var release = Release();
        var server = new Option<string>("--server")
        {
            Description = "The server's strategygraph.dll, as published.",
            HelpName = "file",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "strategygraph.dll"),
        };
        var seconds = new Option<int>("--seconds") { Description = "How long each drive takes.", DefaultValueFactory = _ => 5 };
        var only = new Option<string[]>("--only") { Description = "Only these questions.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("national", "Drive the server and fixed references with wrk, and print how they compare.") { release, server, seconds, only };
        command.SetAction(async (arguments, _) =>
        {
            await Run(arguments.GetRequiredValue(release), arguments.GetRequiredValue(server), arguments.GetValue(seconds), arguments.GetValue(only) ?? []);
            return 0;
        });
        return command;
    }

    /// <summary><c>reference</c>: one of the references, as <c>national</c> starts it.</summary>
    public static Command CreateReference()
    {
        var kind = new Argument<string>("kind") { Description = "fixed, memory or sql." };
        var release = Release();
        var command = new Command("reference", "Serve a reference until it is ended.") { kind, release };
        command.SetAction((arguments, _) => ReferenceServer.Run(arguments.GetRequiredValue(kind), arguments.GetRequiredValue(release)));
        return command;
    }

    private static Option<string> Release() => new("--release") { Description = "The folder of the release to serve.", HelpName = "folder", Required = true };

    private static async Task Run(string release, string server, int seconds, string[] only)
    {
        var country = Country.Load(Path.Combine(release, Catalog.ReleaseFile.Name));
        Console.WriteLine($"{country.Municipalities.Length} municipalities, {country.Plans.Length} plans, {country.Measures.Length} measures");
        IReadOnlyList<Question> questions = [.. new Questions(country).All().Where(q => only.Length == 0 || only.Contains(q.Name))];
        var targets = new List<Target>();
        try
        {
            targets.Add(await Target.Ours(server, release));
            foreach (var kind in References) targets.Add(await Target.Reference(kind, release));
            await Race.Run(questions, targets, seconds, warmUp: true);
            foreach (var target in targets) Console.WriteLine($"{target.Name}: {target.Memory / 1_000_000} MB, at most {target.PeakMemory / 1_000_000} MB");
        }
        finally
        {
            foreach (var target in targets) target.Dispose();
        }
    }
}
