using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StrategyGraph.Server.Tests;

/// <summary>The real server over the real seeds, in its own process on a loopback port of its own choice.</summary>
public sealed partial class RunningServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _releases = new();
    // Tests of many kinds share this server from one address, and ask more than one client may.
    private readonly (string Name, string Value)[] _environment = [("RateLimits__RequestsPerSecond", "0")];
    private readonly StringBuilder _log = new();
    private string _plans = Tool.Seeds;
    private Process? _process;

    public RunningServer()
    {
    }

    private RunningServer((string, string)[] environment) => _environment = environment;

    /// <summary>A server of other plan files than the seeds; whoever starts it disposes of it.</summary>
    public static async Task<RunningServer> Of(string plans)
    {
        var server = new RunningServer { _plans = plans };
        await server.InitializeAsync();
        return server;
    }

    /// <summary>A server with settings; whoever starts it disposes of it.</summary>
    public static async Task<RunningServer> StartWith(params (string Name, string Value)[] environment)
    {
        var server = new RunningServer(environment);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>What it has written since it listens, errors included.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>The folder of its releases.</summary>
    public string Releases => _releases.Path;

    /// <summary>Ends with <c>/graphql</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;
    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        _process = Tool.Start(["serve", "--urls", "http://127.0.0.1:0", "--plans", _plans, "--releases", _releases.Path], environment: _environment);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true, Value: var address })
            {
                Endpoint = new Uri(address);
                _ = KeepOutput(_process.StandardOutput);
                return;
            }
        }

        throw new InvalidOperationException($"The server ended with exit code {_process.ExitCode} before it listened.");
    }

    public Task DisposeAsync() => Stop(_process!.Kill);

    /// <summary>Asks the server to end, as an operator does, and waits until it has.</summary>
    public Task Interrupt() => Stop(() => Process.Start("kill", ["-INT", $"{_process!.Id}"]).WaitForExit());

    private async Task Stop(Action stop)
    {
        if (_process is not { HasExited: false }) return;
        stop();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        _process?.Dispose();
        _releases.Dispose();
    }

    /// <summary>The whole response to a query, as it came.</summary>
    public async Task<JsonElement> Query(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync(Endpoint, new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a query that has no errors.</summary>
    public async Task<JsonElement> Data(string query, object? variables = null)
    {
        var response = await Query(query, variables);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    private async Task KeepOutput(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line) Keep(line);
    }

    private void Keep(string? line)
    {
        lock (_log) _log.AppendLine(line);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex Address();
}

[CollectionDefinition(nameof(RunningServer))]
public sealed class RunningServerCollection : ICollectionFixture<RunningServer>;
