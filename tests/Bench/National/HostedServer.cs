using System.CommandLine;
using System.Globalization;
using StrategyGraph.Server.Commands;

namespace StrategyGraph.Bench.National;

/// <summary>
/// <c>hosted</c>: our server run by this program, to ask its runtime what only the process itself knows. Each line of input is a question,
/// answered by a number of bytes on a line: <c>allocated</c> since it began, or on the <c>heap</c> after a full collection.
/// </summary>
internal static class HostedServer
{
    public const string Allocated = "allocated", Heap = "heap";

    public static Command Create()
    {
        var release = new Option<string>("--release") { Description = "The folder of the release to serve.", Required = true };
        var command = new Command("hosted", "Serve a release, and tell on request what is allocated.") { release };
        command.SetAction((arguments, cancellation) => Run(arguments.GetRequiredValue(release), cancellation));
        return command;
    }

    private static async Task<int> Run(string release, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var serving = ServeCommand.Create().Parse(["--urls", "http://127.0.0.1:0", "--plans", Path.Combine(release, "no-plan-files"), "--releases", release]).InvokeAsync(null, ending.Token);
        while (await Console.In.ReadLineAsync(cancellation) is { } question)
        {
            var bytes = question == Heap ? HeapAfterCollection() : GC.GetTotalAllocatedBytes(precise: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BYTES {bytes}"));
        }

        // Whoever asked is gone.
        await ending.CancelAsync();
        return await serving;
    }

    /// <summary>Gives memory back to the system as well.</summary>
    private static long HeapAfterCollection()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var collected = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return collected.HeapSizeBytes - collected.FragmentedBytes;
    }
}
