using System.Globalization;
using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>Every operation on every kind of field, against the same question answered from the list itself.</summary>
[Collection(nameof(RunningServer))]
public sealed class FilterTests(RunningServer server)
{
    private static readonly Dictionary<string, Func<string?, string, bool>> OnText = new()
    {
        ["eq"] = (v, x) => v == x,
        ["contains"] = (v, x) => v?.Contains(x, StringComparison.Ordinal) is true,
        ["startsWith"] = (v, x) => v?.StartsWith(x, StringComparison.Ordinal) is true,
        ["endsWith"] = (v, x) => v?.EndsWith(x, StringComparison.Ordinal) is true,
    };

    private static readonly Dictionary<string, Func<double?, double, bool>> OnNumbers = new()
    {
        ["eq"] = (v, x) => v == x,
        ["gt"] = (v, x) => v > x,
        ["gte"] = (v, x) => v >= x,
        ["lt"] = (v, x) => v < x,
        ["lte"] = (v, x) => v <= x,
    };

    /// <summary>The negation of an operation holds for everything else.</summary>
    private static string Negated(string operation) => operation == "eq" ? "neq" : "n" + operation;

    public static TheoryData<string> TextOperations => [.. OnText.Keys];
    public static TheoryData<string> NumberOperations => [.. OnNumbers.Keys];

    [Theory]
    [MemberData(nameof(TextOperations))]
    public async Task Texts_are_asked_as_a_reader_of_the_list_would(string operation)
    {
        var all = await Measures("title label summary");
        foreach (var field in new[] { "title", "label", "summary" })
        {
            foreach (var operand in new[] { "観光", "②", "", "します", "no such text", "\"", "苫小牧市" }.Append(all[3].GetProperty(field).GetString() ?? "?"))
            {
                var expected = Ids(all.Where(m => OnText[operation](m.GetProperty(field).GetString(), operand)));
                await AssertFound(expected, $$"""{ {{field}}: { {{operation}}: $text } }""", "String", operand);
                await AssertFound(Ids(all).Except(expected), $$"""{ {{field}}: { {{Negated(operation)}}: $text } }""", "String", operand);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NumberOperations))]
    public async Task Numbers_of_computed_fields_are_asked_as_a_reader_of_the_list_would(string operation)
    {
        var all = (await Measures("progress { percent computed { parts } }")).Where(m => m.GetProperty("progress").ValueKind is not JsonValueKind.Null).ToList();
        foreach (var operand in new[] { 0, 80, 93.5, 100, -1e300 })
        {
            var expected = Ids(all.Where(m => OnNumbers[operation](Number(m.GetProperty("progress").GetProperty("percent")), operand)));
            await AssertFound(expected, $$"""{ progress: { percent: { {{operation}}: $text } } }""", "Float", operand);
            await AssertFound(Ids(all).Except(expected), $$"""{ progress: { percent: { {{Negated(operation)}}: $text } } }""", "Float", operand);
        }

        var computed = all.Where(m => m.GetProperty("progress").GetProperty("computed").ValueKind is not JsonValueKind.Null).ToList();
        var withTwo = Ids(computed.Where(m => OnNumbers[operation](Number(m.GetProperty("progress").GetProperty("computed").GetProperty("parts")), 2)));
        await AssertFound(withTwo, $$"""{ progress: { computed: { parts: { {{operation}}: $text } } } }""", "Int", 2);
    }

    [Theory]
    [InlineData("{ some: { title: { contains: \"観光\" } } }")]
    [InlineData("{ none: { title: { contains: \"観光\" } } }")]
    [InlineData("{ all: { title: { contains: \"観光\" } } }")]
    [InlineData("{ any: true }")]
    [InlineData("{ any: false }")]
    [InlineData("{ count: { gt: 2 } }")]
    [InlineData("{ count: { in: [0, 3] } }")]
    [InlineData("{ some: { title: { contains: \"観光\" } }, count: { lt: 3 } }")]
    public async Task Lists_are_asked_as_a_reader_of_the_list_would(string filter)
    {
        var expected = Ids((await Measures("initiatives { title }")).Where(m =>
        {
            var initiatives = m.GetProperty("initiatives").EnumerateArray().Select(i => i.GetProperty("title").GetString()!).ToList();
            bool Tourism(string title) => title.Contains("観光", StringComparison.Ordinal);
            return filter switch
            {
                "{ some: { title: { contains: \"観光\" } } }" => initiatives.Exists(Tourism),
                "{ none: { title: { contains: \"観光\" } } }" => !initiatives.Exists(Tourism),
                "{ all: { title: { contains: \"観光\" } } }" => initiatives.TrueForAll(Tourism),
                "{ any: true }" => initiatives.Count > 0,
                "{ any: false }" => initiatives.Count == 0,
                "{ count: { gt: 2 } }" => initiatives.Count > 2,
                "{ count: { in: [0, 3] } }" => initiatives.Count is 0 or 3,
                _ => initiatives.Exists(Tourism) && initiatives.Count < 3,
            };
        }));

        await AssertFound(expected, $"{{ initiatives: {filter} }}", "Int", null);
    }

    [Theory]
    [InlineData("{ title: { contains: null } }", "where.title.contains")]
    [InlineData("{ title: null }", "where.title")]
    [InlineData("{ progress: { percent: { gte: 80, lt: null } } }", "where.progress.percent.lt")]
    [InlineData("{ or: [{ label: { eq: null } }, { goal: { plan: { kind: { in: null } } } }] }", "where.or[1].goal.plan.kind.in")]
    [InlineData("{ initiatives: { some: { departments: { none: null } } } }", "where.initiatives.some.departments.none")]
    [InlineData("{ and: null }", "where.and")]
    public async Task A_condition_that_asks_nothing_is_refused_by_its_path(string where, string filter)
    {
        await Check(await server.Query($"{{ measures(where: {where}) {{ totalCount }} }}"));

        // The same as a variable.
        var json = where.Replace("{ ", "{\"", StringComparison.Ordinal).Replace(": ", "\":", StringComparison.Ordinal).Replace(", lt", ",\"lt", StringComparison.Ordinal);
        await Check(await server.Query("query ($where: MeasureFilterInput) { measures(where: $where) { totalCount } }", new { where = JsonElement.Parse(json) }));

        Task Check(JsonElement response)
        {
            var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
            Assert.StartsWith($"The filter \"{filter}\" is null, which asks nothing", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(("INVALID_FILTER", filter), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("extensions").GetProperty("filter").GetString()));
            Assert.Equal("""["measures"]""", error.GetProperty("path").GetRawText());
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Null_asks_for_what_is_missing()
    {
        var all = await Measures("summary progress { percent }");
        await AssertFound(Ids(all.Where(m => m.GetProperty("summary").ValueKind is JsonValueKind.Null)), "{ summary: { eq: null } }", "Int", null);
        await AssertFound(Ids(all.Where(m => m.GetProperty("summary").ValueKind is not JsonValueKind.Null)), "{ summary: { nin: [null] } }", "Int", null);
        await AssertFound(Ids(all.Where(m => m.GetProperty("progress").ValueKind is JsonValueKind.Null)), "{ progress: null }", "Int", null);
    }

    private async Task<List<JsonElement>> Measures(string fields)
    {
        var list = (await server.Data($$"""{ measures(first: 100) { totalCount nodes { id {{fields}} } } }""")).GetProperty("measures");
        var nodes = list.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(list.GetProperty("totalCount").GetInt32(), nodes.Count);
        return nodes;
    }

    /// <param name="operand">What <c>$text</c> in the filter stands for.</param>
    private async Task AssertFound(IEnumerable<string> expected, string where, string type, object? operand)
    {
        var query = operand is null ? "" : $"($text: {type})";
        var data = await server.Data($$"""query {{query}} { measures(first: 100, where: {{where}}) { nodes { id } } }""", operand is null ? null : new { text = operand });
        Assert.Equal(expected, Ids(data.GetProperty("measures").GetProperty("nodes").EnumerateArray()));
    }

    private static List<string> Ids(IEnumerable<JsonElement> nodes) => [.. nodes.Select(n => n.GetProperty("id").GetString()!)];

    private static double? Number(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : double.Parse(value.GetRawText(), CultureInfo.InvariantCulture);
}
