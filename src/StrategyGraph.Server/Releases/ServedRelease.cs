using System.Runtime.CompilerServices;
using System.Threading.Channels;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Releases;

/// <summary>
/// The release that answers now. Whoever answers a request takes <see cref="Graph"/> once and stays with it: a newer release takes its
/// place in one assignment, and the old one lasts as long as the requests that began on it.
/// </summary>
internal sealed class ServedRelease(PlanGraph graph)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Channel<PlanGraph>> _listeners = [];
    private volatile PlanGraph _graph = graph;

    public PlanGraph Graph => _graph;

    /// <summary>How many wait for the next release.</summary>
    public int Listeners
    {
        get
        {
            lock (_lock) return _listeners.Count;
        }
    }

    public void Replace(PlanGraph newer)
    {
        lock (_lock)
        {
            _graph = newer;
            foreach (var listener in _listeners) listener.Writer.TryWrite(newer);
        }
    }

    /// <summary>
    /// Each release that replaces another from now on. Who is slow gets the latest and misses those between: one release at most waits,
    /// so nobody keeps old ones in memory.
    /// </summary>
    public async IAsyncEnumerable<PlanGraph> Newer([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var listener = Channel.CreateBounded<PlanGraph>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_lock) _listeners.Add(listener);
        try
        {
            while (true) yield return await listener.Reader.ReadAsync(cancellationToken);
        }
        finally
        {
            lock (_lock) _listeners.Remove(listener);
        }
    }
}
