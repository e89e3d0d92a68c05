using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StrategyGraph.Server.Tests;

/// <summary>The real server over the real seeds, in its own process on a loopback port of its own choice.</summary>
public sealed partial class RunningServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _releases = new();
    private Process? _process;

    /// <summary>Ends with <c>/graphql</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;
    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        _process = Tool.Start(["serve", "--urls", "http://127.0.0.1:0", "--plans", Tool.Seeds, "--releases", _releases.Path]);
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true, Value: var address })
            {
                Endpoint = new Uri(address);
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The server ended with exit code {_process.ExitCode} before it listened.");
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
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

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex Address();
}

[CollectionDefinition(nameof(RunningServer))]
public sealed class RunningServerCollection : ICollectionFixture<RunningServer>;
