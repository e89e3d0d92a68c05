using System.Globalization;
using System.Reflection;
using StrategyGraph.GraphQL;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>Settings: read from one file and the environment, refused when they are none, and documented as they are.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Without_a_file_everything_has_its_default() => Assert.Equal(GraphQLOptions.Default, Read(null).GraphQL);

    [Fact]
    public void A_file_sets_what_it_names_and_leaves_the_rest()
    {
        var settings = Read("""
            {
              // Comments are allowed.
              "GraphQL": { "Parsing": { "MaxTokens": 500 }, "execution": { "maxtime": "00:00:02.5" } },
              "Http": { "CorsOrigins": ["https://a.example", "http://localhost:3000"], "Compression": false, "TrustedProxies": "10.0.0.0/8, ::1" },
              "Logging": { "LogLevel": { "Default": "Warning" } }
            }
            """);

        Assert.Equal(500, settings.GraphQL.Parsing.MaxTokens);
        Assert.Equal(GraphQLOptions.Default.Parsing.MaxDepth, settings.GraphQL.Parsing.MaxDepth);
        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.GraphQL.Execution.MaxTime);
        Assert.Equal(GraphQLOptions.Default.Validation, settings.GraphQL.Validation);
        Assert.Equal(["https://a.example", "http://localhost:3000"], settings.Http.CorsOrigins);
        Assert.False(settings.Http.Compression);
        Assert.Equal(["10.0.0.0/8", "::1"], settings.Http.TrustedProxies);
        Assert.Equal(new RateLimitSettings(), settings.RateLimits);
        Assert.Equal(15_000, GraphQLOptions.Default.Parsing.MaxTokens);
    }

    [Theory]
    [InlineData("""{"Htpp":{}}""", "Setting 'Htpp' in appsettings.json is not known. Did you mean 'Http'?")]
    [InlineData("""{"Http":{"CorsOrigns":[]}}""", "Setting 'Http:CorsOrigns' is not known. Did you mean 'CorsOrigins'?")]
    [InlineData("""{"PersistedDocuments":{"x":1}}""", "Setting 'PersistedDocuments:x' is not known. Known are AutomaticBytes, TrustedFolder, TrustedOnly.")]
    [InlineData("""{"PersistedDocuments":5}""", "Setting 'PersistedDocuments' is '5'; expected: a section with AutomaticBytes, TrustedFolder, TrustedOnly.")]
    [InlineData("""{"GraphQL":{"Parsing":{"MaxTokens":"many"}}}""", "Setting 'GraphQL:Parsing:MaxTokens' is 'many'; expected: a whole number, 0 or more.")]
    [InlineData("""{"GraphQL":{"Parsing":{"MaxDepth":0}}}""", "Setting 'GraphQL:Parsing:MaxDepth' is '0'; expected: ")]
    [InlineData("""{"GraphQL":{"Execution":{"MaxTime":10}}}""", "Setting 'GraphQL:Execution:MaxTime' is '10'; expected: a time as hours:minutes:seconds, such as 00:00:10.")]
    [InlineData("""{"Http":{"Compression":"ja"}}""", "Setting 'Http:Compression' is 'ja'; expected: true or false.")]
    [InlineData("""{"RateLimits":{"Burst":-1}}""", "Setting 'RateLimits:Burst' is '-1'; expected: a whole number from 1 to 10000000.")]
    [InlineData("""{"RateLimits":{"Burst":{"a":1}}}""", "Setting 'RateLimits:Burst' is with a; expected: a whole number from 1 to 10000000.")]
    [InlineData("""{"Http":{"CacheControl":"max-age=soon"}}""", "Setting 'Http:CacheControl' is 'max-age=soon'; expected: a Cache-Control header, such as \"public, max-age=60\".")]
    [InlineData("""{"Http":{"CorsOrigins":["https://a.example/path"]}}""", "Setting 'Http:CorsOrigins' is with 0; expected: origins such as https://example.org, or *.")]
    [InlineData("""{"Http":{"TrustedProxies":"proxy"}}""", "Setting 'Http:TrustedProxies' is 'proxy'; expected: addresses or networks such as 10.0.0.0/8.")]
    [InlineData("{", "appsettings.json cannot be read: ")]
    public void What_is_no_setting_is_refused_by_name(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<SettingsException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(
        3, Assert.Throws<SettingsException>(() => Read("""{"A":1,"Http":{"B":1,"MaxConnections":"x"}}""")).Message.Split('\n').Length);

    [Fact]
    public async Task The_environment_wins_over_the_file_and_a_wrong_value_stops_the_program()
    {
        _folder.File(SettingsReader.File, """{"GraphQL":{"Parsing":{"MaxTokens":1}}}""");
        string[] query = ["query", "{ release { plans } }", "--plans", Tool.Seeds, "--releases", Path.Combine(_folder.Path, "releases")];

        var refused = await Tool.Run(query, folder: _folder.Path);
        Assert.Contains("more than 1 tokens", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.Run(query, folder: _folder.Path, environment: [("GRAPHQL__PARSING__MAXTOKENS", "100")])).ExitCode);

        var wrong = await Tool.Run(query, folder: _folder.Path, environment: [("GraphQL__Parsing__MaxTokens", "1O0"), ("RateLimit__Burst", "5")]);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Equal(
            ["Setting 'GraphQL:Parsing:MaxTokens' is '1O0'; expected: a whole number, 0 or more.", "Setting 'RateLimit' is not known. Did you mean 'RateLimits'?"],
            wrong.Errors.TrimEnd().Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documentation_lists_every_setting_with_its_default()
    {
        // Limits stand with their errors, and only there.
        string[] files = ["settings.md", "errors-and-limits.md"];
        var documented = files.SelectMany(file => File.ReadLines(Path.Combine(Tool.Repository, "docs", file)))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[1].Contains(':', StringComparison.Ordinal))
            .Select(cells => $"{cells[1].Trim('`')} = {cells[2].Trim('`')}");

        Assert.Equal(All(new ServerSettings(), "").Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private ServerSettings Read(string? json)
    {
        if (json is not null) _folder.File(SettingsReader.File, json);
        return SettingsReader.Read(_folder.Path);
    }

    private static IEnumerable<string> All(object section, string prefix) => SettingsReader.SettingsOf(section.GetType()).SelectMany(property =>
        SettingsReader.IsSection(property.PropertyType)
            ? All(property.GetValue(section)!, $"{prefix}{property.Name}:")
            : [$"{prefix}{property.Name} = {Printed(property, section)}"]);

    private static string Printed(PropertyInfo property, object section) => property.GetValue(section) switch
    {
        // Differs from machine to machine.
        _ when property.Name == nameof(GraphQLOptions.PooledContexts) => "2 a processor",
        null => "none",
        bool value => value ? "true" : "false",
        IReadOnlyList<string> list => list.Count == 0 ? "none" : string.Join(", ", list),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
