using System.Runtime.CompilerServices;
using StrategyGraph.Catalog;
using StrategyGraph.GraphQL;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Releases;

namespace StrategyGraph.Server.Tests;

/// <summary>The holder of the release that answers.</summary>
public sealed class ServedReleaseTests
{
    private static PlanGraph Graph(char hash) => new(Holdings.Empty, new Release(
        Release.CurrentFormat, new string(hash, 64), DateTime.UnixEpoch, "test", 0, 0, 0, 0, 0, 0, 0, 0, 0));

    [Fact]
    public async Task A_listener_hears_of_releases_after_it_began_and_of_the_latest_when_it_is_slow()
    {
        var (a, b, c, d) = (Graph('a'), Graph('b'), Graph('c'), Graph('d'));
        var served = new ServedRelease(Graph('0'));
        served.Replace(a);
        await using var newer = served.Newer().GetAsyncEnumerator();
        var first = newer.MoveNextAsync();
        served.Replace(b);
        Assert.True(await first);
        Assert.Same(b, newer.Current);
        served.Replace(c);
        served.Replace(d);
        Assert.True(await newer.MoveNextAsync());
        Assert.Same(d, newer.Current);
        Assert.Same(d, served.Graph);
    }

    [Fact]
    public async Task A_listener_that_leaves_is_forgotten()
    {
        var served = new ServedRelease(Graph('a'));
        using var gone = new CancellationTokenSource();
        var waiting = served.Newer(gone.Token).GetAsyncEnumerator().MoveNextAsync();
        Assert.Equal(1, served.Listeners);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        Assert.Equal(0, served.Listeners);
    }

    [Fact]
    public async Task Old_releases_are_freed_even_while_someone_subscribes()
    {
        var server = PlanSchema.CreateServer(PlanSchema.LoadSchema(), GraphQLOptions.Default);
        var (served, first) = Serve();
        var subscription = Subscribe(server, served);
        var second = await Swap(served, subscription, 'b');
        await Swap(served, subscription, 'c');

        for (var i = 0; i < 50 && (first.IsAlive || second.IsAlive); i++)
        {
            GC.Collect();
            await Task.Delay(10);
        }

        Assert.False(first.IsAlive, "The first release is still referred to.");
        Assert.False(second.IsAlive, "The second release is still referred to.");
        Assert.Equal(new string('c', 64), served.Graph.Release.ContentHash);
        await subscription.DisposeAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (ServedRelease, WeakReference) Serve()
    {
        var graph = Graph('a');
        return (new ServedRelease(graph), new WeakReference(graph));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Events Subscribe(GraphQLServer server, ServedRelease served) => new(server.ExecuteStream(
        new ExecutionRequest("subscription { releasePublished { id } }", Root: served.Graph), (_, _, gone) => served.Newer(gone)).GetAsyncEnumerator());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Swap(ServedRelease served, Events events, char hash)
    {
        var weak = Replace(served, hash);
        Assert.Equal($$$$"""{"data":{"releasePublished":{"id":"{{{{new string(hash, 12)}}}}"}}}""", await events.Next());
        return weak;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Replace(ServedRelease served, char hash)
    {
        var graph = Graph(hash);
        served.Replace(graph);
        return new WeakReference(graph);
    }

    /// <summary>A subscription that is always waiting for the next event.</summary>
    private sealed class Events : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<GraphQLResponse> _responses;
        private Task<bool> _moved;

        public Events(IAsyncEnumerator<GraphQLResponse> responses)
        {
            _responses = responses;
            _moved = responses.MoveNextAsync().AsTask();
        }

        public async Task<string> Next()
        {
            Assert.True(await _moved.WaitAsync(TimeSpan.FromSeconds(30)));
            string body;
            using (var response = _responses.Current) body = System.Text.Encoding.UTF8.GetString(response.Body.Span);
            _moved = _responses.MoveNextAsync().AsTask();
            return body;
        }

        // An enumerator that is waiting cannot be disposed of; nothing refers to this one any more.
        public ValueTask DisposeAsync() => default;
    }
}
