using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>Connections, filters and orders, as a client uses them.</summary>
[Collection(nameof(RunningServer))]
public sealed class ListTests(RunningServer server)
{
    [Fact]
    public async Task Pages_forward_concatenate_to_the_whole_in_any_order()
    {
        const string query =
            """
            query ($after: String) {
              measures(first: 7, after: $after, order: [{ progress: { percent: DESC } }]) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { id progress { percent } } }
            }
            """;
        var (seen, percents, after) = (new List<string>(), new List<double?>(), (string?)null);
        while (true)
        {
            var page = (await server.Data(query, new { after })).GetProperty("measures");
            Assert.Equal(89, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            foreach (var node in page.GetProperty("nodes").EnumerateArray())
            {
                seen.Add(node.GetProperty("id").GetString()!);
                percents.Add(node.GetProperty("progress") is { ValueKind: JsonValueKind.Object } p ? p.GetProperty("percent").GetDouble() : null);
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(89, seen.Distinct().Count());
        Assert.Equal(percents.OrderByDescending(p => p ?? -1), percents);
        Assert.Equal(30, percents.Count(p => p is null));
    }

    [Fact]
    public async Task Pages_backward_are_the_pages_forward()
    {
        var whole = await Titles("measures(first: 100) { nodes { title } }", "measures");
        var page = (await server.Data("{ measures(last: 3) { nodes { title } pageInfo { startCursor hasPreviousPage hasNextPage } } }")).GetProperty("measures");
        var before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        var previous = (await server.Data("query ($before: String) { measures(last: 3, before: $before) { nodes { title } } }", new { before })).GetProperty("measures");

        Assert.Equal(whole[^6..], TitlesOf(previous).Concat(TitlesOf(page)));
        Assert.Equal((true, false), (page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
    }

    [Theory]
    [InlineData("""{ title: { contains: "観光" } }""", 5)]
    [InlineData("""{ progress: { percent: { gte: 100 } } }""", 2)]
    [InlineData("""{ progress: null }""", 30)]
    [InlineData("""{ progress: { verdict: { in: [AGREES] } }, plan: { municipality: { code: { eq: "01213" } } } }""", 12)]
    [InlineData("""{ departments: { some: { name: { eq: "住宅課" } } } }""", 0)]
    [InlineData("""{ initiatives: { some: { departments: { some: { name: { eq: "住宅課" } } } } } }""", 1)]
    [InlineData("""{ initiatives: { any: false } }""", 42)]
    [InlineData("""{ or: [{ title: { startsWith: "交流人口" } }, { title: { endsWith: "拡充" } }] }""", 2)]
    [InlineData("""{ and: [{ plan: { kind: { eq: PLEDGE_SET } } }, { progress: { percent: { nlt: 95 } } }] }""", 4)]
    [InlineData("""{ goal: { label: { eq: "Ⅲ" } } }""", 5)]
    public async Task Filters_choose_measures(string where, int count)
    {
        var data = await server.Data($$"""{ measures(where: {{where}}) { totalCount } }""");

        Assert.Equal(count, data.GetProperty("measures").GetProperty("totalCount").GetInt32());
    }

    /// <summary>What is read off columns is answered as the filter itself answers it, which alone knows what <c>or</c> means.</summary>
    [Theory]
    [InlineData("measures", """{ progress: { percent: { gte: 80 } }, title: { contains: "観光" } }""")]
    [InlineData("measures", """{ title: { contains: "" }, progress: { percent: { eq: null } } }""")]
    [InlineData("measures", """{ title: { contains: "観\u0000光" } }""")]
    [InlineData("measures", """{ and: [{ title: { contains: "の" } }, { progress: null }], plan: { kind: { neq: PLEDGE_SET } } }""")]
    [InlineData("goals", """{ plan: { municipality: { code: { eq: "01213" } } }, progress: { percent: { in: [90, 92, null] } } }""")]
    [InlineData("initiatives", """{ title: { contains: "事業", ncontains: "推進" }, progress: { percent: { lt: 90 }, verdict: { eq: PUBLISHED_ONLY } } }""")]
    public async Task A_filter_finds_the_same_alone_and_as_one_of_several(string list, string where)
    {
        var data = await server.Data($$"""
            {
              alone: {{list}}(where: {{where}}, order: [{ progress: { percent: DESC } }], first: 100) { totalCount nodes { id } }
              oneOf: {{list}}(where: { or: [{{where}}] }, order: [{ progress: { percent: DESC } }], first: 100) { totalCount nodes { id } }
            }
            """);

        Assert.Equal(data.GetProperty("oneOf").GetRawText(), data.GetProperty("alone").GetRawText());
    }

    [Theory]
    [InlineData("measures(first: -1)", "INVALID_PAGE_SIZE", "'first' is -1; it must not be negative.")]
    [InlineData("measures(first: 101)", "INVALID_PAGE_SIZE", "'first' is 101; a page has at most 100 items.")]
    [InlineData("measures(after: \"nonsense\")", "INVALID_CURSOR", "'after' is not a cursor of this list: 'nonsense'.")]
    public async Task A_wrong_page_is_refused_with_what_was_asked(string field, string code, string message)
    {
        var error = Assert.Single((await server.Query($$"""{ {{field}} { totalCount } }""")).GetProperty("errors").EnumerateArray());

        Assert.Equal((code, message), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal("""["measures"]""", error.GetProperty("path").GetRawText());
    }

    [Theory]
    [InlineData("""plan(id: "UGxhbjpub25l")""", "NOT_FOUND", "No plan in this release has the id 'UGxhbjpub25l'.")]
    [InlineData("""plan(id: "12")""", "INVALID_ID", "'12' is not the id of a plan: take ids from this server's answers.")]
    [InlineData("""municipality(code: "011002")""", "NOT_FOUND", "No municipality in this release has the code 011002.")]
    public async Task What_is_not_there_is_null_with_an_error_that_says_so(string field, string code, string message)
    {
        var response = await server.Query($$"""{ it: {{field}} { id } }""");

        Assert.Equal("""{"it":null}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal((code, message), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Among_several_ids_the_unknown_one_alone_is_null()
    {
        var plan = (await server.Data("{ plans(first: 1) { nodes { id } } }")).GetProperty("plans").GetProperty("nodes")[0].GetProperty("id").GetString();
        var response = await server.Query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { "UGxhbjpub25l", plan } });

        Assert.Equal($$"""{"nodes":[null,{"id":"{{plan}}"}]}""", response.GetProperty("data").GetRawText());
        Assert.Equal("""["nodes",0]""", Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Two_fields_in_one_entry_of_an_order_are_refused_since_neither_is_first()
    {
        var error = Assert.Single((await server.Query("{ measures(order: [{ title: ASC, label: ASC }]) { totalCount } }")).GetProperty("errors").EnumerateArray());

        Assert.Contains("\"MeasureSortInput\", exactly one field must be specified", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_has_the_measures_whose_initiatives_name_it()
    {
        var data = await server.Data("""{ departments(municipality: "012131") { name measures { title } initiatives { measure { title } } } }""");

        var housing = data.GetProperty("departments").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "住宅課");
        Assert.Equal("市営住宅管理戸数の適正化や、民間委託を実施します", Assert.Single(housing.GetProperty("measures").EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal(2, housing.GetProperty("initiatives").GetArrayLength());
    }

    [Fact]
    public async Task A_wrong_check_digit_is_told_with_the_right_one()
    {
        var error = Assert.Single((await server.Query("""{ municipality(code: "012130") { id } }""")).GetProperty("errors").EnumerateArray());

        Assert.Contains("01213 ends in 1, so the code is 012131", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> Titles(string field, string name) => [.. TitlesOf((await server.Data($$"""{ {{field}} }""")).GetProperty(name))];

    private static IEnumerable<string> TitlesOf(JsonElement connection) => connection.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()!);
}
