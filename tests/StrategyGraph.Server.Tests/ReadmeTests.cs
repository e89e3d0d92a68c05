using System.Text.Json;
using System.Text.RegularExpressions;

namespace StrategyGraph.Server.Tests;

/// <summary>Keeps the README true: every query in it is asked, and answered as printed there.</summary>
[Collection(nameof(RunningServer))]
public sealed partial class ReadmeTests(RunningServer server)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Tool.Repository, "README.md"));

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (Match example in Example().Matches(Readme)) examples.Add(example.Groups["query"].Value, example.Groups["answer"].Value);
        return examples;
    }

    [Fact]
    public void It_asks_for_researchers_a_front_end_and_an_open_data_developer() => Assert.Equal(4, Examples().Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Its_queries_have_the_answers_it_prints(string query, string answer)
    {
        var response = await server.Query(query);

        Assert.Equal(Normal(JsonDocument.Parse(answer).RootElement), Normal(response));
    }

    [Fact]
    public async Task The_lines_of_a_start_are_those_it_prints()
    {
        using var releases = new TemporaryFolder();
        var (code, output, _) = await Tool.Run(["build", "--plans", Tool.Seeds, "--releases", releases.Path]);

        Assert.Equal(0, code);
        Assert.Contains(output.Trim(), Readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_it_names_exist()
    {
        var (_, help, _) = await Tool.Run(["--help"]);
        foreach (Match command in Command().Matches(Readme)) Assert.Contains($"  {command.Groups[1].Value}", help, StringComparison.Ordinal);
    }

    private static string Normal(JsonElement value) => JsonSerializer.Serialize(value);

    [GeneratedRegex(@"```graphql\n(?<query>.*?)```\s*```json\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `(\w+)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
