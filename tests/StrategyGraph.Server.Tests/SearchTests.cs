using System.Text.Json;
using System.Text.RegularExpressions;

namespace StrategyGraph.Server.Tests;

/// <summary>Search, as a client uses it. What should be found was read from the documents.</summary>
[Collection(nameof(RunningServer))]
public sealed partial class SearchTests(RunningServer server)
{
    [Theory]
    // One term, in titles of three plans.
    [InlineData("ヤングケアラー", "ヤングケアラー支援体制の強化と進化")]
    [InlineData("追分IC", "追分IC周辺の土地利用計画の策定")]
    // Every term must stand in the element, not in one of its texts.
    [InlineData("高齢者 整備", "高齢者が安心して暮らせる環境整備の推進")]
    [InlineData("高齢者　環境整備", "高齢者が安心して暮らせる環境整備の推進")]
    // English.
    [InlineData("young carers", "ヤングケアラー支援体制の強化と進化")]
    [InlineData("oiwake INTERCHANGE", "追分IC周辺の土地利用計画の策定")]
    // A word before the middle of another: fire, environment.
    [InlineData("IR", "空港のある街の利点を市民が享受できる施策に取り組みます")]
    // Other ways to write it.
    [InlineData("ﾔﾝｸﾞｹｱﾗｰ", "ヤングケアラー支援体制の強化と進化")]
    [InlineData("追分 ＩＣ", "追分IC周辺の土地利用計画の策定")]
    [InlineData("苦小牧ブランド", "苫小牧ブランドの発信による関係人口の増加")]
    public async Task The_best_is_first(string text, string title) =>
        Assert.Equal(title, (await Search("{ search(text: $text, first: 1) { nodes { title } } }", text)).GetProperty("nodes")[0].GetProperty("title").GetString());

    [Theory]
    [InlineData("存在しない語")]
    [InlineData("子育て 追分IC")]
    [InlineData("%_")]
    public async Task What_stands_nowhere_is_not_found(string text)
    {
        var found = await Search("{ search(text: $text) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }", text);
        Assert.Equal("""{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}""", found.GetRawText());
    }

    [Fact]
    public async Task It_says_what_matched_and_where() => Snapshot.Match((await Search(
        """
        {
          search(text: $text, first: 3, roles: [INITIATIVE]) {
            totalCount
            edges { score node { title } matches { field language text activity { fiscalYear { year } } highlights { start end } } }
          }
        }
        """, "まちなか 支援")).GetRawText());

    [Fact]
    public async Task Highlights_are_what_is_looked_for()
    {
        var found = await Search("{ search(text: $text, first: 100) { edges { matches { text highlights { start end } } } } }", "観光");
        var highlights = found.GetProperty("edges").EnumerateArray().SelectMany(e => e.GetProperty("matches").EnumerateArray())
            .SelectMany(m => m.GetProperty("highlights").EnumerateArray().Select(h => m.GetProperty("text").GetString()![h.GetProperty("start").GetInt32()..h.GetProperty("end").GetInt32()])).ToList();
        Assert.True(highlights.Count > 10);
        Assert.All(highlights, h => Assert.Equal("観光", h));
    }

    /// <summary>The server against a search of the test's own over everything that the server tells of its elements.</summary>
    [Theory]
    [InlineData("支援")]
    [InlineData("まち")]
    [InlineData("推進 取組")]
    [InlineData("city")]
    [InlineData("北海道 新幹線")]
    public async Task Everything_that_holds_the_terms_is_found_page_by_page(string text)
    {
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in (string[])["goals", "measures", "initiatives"])
        {
            for (string? after = null; ;)
            {
                var page = (await server.Data(
                    "query ($after: String) { " + role + "(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id ja: title en: title(language: EN) sja: subtitle sen: subtitle(language: EN) "
                    + "uja: summary uen: summary(language: EN) activities { ja: text en: text(language: EN) } } } }", new { after })).GetProperty(role);
                foreach (var node in page.GetProperty("nodes").EnumerateArray())
                {
                    var texts = Strings(node).Select(Squeezed).ToList();
                    if (text.Split(' ').All(term => texts.Any(t => t.Contains(term, StringComparison.Ordinal)))) expected.Add(node.GetProperty("id").GetString()!);
                }

                if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
                after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
        }

        var (seen, scores) = (new List<string>(), new List<double>());
        for (string? after = null; ;)
        {
            var page = (await server.Data(
                "query ($text: String!, $after: String) { search(text: $text, first: 7, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor score node { id } } } }",
                new { text, after })).GetProperty("search");
            Assert.Equal(expected.Count, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            foreach (var edge in page.GetProperty("edges").EnumerateArray())
            {
                seen.Add(edge.GetProperty("node").GetProperty("id").GetString()!);
                scores.Add(edge.GetProperty("score").GetDouble());
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected, seen.Order(StringComparer.Ordinal));
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, s => Assert.InRange(s, double.Epsilon, 1));
    }

    [Fact]
    public async Task Roles_and_plans_narrow_it()
    {
        var plans = (await server.Data("{ plans { nodes { id municipality { code } } } }")).GetProperty("plans").GetProperty("nodes").EnumerateArray()
            .Where(p => p.GetProperty("municipality").GetProperty("code").GetString() == "012360").Select(p => p.GetProperty("id").GetString()).ToList();
        var found = (await server.Data(
            "query ($plans: [ID!]) { search(text: \"観光\", first: 100, plans: $plans, roles: [MEASURE, GOAL]) { totalCount nodes { role plan { id } title } } }", new { plans })).GetProperty("search");
        Assert.Equal(found.GetProperty("totalCount").GetInt32(), found.GetProperty("nodes").GetArrayLength());
        Assert.Contains("北海道新幹線の拠点機能を活かした観光振興", found.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()));
        Assert.All(found.GetProperty("nodes").EnumerateArray(), n =>
        {
            Assert.Contains(n.GetProperty("role").GetString(), (string[])["MEASURE", "GOAL"]);
            Assert.Contains(n.GetProperty("plan").GetProperty("id").GetString(), plans);
        });
        Assert.Equal(0, (await Search("{ search(text: $text, roles: []) { totalCount } }", "観光")).GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("search(text: \"観\")", "INVALID_SEARCH_TEXT", "'text' has too few characters to search for: give 2 or more.")]
    [InlineData("search(text: \" 観　\")", "INVALID_SEARCH_TEXT", "'text' has too few characters to search for: give 2 or more.")]
    [InlineData("search(text: \"𠮷\")", "INVALID_SEARCH_TEXT", "'text' has too few characters to search for: give 2 or more.")]
    [InlineData("search(text: \"\")", "INVALID_SEARCH_TEXT", "'text' has too few characters to search for: give 2 or more.")]
    [InlineData("search(text: \"aa bb cc dd ee ff gg hh ii\")", "INVALID_SEARCH_TEXT", "'text' has 9 terms; at most 8 are searched for.")]
    [InlineData("search(text: \"観光\", first: 101)", "INVALID_PAGE_SIZE", "'first' is 101; a page has at most 100 items.")]
    [InlineData("search(text: \"観光\", first: -1)", "INVALID_PAGE_SIZE", "'first' is -1; it must not be negative.")]
    [InlineData("search(text: \"観光\", after: \"abc\")", "INVALID_CURSOR", "'after' is not a cursor of this list: 'abc'.")]
    [InlineData("search(text: \"観光\", plans: [\"abc\"])", "INVALID_ID", "'abc' is not the id of a plan: take ids from this server's answers.")]
    public async Task What_cannot_be_searched_is_refused(string field, string code, string message)
    {
        var error = (await server.Query("{ " + field + " { totalCount } }")).GetProperty("errors")[0];
        Assert.Equal((code, message), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_text_of_any_length_is_answered_or_refused()
    {
        Assert.Equal(0, (await Search("{ search(text: $text) { totalCount } }", new string('あ', 200))).GetProperty("totalCount").GetInt32());
        var error = (await server.Query("query ($text: String!) { search(text: $text) { totalCount } }", new { text = new string('あ', 201) })).GetProperty("errors")[0];
        Assert.Equal("'text' has 201 characters; at most 200 are searched for.", error.GetProperty("message").GetString());
    }

    private async Task<JsonElement> Search(string query, string text) => (await server.Data("query ($text: String!) " + query, new { text })).GetProperty("search");

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().Where(p => p.Name != "id").SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private static string Squeezed(string text) => BesideJapanese().Replace(text, "").ToLowerInvariant();

    [GeneratedRegex(@"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")]
    private static partial Regex BesideJapanese();
}
