using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using StrategyGraph.Catalog;
using StrategyGraph.GraphQL.Http.Streaming;

namespace StrategyGraph.Server.Tests;

/// <summary>A running server, and <c>build</c> in other processes that publishes beside it.</summary>
public sealed class ReleaseSwapTests : IAsyncLifetime, IDisposable
{
    private readonly EditedSeeds _seeds = new();
    private RunningServer _server = null!;

    private string Published => Path.Combine(_server.Releases, ReleaseFile.Name);

    public async Task InitializeAsync() => _server = await RunningServer.StartWith(("RateLimits__RequestsPerSecond", "0"));

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose()
    {
        _server.Dispose();
        _seeds.Dispose();
    }

    // ── Vocabulary ──

    private Task<string> Publish(string title) => _seeds.Publish(title, _server.Releases);

    /// <summary>Waits until the server has said it.</summary>
    private async Task Said(string text)
    {
        var patience = Stopwatch.StartNew();
        while (!_server.Log.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"Nothing said '{text}': {_server.Log}");
            await Task.Delay(20);
        }
    }

    private async Task<(string Release, string Title)> Ask()
    {
        var data = await _server.Data($$"""
            { first: release { id } plans(where: { municipality: { code: { eq: "{{EditedSeeds.Municipality}}" } } }) { nodes { title } } last: release { id } }
            """);
        Assert.Equal(data.GetProperty("first").GetRawText(), data.GetProperty("last").GetRawText());
        return (data.GetProperty("first").GetProperty("id").GetString()!, data.GetProperty("plans").GetProperty("nodes")[0].GetProperty("title").GetString()!);
    }

    /// <summary>Puts a file in the release's place as a publisher does, in one step.</summary>
    private void Replace(byte[] content)
    {
        File.WriteAllBytes(Published + ".aside", content);
        File.Move(Published + ".aside", Published, overwrite: true);
    }

    private async Task<ClientWebSocket> Subscribe()
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(WebSocketConnection.Subprotocol);
        await socket.ConnectAsync(new UriBuilder(_server.Endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        await Send("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await Received(socket));
        await Send("""{"id":"s","type":"subscribe","payload":{"query":"subscription { releasePublished { id plans } }"}}""");
        return socket;

        Task Send(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
    }

    /// <summary>The next message that is no ping; empty for a close.</summary>
    private static async Task<string> Received(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            var text = Encoding.UTF8.GetString(buffer, 0, received.Count);
            if (text != """{"type":"ping"}""") return text;
        }
    }

    // ── Swaps ──

    [Fact]
    public async Task A_new_release_is_swapped_in_under_load_without_a_failed_or_mixed_answer_and_subscribers_are_told()
    {
        var before = await Ask();
        Assert.Equal(EditedSeeds.Title, before.Title);
        using var socket = await Subscribe();

        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentDictionary<(string Release, string Title), int>();
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) answers.AddOrUpdate(await Ask(), 1, (_, n) => n + 1);
        })).ToArray();

        var published = await Publish("新しい題");
        await Said($"in place of {before.Release}");
        Assert.Contains($$$"""{"releasePublished":{"id":"{{{published}}}","plans":5}}""", await Received(socket), StringComparison.Ordinal);
        var after = await Ask();
        await enough.CancelAsync();
        await Task.WhenAll(load);

        Assert.Equal((published, "新しい題"), after);
        Assert.Equal([before, after], answers.Keys.OrderBy(a => a.Release != before.Release));
        var swap = Assert.Single(_server.Log.Split('\n'), line => line.Contains("in place of", StringComparison.Ordinal));
        Assert.StartsWith($"Serving 5 plans, 89 measures of 2 municipalities; release {published} of ", swap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_damaged_or_altered_is_told_and_the_old_release_goes_on()
    {
        var before = await Ask();
        Replace(Encoding.UTF8.GetBytes("no release at all"));
        await Said($"Release {before.Release} goes on answering.");
        Assert.Equal(before, await Ask());

        // A release that says one thing in its hash and another in its rows.
        using var aside = new TemporaryFolder();
        await _seeds.Publish("題名甲", aside.Path);
        var altered = await File.ReadAllBytesAsync(Path.Combine(aside.Path, ReleaseFile.Name));
        var (from, to) = (Encoding.UTF8.GetBytes("題名甲"), Encoding.UTF8.GetBytes("題名乙"));
        Assert.True(altered.AsSpan().IndexOf(from) > 0);
        while (altered.AsSpan().IndexOf(from) is >= 0 and var at) to.CopyTo(altered, at);
        Replace(altered);
        await Said("its content is not what its hash says");
        Assert.Equal(before, await Ask());

        var published = await Publish("題名丙");
        await Said("in place of");
        Assert.Equal((published, "題名丙"), await Ask());
    }

    [Fact]
    public async Task The_same_content_is_no_news_and_a_file_that_is_gone_is_told()
    {
        var before = await Ask();
        Replace(await File.ReadAllBytesAsync(Published));
        await Task.Delay(TimeSpan.FromSeconds(5));
        File.Delete(Published);
        await Said($"Release {before.Release} goes on answering.");
        await Publish("別の題");
        await Said($"in place of {before.Release}");
        Assert.Single(_server.Log.Split('\n'), line => line.Contains("in place of", StringComparison.Ordinal));
        Assert.Single(_server.Log.Split('\n'), line => line.Contains("goes on answering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_copy_of_the_release_that_answers_is_told()
    {
        var before = await Ask();
        var copy = await File.ReadAllBytesAsync(Published);
        var whole = copy.ToArray();
        Array.Clear(copy, copy.Length / 2, 64 * 1024);
        Replace(copy);
        await Said("is damaged");
        Assert.Equal(before, await Ask());

        // Told once, and again only after it was whole.
        Replace(whole);
        await Task.Delay(TimeSpan.FromSeconds(5));
        Directory.Delete(_server.Releases, recursive: true);
        await Said("There is no release at");
        Assert.Equal(before, await Ask());
        Assert.Equal(2, _server.Log.Split('\n').Count(line => line.Contains("goes on answering", StringComparison.Ordinal)));
        Directory.CreateDirectory(_server.Releases);
    }

    [Fact]
    public async Task A_server_that_is_interrupted_takes_leave_of_its_subscribers()
    {
        using var socket = await Subscribe();
        var interrupted = _server.Interrupt();
        Assert.Empty(await Received(socket));
        Assert.Equal((1001, "The server is stopping"), ((int)socket.CloseStatus!, socket.CloseStatusDescription));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await interrupted.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
