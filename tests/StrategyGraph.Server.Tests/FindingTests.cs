using System.Text;
using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>The doubts of the five documents, as a client asks for them.</summary>
[Collection(nameof(RunningServer))]
public sealed class FindingTests(RunningServer server)
{
    /// <summary>
    /// Reviewed line by line against the documents: each is something that an officer of the municipality would agree to, and
    /// what only an editor's note tells is among them.
    /// </summary>
    [Fact]
    public async Task All_findings_of_the_seeds_read_as_a_report()
    {
        var report = new StringBuilder();
        string? plan = null;
        foreach (var finding in await All())
        {
            var of = finding.GetProperty("plan").GetProperty("title").GetString()!;
            if (of != plan) report.AppendLine().Append("# ").AppendLine(plan = of);
            var (expected, found) = (Text(finding, "expected"), Text(finding, "found"));
            report.AppendLine($"{Text(finding, "severity")} {Text(finding, "kind")} | {Element(finding)} | {((expected, found) is ("–", "–") ? Text(finding, "message") : $"expected {expected} | found {found}")}");
        }

        Snapshot.Match(report.ToString().TrimStart());
    }

    [Fact]
    public async Task Stars_that_cannot_make_a_pledges_percentage_are_errors()
    {
        var data = await server.Data("""{ findings(where: { kind: { eq: RATING_CONTRADICTS_PERCENT } }) { totalCount nodes { severity expected found role element { path } message } } }""");
        Assert.Equal(
            """{"findings":{"totalCount":2,"nodes":[""" +
            """{"severity":"ERROR","expected":"85–100","found":"80","role":"MEASURE","element":{"path":["Ⅳ","2"]},"message":"The parts are rated ★★★★★★★★★☆, ★★★★★★★★★☆ for FY2020 (2 of 2). Rounded or cut to such steps, that is 85–100 %, and not the printed 80: one of them is wrong or was misread."},""" +
            """{"severity":"ERROR","expected":"85–100","found":"83","role":"MEASURE","element":{"path":["Ⅴ","4"]},"message":"The parts are rated ★★★★★★★★★☆, ★★★★★★★★★☆ for FY2020 (2 of 2). Rounded or cut to such steps, that is 85–100 %, and not the printed 83: one of them is wrong or was misread."}]}}""",
            data.GetRawText());
    }

    [Theory]
    [InlineData("plan: { municipality: { code: { eq: \"01236\" } } }", "北斗市")]
    [InlineData("severity: { eq: ERROR }", "苫小牧市")]
    [InlineData("role: { eq: null }, kind: { eq: NAME_VARIES }", "苫小牧市")]
    [InlineData("and: [{ role: { eq: INITIATIVE } }, { kind: { in: [MISSING_VALUE] } }]", "苫小牧市")]
    public async Task Findings_are_filtered_by_what_they_are_and_where(string where, string municipality)
    {
        var nodes = (await server.Data($$"""{ findings(where: { {{where}} }) { nodes { plan { municipality { name } } } } }""")).GetProperty("findings").GetProperty("nodes");
        Assert.Equal([municipality], nodes.EnumerateArray().Select(finding => finding.GetProperty("plan").GetProperty("municipality").GetProperty("name").GetString()).Distinct());
    }

    [Fact]
    public async Task Plans_and_elements_have_their_own_findings_and_each_is_a_node()
    {
        var all = await All();
        var data = await server.Data("""{ plans { nodes { findings { id } goals { findings { id } measures { findings { id } } } initiatives { findings { id } } } } }""");
        var plans = data.GetProperty("plans").GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Equal(Ids(all), plans.SelectMany(plan => Ids(plan.GetProperty("findings").EnumerateArray())));

        var ofElements = all.Count(finding => Text(finding, "role") is "GOAL" or "MEASURE" or "INITIATIVE");
        var below = plans.SelectMany(plan => plan.GetProperty("goals").EnumerateArray().SelectMany(goal => goal.GetProperty("measures").EnumerateArray().Append(goal)).Concat(plan.GetProperty("initiatives").EnumerateArray()));
        Assert.Equal(ofElements, below.Sum(element => element.GetProperty("findings").GetArrayLength()));

        var id = Ids(all).Last();
        Assert.Equal(id, (await server.Data("query ($id: ID!) { node(id: $id) { __typename id ... on Finding { kind } } }", new { id })).GetProperty("node").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_finding_that_is_not_there_is_told_as_any_node()
    {
        var answer = await server.Query("""{ node(id: "RmluZGluZzpuby1wbGFuL2FhYWE") { id } }""");
        Assert.Contains("NOT_FOUND", answer.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_printed_twice_cites_both_places_and_speaks_Japanese()
    {
        var data = await server.Data("""{ findings(where: { kind: { eq: SOURCES_CONFLICT } }) { nodes { expected found message(language: JA) citations { locator } } } }""");
        Assert.Equal(
            """{"findings":{"nodes":[{"expected":"89","found":"88","message":"令和2年度の同じ数値が所によって異なる：89（Ⅰ 市長公約取組状況総括表 政策Ⅲ）、88（Ⅱ 市長公約取組状況 政策Ⅲ）。部分からの算出では88.6。四捨五入と切り捨ての違いと見られる。","citations":[{"locator":"Ⅰ 市長公約取組状況総括表 政策Ⅲ"},{"locator":"Ⅱ 市長公約取組状況 政策Ⅲ"}]}]}}""",
            data.GetRawText());
    }

    private async Task<List<JsonElement>> All()
    {
        var all = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await server.Data(
                """query ($after: String) { findings(first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind severity role plan { title } element { path titleAsPrinted } expected found message(language: JA) } } }""",
                new { after })).GetProperty("findings");
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                Assert.Equal(page.GetProperty("totalCount").GetInt32(), all.Count);
                return all;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> findings) => findings.Select(finding => finding.GetProperty("id").GetString()!);

    private static string Text(JsonElement finding, string field) => finding.GetProperty(field).GetString() ?? "–";

    private static string Element(JsonElement finding) => finding.GetProperty("element") is { ValueKind: JsonValueKind.Object } element
        ? string.Join("-", element.GetProperty("path").EnumerateArray().Select(label => label.GetString()))
        : "計画全体";
}
