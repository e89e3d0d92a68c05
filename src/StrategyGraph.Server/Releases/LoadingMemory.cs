using System.Runtime;

namespace StrategyGraph.Server.Releases;

/// <summary>
/// What the garbage collector is told when a server starts. Nearly all that loading allocates is to stay, so collecting meanwhile is to walk
/// the same growing graph again and again: its pauses were a fifth of the time of a national release. It is let be until the graph is whole, then asked once
/// to give back all that was only for the way, when the first who waited for the server have been answered.
/// </summary>
internal static class LoadingMemory
{
    /// <summary>A smaller release is loaded before the collector would come.</summary>
    private const long SmallestFile = 8 * 1024 * 1024;

    /// <summary>What loading allocates for each byte of the file, with room for the first requests; where it takes more, the collector comes all the same.</summary>
    private const double PerByteOfFile = 2;

    /// <summary>Whoever waits for the server to start asks within this time, and is not to wait for the collector as well.</summary>
    private static readonly TimeSpan FirstAnswers = TimeSpan.FromSeconds(1);

    /// <summary>Before the first release is loaded, while nothing else runs.</summary>
    public static void Prepare(string release)
    {
        var file = new FileInfo(release);
        if (!file.Exists || file.Length < SmallestFile) return;
        try
        {
            GC.TryStartNoGCRegion((long)(file.Length * PerByteOfFile), disallowFullBlockingGC: true);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // The machine, or the container, has not so much: then it is collected as usual.
        }
    }

    /// <summary>When the server listens: the collector is asked once it has given its first answers. Requests wait for it, half a second with a national release.</summary>
    public static void SettleSoon() => new Thread(Settle) { Name = "settling", IsBackground = true }.Start();

    private static void Settle()
    {
        Thread.Sleep(FirstAnswers);
        try
        {
            if (GCSettings.LatencyMode is GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // Requests allocated what was left between the question and the end: the collector came by itself.
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
