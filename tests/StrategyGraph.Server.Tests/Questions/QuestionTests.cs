using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyGraph.Server.Tests.Questions;

/// <summary>What a reader of the documents may ask, in plain language (questions.md), against the server.</summary>
[Collection(nameof(RunningServer))]
public sealed partial class QuestionTests(RunningServer server)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IReadOnlyList<(string Question, string Query, string Answer)> All = [.. Section().Split(Read())[1..].Select(Question)];

    public static TheoryData<string> Questions => [.. All.Select(q => q.Question)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_server_answers_as_the_documents_do(string question)
    {
        var (_, query, answer) = All.Single(q => q.Question == question);
        var answered = JsonNode.Parse((await server.Data(query)).GetRawText())!;
        var expected = JsonNode.Parse(answer)!;
        Assert.True(JsonNode.DeepEquals(expected, answered), $"Expected {expected.ToJsonString(Readable)}\nbut was {answered.ToJsonString(Readable)}");
    }

    private static (string, string, string) Question(string section)
    {
        var (question, blocks) = (section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim(), Block().Matches(section));
        return blocks is [{ } query, { } answer] && query.Groups[1].Value == "graphql" && answer.Groups[1].Value == "json"
            ? (question, query.Groups[2].Value, answer.Groups[2].Value)
            : throw new InvalidOperationException($"'{question}' must have one query and its answer.");
    }

    private static string Read([CallerFilePath] string file = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "questions.md"));

    [GeneratedRegex("^### ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
