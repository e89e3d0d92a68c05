using System.Text.Json;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Tests;

/// <summary>A server over the fictitious plans in <c>ComparedPlans/</c>, whose few figures can be added up by reading them.</summary>
public sealed class ComparedPlans : IAsyncLifetime
{
    public const string Mihon = "mihon-pledges", Chuo = "chuo-strategy", Ichibu = "ichibu-plan", Isle = "isle-plan";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.Of(Path.Combine(Tool.Repository, "tests", "StrategyGraph.Server.Tests", "ComparedPlans"));

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _server.Dispose();
    }

    public static string PlanId(string id) => GlobalId.Encode("Plan", id);

    public static string FrameworkId(string id) => GlobalId.Encode("Framework", id);

    public Task<JsonElement> Query(string query, object? variables = null) => _server.Query(query, variables);

    public Task<JsonElement> Data(string query, object? variables = null) => _server.Data(query, variables);

    /// <summary>The code and message of a response's only error.</summary>
    public async Task<(string? Code, string? Message)> Error(string query, object? variables = null)
    {
        var error = Assert.Single((await Query(query, variables)).GetProperty("errors").EnumerateArray());
        return (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString());
    }
}

[CollectionDefinition(nameof(ComparedPlans))]
public sealed class ComparedPlansCollection : ICollectionFixture<ComparedPlans>;
