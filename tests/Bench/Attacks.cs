using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Bench;

/// <summary>A request that is made to cost as much as it can before it is refused.</summary>
/// <param name="Code">What its last error is to say.</param>
internal sealed record Attack(string Name, string Code, HttpRequestParts Request);

/// <summary>
/// One or more attacks for every limit that a request can reach without running. What stops a running operation (time, bytes of the
/// response, errors of fields) costs what it allows.
/// </summary>
internal static class Attacks
{
    private static readonly GraphQLOptions Limits = GraphQLOptions.Default;

    public static IReadOnlyList<Attack> All { get; } =
    [
        new("a body of braces over the limit", ErrorCodes.BodyTooLarge, Subject.Post(new string('{', Limits.Http.MaxBodyBytes + 1))),
        new("a body of braces, 1 MiB", ErrorCodes.InvalidJson, Subject.Post(new string('{', Limits.Http.MaxBodyBytes))),
        new("a body of brackets where it is passed over", ErrorCodes.JsonTooDeep, Subject.Post($$$"""{"query":"{a}","x":{{{new string('[', 1_000_000)}}}""")),
        new("a long string without an end", ErrorCodes.InvalidJson, Subject.Post($"{{\"query\":\"{new string('x', 1_000_000)}")),
        new("escapes, each of six bytes", ErrorCodes.ParseFailed, Query(string.Concat(Enumerable.Repeat("\\u0021", 170_000)))),
        new("one key forty thousand times", ErrorCodes.InvalidRequest, Variables($"{{{Each(40_000, _ => "\"a\":0,")}\"a\":0}}")),

        new("a document of braces", ErrorCodes.ParseFailed, Query(new string('{', 250_000))),
        new("a document over the limit", ErrorCodes.DocumentTooLarge, Query(new string('!', 1_000_000))),
        new("a document of punctuators", ErrorCodes.ParseFailed, Query(new string('!', 250_000))),
        new("values nested", ErrorCodes.DocumentTooDeep, Query($"{{ a(b: {new string('[', 250_000)}")),
        new("types nested", ErrorCodes.DocumentTooDeep, Query($"query($a: {new string('[', 250_000)}")),
        new("selections nested", ErrorCodes.DocumentTooDeep, Query(Each(80_000, _ => "{a"))),
        new("tokens", ErrorCodes.TooManyTokens, Query($"{{ {Each(120_000, _ => "a ")}}}")),
        new("a string without an end", ErrorCodes.ParseFailed, Query($"{{ a(b: \\\"{new string('x', 250_000)}")),
        new("a block string without an end", ErrorCodes.ParseFailed, Query($"{{ a(b: \\\"\\\"\\\"{Each(120_000, _ => "\\n")}")),
        new("a name of 250 KB in a syntax error", ErrorCodes.ParseFailed, Query($"{{ a }} {new string('x', 250_000)}")),

        new("aliases", ErrorCodes.TooManyAliases, Query($"{{ {Each(3_700, i => $"a{i}: __typename ")}}}")),
        new("directives at one place", ErrorCodes.TooManyDirectives, Query($"{{ __typename {Each(7_400, _ => "@a ")}}}")),
        new("fragment spreads", ErrorCodes.TooManyFragmentSpreads, Query($"{{ {Each(7_000, _ => "...F ")}}} fragment F on Query {{ __typename }}")),
        new("fragments spread in a chain", ErrorCodes.OperationTooDeep, Query(Chain(980))),
        new("fragments nested through each other", ErrorCodes.FragmentsTooDeep, Query(
            $"{{ __schema {{ ...F0 }} }} {Each(400, i => $"fragment F{i} on __Schema {{ ... {{ ... {{ ...F{i + 1} }} }} }} ")}fragment F400 on __Schema {{ __typename }}")),
        new("a ring of fragments", ErrorCodes.ValidationFailed, Query($"{{ ...F0 }} {Each(900, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 900} }} ")}")),
        new("all fragments spread all", ErrorCodes.TooManyErrors, Query($"{{ ...F0 }} {Each(31, i => $"fragment F{i} on Query {{ {Each(31, j => $"...F{j} ")}}} ")}")),
        new("many operations over many fragments", ErrorCodes.TooManyFragmentSteps, Query(
            Each(480, i => $"query Q{i}($v: Boolean!) {{ ...F{i} }} ") + Each(480, i => $"fragment F{i} on Query {{ __typename @skip(if: $v) {(i < 479 ? $"...F{i + 1}" : "")} }} "))),
        new("one field with other arguments each time", ErrorCodes.TooManyErrors, Query($"{{ {Each(1_400, i => $"plan(id: {i}) {{ id }} ")}}}")),
        new("a conflict below overlapping selections", ErrorCodes.TooManyMergeComparisons, Query(
            $"{{ {Each(900, _ => "plans { nodes { goals { id title measures { id } } } } ")} release {{ id: plans id: measures }} }}")),
        new("many conflicts below overlapping selections", ErrorCodes.TooManyErrors, Query(
            $"{{ {Each(500, i => $"plans {{ nodes {{ goals {{ title(language: {(i % 2 == 0 ? "JA" : "EN")}) measures {{ title(language: {(i % 2 == 0 ? "JA" : "EN")}) }} }} }} }} ")} }}")),
        new("conditions that multiply", ErrorCodes.TooManyFields, Query(Families.All.First(f => f.Name == "conditions that multiply").Document(100).Replace("\n", " ", StringComparison.Ordinal))),
        new("lists within lists", ErrorCodes.CostTooHigh, Query($"{{ measures(first: 100) {{ nodes {{ {Each(40, _ => "plan { measures { ")}id{new string('}', 82)} }}")),
        new("introspection nested", ErrorCodes.IntrospectionTooDeep, Query($"{{ __schema {{ types {{ {Each(30, _ => "fields { type { ")}name{new string('}', 62)} }}")),

        new("unknown fields with names nearly right", ErrorCodes.TooManyErrors, Query($"{{ {Each(3_000, i => $"municipalitie{i % 10}x ")}}}")),
        new("unknown types with names nearly right", ErrorCodes.TooManyErrors, Query($"{{ {Each(2_000, i => $"... on ListFilterInputTypeOfGoalFilterInpu{i % 10} {{ id }} ")}}}")),
        new("unknown types with names of 2,000 letters", ErrorCodes.TooManyErrors, Query($"{{ {Each(110, _ => $"... on {new string('x', 2_000)} {{ id }} ")}}}")),
        new("one name of 200 KB in a hundred errors", ErrorCodes.TooManyErrors, Query($"query {new string('x', 200_000)}({Each(200, i => $"$v{i}: Int ")}) {{ __typename }}")),
        new("unknown fields of a large value", ErrorCodes.TooManyErrors, Query($"{{ plans(where: {{ {Each(1_900, i => $"titl{i}: {{ a: 1 }} ")}}}) {{ totalCount }} }}")),
        new("enum values nearly right", ErrorCodes.TooManyErrors, Query($"{{ plans(where: {{ kind: {{ in: [{Each(14_000, i => $"PLEDGE_SE{i % 10} ")}] }} }}) {{ totalCount }} }}")),
        new("a late error in a document of 15,000 tokens", ErrorCodes.ValidationFailed, Query($"{Each(1_100, i => $"query Q{i} {{ release {{ id publishedAt contentHash municipalities plans measures }} }} ")} query Last {{ nothing }}")),

        new("variables over the limit", ErrorCodes.ParameterTooLarge, Variables($$$"""{"in":["{{{new string('x', 900_000)}}}"]}""")),
        new("variables nested", ErrorCodes.VariablesTooDeep, Variables(Nested(30))),
        new("a list of 85,000 items", ErrorCodes.TooManyListItems, Variables($$$"""{"where":{"or":[{{{Each(85_000, _ => "{},")}}}{}]}}""")),
        new("items of the wrong type", ErrorCodes.TooManyErrors, Variables($$$"""{"where":{"or":[{{{Each(5_000, i => $"\"{i}{new string('x', 40)}\",")}}}{}]}}""")),
        new("unknown fields in variables", ErrorCodes.TooManyErrors, Variables($$$"""{"where":{{{{Each(18_000, i => $"\"titl{i}\":0,")}}}"x":1}}""")),
        new("unknown fields with names of 4.5 KB", ErrorCodes.TooManyErrors, Variables($$$"""{"where":{{{{Each(55, i => $"\"{i}{new string('x', 4_500)}\":0,")}}}"x":1}}""")),
        new("a string of 250 KB of the wrong type", ErrorCodes.BadUserInput, Variables($$$"""{"where":"{{{new string('x', 250_000)}}}"}""")),
        new("a number of 250,000 digits", ErrorCodes.BadUserInput, Variables($$$"""{"where":{"progress":{"percent":{"eq":{{{new string('9', 250_000)}}}} } } }""")),
        new("enum values nearly right in variables", ErrorCodes.TooManyErrors, Variables($$$"""{"where":{"kind":{"in":[{{{Each(9_900, i => $"\"PLEDGE_SE{i % 10}\",")}}}"X"]} } }""")),
    ];

    private static HttpRequestParts Query(string text) => Subject.Post($"{{\"query\":\"{text}\"}}");

    private static HttpRequestParts Variables(string json) => Subject.Post(
        $"{{\"query\":\"query($where: PlanFilterInput) {{ plans(where: $where) {{ totalCount }} }}\",\"variables\":{json}}}");

    private static string Chain(int length) =>
        $"{{ ...F0 }} {Each(length, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")}fragment F{length} on Query {{ __typename }}";

    private static string Nested(int levels) => $$$"""{"where":{{{Each(levels, _ => "{\"and\":[")}}}{}{{{Each(levels, _ => "]}")}}}}""";

    private static string Each(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }

    /// <summary>The code of the last error in an answer.</summary>
    public static string CodeOf(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("errors", out var errors) && errors.EnumerateArray().Last().TryGetProperty("extensions", out var extensions)
            ? extensions.GetProperty("code").GetString()!
            : "(none)";
    }
}
