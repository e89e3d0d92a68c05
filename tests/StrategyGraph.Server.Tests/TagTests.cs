using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>What elements serve and on what basis, and what they belong with.</summary>
[Collection(nameof(ComparedPlans))]
public sealed class TagTests(ComparedPlans plans)
{
    [Theory]
    [InlineData("水害への備え", "13.1 STATED, 13.2 CURATED, 11 INHERITED from STATED of 安全なまち")]
    [InlineData("道", "11 INHERITED from STATED of 安全なまち")]
    [InlineData("出産", "3.1 CURATED, 13 INFERRED")]
    [InlineData("公園", "11.7 CURATED")]
    [InlineData("脱炭素の推進", "13.2 INFERRED")]
    [InlineData("Shore", "")]
    public async Task An_elements_own_tags_come_first_then_those_of_the_elements_above_and_proposals_only_where_there_is_nothing_else(string title, string expected) =>
        Assert.Equal(expected, await Tags(title, "tags"));

    [Theory]
    [InlineData("tags(basis: [INFERRED])", "公園", "11.7 INFERRED")]
    [InlineData("tags(basis: [CURATED, INFERRED])", "公園", "11.7 CURATED, 11.7 INFERRED")]
    [InlineData("tags(basis: [STATED, CURATED])", "脱炭素の推進", "")]
    [InlineData("tags(basis: [INHERITED])", "水害への備え", "11 INHERITED from STATED of 安全なまち")]
    [InlineData("sdgTags(basis: [STATED])", "水害への備え", "13.1 STATED")]
    [InlineData("sdgTags", "出産", "3.1 CURATED, 13 INFERRED")]
    public async Task Tags_can_be_asked_for_by_basis(string field, string title, string expected) => Assert.Equal(expected, await Tags(title, field));

    [Fact]
    public async Task Tags_can_be_asked_for_by_framework()
    {
        Assert.Equal("11 INHERITED from STATED of 安全なまち", await Tags("道", $"tags(framework: \"{ComparedPlans.FrameworkId("sdgs")}\")"));
        Assert.Equal("", await Tags("脱炭素の推進", $"tags(framework: \"{ComparedPlans.FrameworkId("local-goals")}\")"));
        Assert.Equal(
            ("NOT_FOUND", "No framework in this release has the id 'RnJhbWV3b3JrOm5vbmU'."),
            await plans.Error($"{{ measures {{ nodes {{ tags(framework: \"{ComparedPlans.FrameworkId("none")}\") {{ basis }} }} }} }}"));
    }

    [Fact]
    public async Task An_inherited_tag_keeps_its_citation_and_says_whose_it_was()
    {
        var tag = (await Measure("道", "tags { element { title } citation { locator } inheritedFrom { basis element { title } inheritedFrom { basis } } }")).GetProperty("tags")[0];

        Assert.Equal(
            """{"element":{"title":"道"},"citation":{"locator":"1ページ"},"inheritedFrom":{"basis":"STATED","element":{"title":"安全なまち"},"inheritedFrom":null}}""", tag.GetRawText());
    }

    [Fact]
    public async Task What_a_document_says_of_the_plan_as_a_whole_tags_the_plan_and_not_its_measures()
    {
        var data = await plans.Data("""{ plans(where: { tags: { any: true } }) { nodes { title tags { element { id } goal { code } basis } } } measures(where: { sdgGoals: { some: { number: { eq: 14 } } } }) { totalCount } }""");

        Assert.Equal(
            """{"plans":{"nodes":[{"title":"見本の公約","tags":[{"element":null,"goal":{"code":"14"},"basis":"STATED"}]}]},"measures":{"totalCount":0}}""", data.GetRawText());
    }

    [Fact]
    public async Task Who_serves_a_target_serves_its_goal_and_what_is_inferred_serves_nothing()
    {
        Assert.Equal("13.1 13 13.2 11", Codes((await Measure("水害への備え", "serves { code }")).GetProperty("serves")));
        Assert.Equal("13 11", Codes((await Measure("水害への備え", "sdgGoals { code }")).GetProperty("sdgGoals")));
        Assert.Equal("3.1 3", Codes((await Measure("出産", "serves { code }")).GetProperty("serves")));
        Assert.Equal("", Codes((await Measure("脱炭素の推進", "sdgGoals { code }")).GetProperty("sdgGoals")));
    }

    [Theory]
    [InlineData("{ sdgGoals: { some: { number: { eq: 13 } } } }", "気候 石炭 水害への備え 気候と暑さ")]
    [InlineData("{ serves: { some: { iri: { eq: \"http://metadata.un.org/sdg/13\" } } } }", "気候 石炭 水害への備え 気候と暑さ")]
    [InlineData("{ serves: { some: { code: { eq: \"11\" }, framework: { title: { startsWith: \"SDGs\" } } } } }", "路面電車 公園 水害への備え 道 水害への備え（再掲）")]
    [InlineData("{ tags: { some: { goal: { code: { eq: \"13\" } } } } }", "気候 石炭 出産 気候と暑さ")]
    [InlineData("{ tags: { some: { goal: { parent: { code: { eq: \"13\" } } }, basis: { eq: CURATED } } } }", "水害への備え")]
    [InlineData("{ tags: { some: { basis: { eq: INFERRED }, confidence: { gte: 0.9 } } } }", "脱炭素の推進")]
    [InlineData("{ sdgGoals: { any: false } }", "脱炭素の推進 Shore Ferry")]
    [InlineData("{ links: { some: { kind: { eq: CONTINUES } } } }", "気候 水害への備え")]
    public async Task Measures_are_chosen_by_what_they_serve_and_belong_with(string where, string expected)
    {
        var data = await plans.Data($$"""{ measures(where: {{where}}) { nodes { title } } }""");

        Assert.Equal(expected, string.Join(' ', data.GetProperty("measures").GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("title").GetString())));
    }

    [Fact]
    public async Task A_link_is_seen_from_both_of_its_ends()
    {
        const string links = "links { from { title } to { title } other { title } kind basis rationale(language: EN) }";
        const string link = """[{"from":{"title":"気候"},"to":{"title":"水害への備え"},"other":{"title":"OTHER"},"kind":"CONTINUES","basis":"CURATED","rationale":"The same work"}]""";

        Assert.Equal(link.Replace("OTHER", "水害への備え", StringComparison.Ordinal), (await Measure("気候", links)).GetProperty("links").GetRawText());
        Assert.Equal(link.Replace("OTHER", "気候", StringComparison.Ordinal), (await Measure("水害への備え", links)).GetProperty("links").GetRawText());
        Assert.Equal("[]", (await Measure("気候", "links(kinds: [REPLACES])")).GetProperty("links").GetRawText());
        Assert.Equal("[]", (await Measure("気候", "links(basis: [STATED])")).GetProperty("links").GetRawText());
    }

    [Fact]
    public async Task A_rule_proposes_measures_of_one_subject_in_another_plan()
    {
        var data = await plans.Data(
            """
            query ($one: ID!, $other: ID!) {
              plan(id: $one) { proposedLinks(with: $other) { kind basis confidence from { title } other { title } } none: proposedLinks(with: $one) { kind } }
            }
            """, new { one = ComparedPlans.PlanId(ComparedPlans.Ichibu), other = ComparedPlans.PlanId(ComparedPlans.Chuo) });

        Assert.Equal("[]", data.GetProperty("plan").GetProperty("none").GetRawText());
        var link = Assert.Single(data.GetProperty("plan").GetProperty("proposedLinks").EnumerateArray());
        Assert.Equal(("SAME_SUBJECT", "INFERRED", "気候と暑さ", "気候"), (Text("kind"), Text("basis"), link.GetProperty("from").GetProperty("title").GetString(), link.GetProperty("other").GetProperty("title").GetString()));
        Assert.InRange(link.GetProperty("confidence").GetDouble(), 0.4, 1);
        string? Text(string field) => link.GetProperty(field).GetString();
    }

    [Fact]
    public async Task The_sdgs_are_known_by_their_identifiers()
    {
        var data = await plans.Data("{ sdgGoals { number children { code parent { number } } } sdgGoal(number: 13) { iri title(language: EN) } }");

        Assert.Equal("3 11 13 14", string.Join(' ', data.GetProperty("sdgGoals").EnumerateArray().Select(g => g.GetProperty("number").GetInt32())));
        Assert.Equal("""{"iri":"http://metadata.un.org/sdg/13","title":"Climate"}""", data.GetProperty("sdgGoal").GetRawText());
        Assert.Equal("NOT_FOUND", (await plans.Error("{ sdgGoal(number: 18) { id } }")).Code);
    }

    private async Task<JsonElement> Measure(string title, string fields)
    {
        if (fields.StartsWith("links(", StringComparison.Ordinal)) fields += " { kind }";
        var data = await plans.Data($$"""query ($title: String) { measures(where: { title: { eq: $title } }) { nodes { {{fields}} } } }""", new { title });
        return Assert.Single(data.GetProperty("measures").GetProperty("nodes").EnumerateArray());
    }

    private async Task<string> Tags(string title, string field)
    {
        var tags = (await Measure(title, $"it: {field} {{ goal {{ code }} basis inheritedFrom {{ basis element {{ title }} }} }}")).GetProperty("it");
        return string.Join(", ", tags.EnumerateArray().Select(t =>
        {
            var from = t.GetProperty("inheritedFrom");
            var origin = from.ValueKind is JsonValueKind.Null ? "" : $" from {from.GetProperty("basis").GetString()} of {from.GetProperty("element").GetProperty("title").GetString()}";
            return $"{t.GetProperty("goal").GetProperty("code").GetString()} {t.GetProperty("basis").GetString()}{origin}";
        }));
    }

    private static string Codes(JsonElement goals) => string.Join(' ', goals.EnumerateArray().Select(g => g.GetProperty("code").GetString()));
}
