using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrategyGraph.Catalog;
using StrategyGraph.GraphQL.Http.Streaming;

namespace StrategyGraph.Server.Tests;

/// <summary>A running server, and <c>build</c> in other processes that publishes beside it.</summary>
public sealed partial class ReleaseSwapTests : IAsyncLifetime, IDisposable
{
    private const string Title = "第2期北斗市まち・ひと・しごと創生総合戦略骨子案";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _output = [], _errors = [];
    private readonly HttpClient _http = new();
    private Process? _process;
    private Uri _endpoint = null!;

    private string Plans => Path.Combine(_folder.Path, "plans");
    private string Releases => Path.Combine(_folder.Path, "releases");
    private string Published => Path.Combine(Releases, ReleaseFile.Name);

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(Tool.Seeds, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Plans, Path.GetRelativePath(Tool.Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _process = Tool.Start(
            ["serve", "--urls", "http://127.0.0.1:0", "--plans", Plans, "--releases", Releases], environment: [("RateLimits__RequestsPerSecond", "0")]);
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _endpoint = new Uri(Address().Match(await Line(_output, "GraphQL at ")).Value);
    }

    public async Task DisposeAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    // ── Vocabulary ──

    /// <summary>The next line that holds a text; those before it are passed over.</summary>
    private static async Task<string> Line(ConcurrentQueue<string> lines, string text)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (lines.TryDequeue(out var line))
            {
                if (line.Contains(text, StringComparison.Ordinal)) return line;
            }
            else
            {
                Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"Nothing said '{text}'.");
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Publishes the plans with another title of one, in a process of its own; the release's id.</summary>
    private async Task<string> Build(string title, string? releases = null)
    {
        var file = Path.Combine(Plans, "hokuto", "strategy-2-outline.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(Tool.Seeds, "hokuto", "strategy-2-outline.yaml"));
        Assert.Contains(Title, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(Title, title, StringComparison.Ordinal));
        var (code, output, errors) = await Tool.Run(["build", "--plans", Plans, "--releases", releases ?? Releases]);
        Assert.True(code == 0, errors);
        return output.Split(' ')[2].TrimEnd(':');
    }

    private async Task<(string Release, string Title)> Ask()
    {
        using var response = await _http.PostAsJsonAsync(_endpoint, new
        {
            query = "{ first: release { id } plans(where: { municipality: { code: { eq: \"012360\" } } }) { nodes { title } } last: release { id } }",
        });
        var data = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
        Assert.Equal(data.GetProperty("first").GetRawText(), data.GetProperty("last").GetRawText());
        return (data.GetProperty("first").GetProperty("id").GetString()!, data.GetProperty("plans").GetProperty("nodes")[0].GetProperty("title").GetString()!);
    }

    /// <summary>Puts a file in the release's place as a publisher does, in one step.</summary>
    private void Replace(byte[] content)
    {
        File.WriteAllBytes(Published + ".aside", content);
        File.Move(Published + ".aside", Published, overwrite: true);
    }

    // ── Swaps ──

    [Fact]
    public async Task A_new_release_is_swapped_in_under_load_without_a_failed_or_mixed_answer_and_subscribers_are_told()
    {
        var before = await Ask();
        Assert.Equal(Title, before.Title);
        using var socket = await Subscribed();

        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentDictionary<(string Release, string Title), int>();
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) answers.AddOrUpdate(await Ask(), 1, (_, n) => n + 1);
        })).ToArray();

        var built = await Build("新しい題");
        Assert.Contains($"release {built} of", await Line(_output, "in place of"), StringComparison.Ordinal);
        Assert.Contains($$$"""{"releasePublished":{"id":"{{{built}}}","plans":3}}""", await Received(socket), StringComparison.Ordinal);
        var after = await Ask();
        await enough.CancelAsync();
        await Task.WhenAll(load);

        Assert.Equal((built, "新しい題"), after);
        Assert.Equal([before, after], answers.Keys.OrderBy(a => a.Release != before.Release));
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task What_is_damaged_or_altered_is_told_and_the_old_release_goes_on()
    {
        var before = await Ask();
        Replace(Encoding.UTF8.GetBytes("no release at all"));
        Assert.EndsWith($"Release {before.Release} goes on answering.", await Line(_errors, "goes on"), StringComparison.Ordinal);
        Assert.Equal(before, await Ask());

        // A release that says one thing in its hash and another in its rows.
        var aside = Path.Combine(_folder.Path, "aside");
        await Build("題名甲", aside);
        var altered = await File.ReadAllBytesAsync(Path.Combine(aside, ReleaseFile.Name));
        var (from, to) = (Encoding.UTF8.GetBytes("題名甲"), Encoding.UTF8.GetBytes("題名乙"));
        Assert.True(altered.AsSpan().IndexOf(from) > 0);
        while (altered.AsSpan().IndexOf(from) is >= 0 and var at) to.CopyTo(altered, at);
        Replace(altered);
        Assert.Contains("its content is not what its hash says", await Line(_errors, "goes on"), StringComparison.Ordinal);
        Assert.Equal(before, await Ask());

        var built = await Build("題名丙");
        await Line(_output, "in place of");
        Assert.Equal((built, "題名丙"), await Ask());
    }

    [Fact]
    public async Task The_same_content_is_no_news()
    {
        var before = await Ask();
        Replace(await File.ReadAllBytesAsync(Published));
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Build("別の題");
        Assert.Contains($"in place of {before.Release}", await Line(_output, "in place of"), StringComparison.Ordinal);
        Assert.Empty(_errors);
    }

    private async Task<ClientWebSocket> Subscribed()
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(WebSocketConnection.Subprotocol);
        await socket.ConnectAsync(new UriBuilder(_endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        await Send("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await Received(socket));
        await Send("""{"id":"s","type":"subscribe","payload":{"query":"subscription { releasePublished { id plans } }"}}""");
        return socket;

        Task Send(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
    }

    /// <summary>The next message that is no ping.</summary>
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

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex Address();
}
