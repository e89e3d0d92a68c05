using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Server.Graph.Comparing;

namespace StrategyGraph.Server.Tests;

/// <summary>Measures in groups, against the same groups made from the list of measures itself.</summary>
[Collection(nameof(ComparedPlans))]
public sealed class MeasureGroupTests(ComparedPlans plans)
{
    private const string Groups =
        """
        query ($by: [MeasureDimension!]!, $where: MeasureFilterInput, $year: Int, $framework: ID) {
          measureGroups(by: $by, where: $where, fiscalYear: $year, framework: $framework) {
            keys { dimension key } count rated missing progress { mean minimum maximum median } measures(first: 100) { totalCount nodes { id } }
          }
        }
        """;

    /// <summary>Neither repeats nor what a revision ended; the files say which those are.</summary>
    private static readonly string[] NotCounted = ["水害への備え（再掲）", "石炭"];

    /// <summary>A measure's keys in each dimension, in no order.</summary>
    private static readonly Dictionary<string, Func<JsonElement, IEnumerable<string?>>> Keys = new()
    {
        ["MUNICIPALITY"] = m => [m.GetProperty("plan").GetProperty("municipality").GetProperty("code").GetString()],
        ["PREFECTURE"] = m => [m.GetProperty("plan").GetProperty("municipality").GetProperty("prefecture").GetString()],
        ["PLAN"] = m => [m.GetProperty("plan").GetProperty("id").GetString()],
        ["PLAN_KIND"] = m => [m.GetProperty("plan").GetProperty("kind").GetString()],
        ["PLAN_STATUS"] = m => [m.GetProperty("plan").GetProperty("status").GetString()],
        ["GOAL"] = m => [m.GetProperty("goal").GetProperty("id").GetString()],
        ["DEPARTMENT"] = m => m.GetProperty("initiatives").EnumerateArray().Append(m).SelectMany(e => e.GetProperty("departments").EnumerateArray()).Select(d => d.GetProperty("id").GetString()).Distinct(),
        ["SDG_GOAL"] = m => m.GetProperty("sdgGoals").EnumerateArray().Select(g => g.GetProperty("code").GetString()),
        ["YARDSTICK"] = m => [Yardstick(m)],
    };

    [Theory]
    [InlineData("")]
    [InlineData("MUNICIPALITY")]
    [InlineData("PREFECTURE")]
    [InlineData("PLAN")]
    [InlineData("PLAN_KIND PLAN_STATUS")]
    [InlineData("GOAL")]
    [InlineData("DEPARTMENT")]
    [InlineData("SDG_GOAL")]
    [InlineData("YARDSTICK")]
    [InlineData("SDG_GOAL PREFECTURE")]
    [InlineData("PREFECTURE SDG_GOAL")]
    [InlineData("DEPARTMENT SDG_GOAL YARDSTICK")]
    [InlineData("YARDSTICK SDG_GOAL DEPARTMENT GOAL PLAN_STATUS PLAN_KIND PLAN PREFECTURE MUNICIPALITY")]
    public async Task Groups_are_those_that_a_reader_of_the_list_would_make(string by)
    {
        var dimensions = by.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var expected = new Dictionary<string, List<JsonElement>>();
        foreach (var measure in await Counted())
        {
            var keys = dimensions.Aggregate((IEnumerable<string>)[""], (all, d) => all.SelectMany(_ => Keys[d](measure).OfType<string>().DefaultIfEmpty("NONE"), (before, key) => $"{before} {key}"));
            foreach (var key in keys) (expected.TryGetValue(key, out var list) ? list : expected[key] = []).Add(measure);
        }

        var groups = (await plans.Data(Groups, new { by = dimensions })).GetProperty("measureGroups").EnumerateArray().ToList();

        Assert.All(groups, g => Assert.Equal(dimensions, g.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("dimension").GetString())));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), groups.Select(KeyOf).Order(StringComparer.Ordinal));
        Assert.All(groups, group => AssertIs(expected[KeyOf(group)], group));
    }

    [Fact]
    public async Task Groups_stand_in_the_order_of_their_dimensions_values_and_none_comes_last()
    {
        Assert.Equal(["3", "11", "13", "NONE"], await KeysBy("SDG_GOAL"));
        Assert.Equal(["北海道", "東京都", "NONE"], await KeysBy("PREFECTURE"));
        Assert.Equal(["011002", "012131", "131016", "GB-E06000036"], await KeysBy("MUNICIPALITY"));
        Assert.Equal(["3 北海道", "3 東京都", "11 北海道", "13 北海道", "13 東京都", "NONE 北海道", "NONE NONE"], await KeysBy("SDG_GOAL", "PREFECTURE"));
        Assert.Equal(["COMPREHENSIVE_STRATEGY", "PLEDGE_SET", "COMPREHENSIVE_PLAN", "OTHER"], await KeysBy("PLAN_KIND"));
    }

    [Fact]
    public async Task Every_year_with_a_place_for_a_rating_has_a_group()
    {
        var groups = (await plans.Data(Groups, new { by = new[] { "FISCAL_YEAR" }, where = new { plan = new { kind = new { @in = new[] { "PLEDGE_SET", "COMPREHENSIVE_STRATEGY" } } } } })).GetProperty("measureGroups");

        // 2020: 40, and a place beside it; 2021: 60, 80 and 10 here, 30 and 90 there; 2022: 50, when 石炭 had been ended.
        Assert.Equal(
            ["2020: 1 of 2 rated, 40", "2021: 5 of 8 rated, 54", "2022: 1 of 3 rated, 50"],
            groups.EnumerateArray().Select(g => $"{KeyOf(g).Trim()}: {g.GetProperty("rated")} of {g.GetProperty("count")} rated, {g.GetProperty("progress").GetProperty("mean")}"));
        Assert.Equal(["2021"], (await plans.Data(Groups, new { by = new[] { "FISCAL_YEAR" }, year = 2021 })).GetProperty("measureGroups").EnumerateArray().Select(g => KeyOf(g).Trim()));
    }

    [Fact]
    public async Task Any_framework_can_be_grouped_by()
    {
        Assert.Equal(["3", "11", "13", "NONE"], await KeysBy(new { by = new[] { "FRAMEWORK_GOAL" }, framework = ComparedPlans.FrameworkId("sdgs") }));
        Assert.Equal(["NONE"], await KeysBy(new { by = new[] { "FRAMEWORK_GOAL" }, framework = ComparedPlans.FrameworkId("local-goals") }));
    }

    [Fact]
    public async Task A_group_over_several_yardsticks_has_no_mean_and_says_what_tells_them_apart()
    {
        var data = await plans.Data("""{ measureGroups(by: []) { count progress { mean } note noteJa: note(language: JA) } by: measureGroups(by: [YARDSTICK]) { keys { label(language: EN) } count progress { mean median } note } }""");

        Assert.Equal(
            """[{"count":11,"progress":null,"note":"Its ratings are on different scales and have no mean. Group by YARDSTICK as well to keep them apart.","noteJa":"尺度の異なる評価が混ざっており、平均できない。YARDSTICKを軸に加えると分けられる。"}]""",
            data.GetProperty("measureGroups").GetRawText());
        Assert.Equal(
            [
                """{"keys":[{"label":"Achieved (by the municipality itself)"}],"count":5,"progress":{"mean":46,"median":50},"note":"The ratings are of fiscal years 2021 to 2022."}""",
                """{"keys":[{"label":"Stars (by the municipality itself)"}],"count":2,"progress":{"mean":60,"median":60},"note":"The ratings are of fiscal years 2020 to 2021."}""",
                """{"keys":[{"label":"Grade (from outside)"}],"count":1,"progress":null,"note":"Its ratings give no percentage."}""",
                """{"keys":[{"label":"Percent (by the municipality itself, computed from its parts)"}],"count":1,"progress":{"mean":30,"median":30},"note":null}""",
                """{"keys":[{"label":"Not rated"}],"count":2,"progress":null,"note":"None of 2 measures is rated, which is not zero."}""",
            ],
            data.GetProperty("by").EnumerateArray().Select(g => g.GetRawText()));
    }

    [Fact]
    public async Task Keys_lead_to_what_they_are_of()
    {
        var data = await plans.Data(
            """
            { measureGroups(by: [PLAN, DEPARTMENT, SDG_GOAL, PLAN_KIND], where: { title: { eq: "道" } }) {
                keys { label node { __typename ... on Department { name } ... on FrameworkGoal { iri } } } measures { nodes { title } } } }
            """);

        Assert.Equal(
            """[{"keys":[{"label":"見本の公約","node":{"__typename":"Plan"}},{"label":"都市課","node":{"__typename":"Department","name":"都市課"}},{"label":"まち","node":{"__typename":"FrameworkGoal","iri":"http://metadata.un.org/sdg/11"}},{"label":"市長公約","node":null}],"measures":{"nodes":[{"title":"道"}]}}]""",
            data.GetProperty("measureGroups").GetRawText());
    }

    [Fact]
    public async Task A_groups_measures_come_page_by_page()
    {
        const string query = "query ($after: String) { measureGroups(by: []) { measures(first: 6, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }";
        var first = (await plans.Data(query)).GetProperty("measureGroups")[0].GetProperty("measures");
        var second = (await plans.Data(query, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("measureGroups")[0].GetProperty("measures");

        Assert.Equal((await Counted()).Select(Id), first.GetProperty("nodes").EnumerateArray().Concat(second.GetProperty("nodes").EnumerateArray()).Select(Id));
    }

    [Theory]
    [InlineData("by: [SDG_GOAL, PLAN, SDG_GOAL]", "'by' names a dimension twice: name each once.")]
    [InlineData("by: [FRAMEWORK_GOAL]", "To group by FRAMEWORK_GOAL, name the framework: 'framework' is its id.")]
    [InlineData("by: [PLAN], framework: \"RnJhbWV3b3JrOnNkZ3M\"", "'framework' is for grouping by FRAMEWORK_GOAL, which 'by' does not name.")]
    public async Task What_cannot_be_grouped_is_refused(string arguments, string message) =>
        Assert.Equal(("INVALID_ARGUMENT", message), await plans.Error($"{{ measureGroups({arguments}) {{ count }} }}"));

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void More_groups_than_are_answered_are_refused(int arraySize)
    {
        var numbers = new GroupNumbers<int>(arraySize);
        for (var key = 0; key < 10_000; key++) Assert.Equal(key, numbers.NumberOf(key));
        Assert.Equal(77, numbers.NumberOf(77));

        var refused = Assert.Throws<GraphQLException>(() => numbers.NumberOf(10_000));
        Assert.Contains("more than 10000 groups", refused.Message, StringComparison.Ordinal);
    }

    private static string? Yardstick(JsonElement measure) => measure.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress && progress.GetProperty("yardstick") is { ValueKind: JsonValueKind.Object } yardstick
        ? yardstick.GetProperty("key").GetString()
        : null;

    private static void AssertIs(List<JsonElement> measures, JsonElement group)
    {
        var rated = measures.Where(m => Yardstick(m) is not null).ToList();
        Assert.Equal((measures.Count, rated.Count, measures.Count - rated.Count), (group.GetProperty("count").GetInt32(), group.GetProperty("rated").GetInt32(), group.GetProperty("missing").GetInt32()));
        Assert.Equal(measures.Select(Id), group.GetProperty("measures").GetProperty("nodes").EnumerateArray().Select(Id));

        var percents = rated.Select(m => m.GetProperty("progress").GetProperty("percent")).Where(p => p.ValueKind is JsonValueKind.Number).Select(p => p.GetDouble()).Order().ToList();
        var progress = group.GetProperty("progress");
        if (percents.Count == 0 || rated.Select(Yardstick).Distinct().Count() > 1)
        {
            Assert.Equal(JsonValueKind.Null, progress.ValueKind);
            return;
        }

        Assert.Equal(percents.Average(), progress.GetProperty("mean").GetDouble(), 9);
        Assert.Equal((percents[0], percents[^1]), (progress.GetProperty("minimum").GetDouble(), progress.GetProperty("maximum").GetDouble()));
        Assert.Equal((percents[(percents.Count - 1) / 2] + percents[percents.Count / 2]) / 2, progress.GetProperty("median").GetDouble(), 9);
    }

    private async Task<List<JsonElement>> Counted()
    {
        var data = await plans.Data(
            """
            { measures(first: 100) { nodes {
                id title goal { id } plan { id kind status municipality { code prefecture } } departments { id } initiatives { departments { id } }
                sdgGoals { code } progress { percent yardstick { key } } } } }
            """);
        return [.. data.GetProperty("measures").GetProperty("nodes").EnumerateArray().Where(m => !NotCounted.Contains(m.GetProperty("title").GetString()))];
    }

    private Task<List<string>> KeysBy(params string[] by) => KeysBy(new { by });

    private async Task<List<string>> KeysBy(object variables) => [.. (await plans.Data(Groups, variables)).GetProperty("measureGroups").EnumerateArray().Select(g => KeyOf(g).Trim())];

    private static string KeyOf(JsonElement group) => string.Concat(group.GetProperty("keys").EnumerateArray().Select(k => $" {k.GetProperty("key").GetString()}"));

    private static string? Id(JsonElement node) => node.GetProperty("id").GetString();
}
