using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>Plans side by side. Expected values are added up by hand from the files in <c>ComparedPlans/</c>.</summary>
[Collection(nameof(ComparedPlans))]
public sealed class CompareTests(ComparedPlans plans)
{
    private const string Compare =
        """
        query ($plans: [ID!]!, $framework: ID!, $year: Int) {
          compare(plans: $plans, framework: $framework, fiscalYear: $year) {
            plans { title(language: EN) }
            rows { goal { code } cells { ...Cell } }
            untagged { ...Cell }
            gaps { goal { code } presentIn { title(language: EN) } absentFrom { title(language: EN) } note }
          }
        }
        fragment Cell on ComparisonCell {
          plan { title(language: EN) } measureCount measures { title } rated missing meanProgress comparable note
          fiscalYear { year } yardstick { scale { name(language: EN) } assessor }
        }
        """;

    private static readonly string[] All = [ComparedPlans.Mihon, ComparedPlans.Chuo, ComparedPlans.Ichibu, ComparedPlans.Isle];

    [Theory]
    [InlineData(null, "3",
        "Pledges of Mihon: 出産, 0 of 1 rated. The one measure is not rated, which is not zero.",
        "Strategy of Chuo: nothing. None of its measures is tagged with this goal.",
        "Plan of Ichibu: 診療所, 1 of 1 rated: 50 in 2020. Only part of this plan is held, and these are of that part.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    [InlineData(null, "11", // 水害への備え inherits it and stands there once, though it is printed twice: (60 + 80) / 2
        "Pledges of Mihon: 水害への備え 道, 2 of 2 rated: 70 in 2021, comparable.",
        "Strategy of Chuo: 路面電車 公園, 1 of 2 rated: 30 in 2021. Only 1 of 2 measures is rated with a percentage.",
        "Plan of Ichibu: nothing. None of its measures is tagged with this goal. Only part of this plan is held, so that the plan itself may well have some.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    [InlineData(null, "13", // by two targets once; 石炭 has been ended
        "Pledges of Mihon: 水害への備え, 1 of 1 rated: 60 in 2021, comparable. Rated for fiscal year 2021; others here for other years.",
        "Strategy of Chuo: 気候, 1 of 1 rated: 50 in 2022, comparable. Rated for fiscal year 2022; others here for other years.",
        "Plan of Ichibu: 気候と暑さ, 1 of 1 rated: 70 in 2021. Rated on another scale than “Pledges of Mihon”, “Strategy of Chuo”. Only part of this plan is held, and these are of that part. Rated for fiscal year 2021; others here for other years.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    [InlineData(null, "14",
        "Pledges of Mihon: nothing. None of its measures is tagged with this goal. The plan as a whole is tagged with it.",
        "Strategy of Chuo: nothing. None of its measures is tagged with this goal.",
        "Plan of Ichibu: nothing. None of its measures is tagged with this goal. Only part of this plan is held, so that the plan itself may well have some.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    [InlineData(2020, "13", // 石炭 was in the plan then
        "Pledges of Mihon: 水害への備え, 1 of 1 rated: 40 in 2020, comparable.",
        "Strategy of Chuo: 気候 石炭, 0 of 2 rated. None of 2 measures is rated for fiscal year 2020, which is not zero. The last rating is for 2022.",
        "Plan of Ichibu: 気候と暑さ, 0 of 1 rated. The one measure is not rated for fiscal year 2020, which is not zero. The last rating is for 2021. Only part of this plan is held, and these are of that part.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    [InlineData(2022, "13", // and left it in that year
        "Pledges of Mihon: 水害への備え, 0 of 1 rated. The one measure is not rated for fiscal year 2022, which is not zero. The last rating is for 2021.",
        "Strategy of Chuo: 気候, 1 of 1 rated: 50 in 2022, comparable.",
        "Plan of Ichibu: 気候と暑さ, 0 of 1 rated. The one measure is not rated for fiscal year 2022, which is not zero. The last rating is for 2021. Only part of this plan is held, and these are of that part.",
        "Plan of the Isle: nothing. None of its measures is tagged in this framework at all.")]
    public async Task Every_cell_says_what_a_plan_has_for_a_goal_and_why_it_must_not_be_compared(int? year, string goal, params string[] cells) =>
        Assert.Equal(cells, Row(await Compared(All, year), goal).Select(Said));

    [Fact]
    public async Task Measures_that_no_row_shows_are_told_too() => Assert.Equal(
        [
            "Pledges of Mihon: 脱炭素の推進, 1 of 1 rated: 10 in 2021, comparable.",
            "Strategy of Chuo: nothing. All of its measures are tagged in this framework.",
            "Plan of Ichibu: nothing. All of its measures are tagged in this framework.",
            "Plan of the Isle: Shore Ferry, 2 of 2 rated in 2021. Its ratings are on different scales and have no mean.",
        ],
        (await Compared(All)).GetProperty("untagged").EnumerateArray().Select(Said));

    [Fact]
    public async Task Gaps_are_goals_that_some_plans_have_and_say_where_absence_proves_nothing() => Assert.Equal(
        [
            "3: Pledges of Mihon, Plan of Ichibu; not Strategy of Chuo, Plan of the Isle. No measure is tagged in this framework at all in “Plan of the Isle”.",
            "11: Pledges of Mihon, Strategy of Chuo; not Plan of Ichibu, Plan of the Isle. Only part is held of “Plan of Ichibu”: absence here is not absence in the plan. No measure is tagged in this framework at all in “Plan of the Isle”.",
            "13: Pledges of Mihon, Strategy of Chuo, Plan of Ichibu; not Plan of the Isle. No measure is tagged in this framework at all in “Plan of the Isle”.",
        ],
        (await Compared(All)).GetProperty("gaps").EnumerateArray().Select(g => $"{Code(g)}: {Titles(g, "presentIn")}; not {Titles(g, "absentFrom")}. {g.GetProperty("note")}"));

    [Fact]
    public async Task Cells_stand_in_the_order_asked_and_every_goal_has_a_row()
    {
        var comparison = await Compared([ComparedPlans.Ichibu, ComparedPlans.Mihon]);

        Assert.Equal("Plan of Ichibu, Pledges of Mihon", Titles(comparison, "plans"));
        Assert.Equal(["3", "11", "13", "14"], comparison.GetProperty("rows").EnumerateArray().Select(Code));
        Assert.All(comparison.GetProperty("rows").EnumerateArray(), r => Assert.Equal(
            ["Plan of Ichibu", "Pledges of Mihon"], r.GetProperty("cells").EnumerateArray().Select(c => Title(c.GetProperty("plan")))));
    }

    [Fact]
    public async Task Of_two_plans_on_different_scales_neither_may_be_compared()
    {
        var row = Row(await Compared([ComparedPlans.Ichibu, ComparedPlans.Mihon]), "13");

        Assert.All(row, cell => Assert.False(cell.GetProperty("comparable").GetBoolean()));
        Assert.Equal("Rated on another scale than “Plan of Ichibu”.", row[1].GetProperty("note").GetString());
        Assert.Equal(["Stars", "Progress"], row.Select(c => c.GetProperty("yardstick").GetProperty("scale").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_framework_that_nothing_is_tagged_in_has_rows_and_no_gaps()
    {
        var comparison = await Compared(All, framework: "local-goals");

        Assert.Equal(["A", "B"], comparison.GetProperty("rows").EnumerateArray().Select(Code));
        Assert.Empty(comparison.GetProperty("gaps").EnumerateArray());
        Assert.Equal([4, 3, 2, 2], comparison.GetProperty("untagged").EnumerateArray().Select(c => c.GetProperty("measureCount").GetInt32()));
    }

    [Fact]
    public async Task Notes_are_in_the_readers_language()
    {
        var data = await plans.Data(
            "query ($plans: [ID!]!, $framework: ID!) { compare(plans: $plans, framework: $framework) { rows { cells { note(language: JA) } } gaps { note(language: JA) } } }",
            new { plans = new[] { ComparedPlans.PlanId(ComparedPlans.Mihon), ComparedPlans.PlanId(ComparedPlans.Ichibu) }, framework = ComparedPlans.FrameworkId("sdgs") });

        Assert.Equal(
            """{"rows":[{"cells":[{"note":"1件に評価がない（0%ではない）。"},{"note":"この計画は一部だけを収録しており、数はその範囲のもの。"}]},{"cells":[{"note":null},{"note":"この目標のタグが付いた施策はない。この計画は一部だけを収録しているため、計画にないとは言えない。"}]},{"cells":[{"note":"「一部の計画」と尺度が異なる。"},{"note":"「見本の公約」と尺度が異なる。この計画は一部だけを収録しており、数はその範囲のもの。"}]},{"cells":[{"note":"この目標のタグが付いた施策はない。計画全体としてはこの目標を掲げている。"},{"note":"この目標のタグが付いた施策はない。この計画は一部だけを収録しているため、計画にないとは言えない。"}]}],"gaps":[{"note":"「一部の計画」は一部だけを収録しており、収録していないことは計画にないことを意味しない。"}]}""",
            data.GetProperty("compare").GetRawText());
    }

    [Theory]
    [InlineData("[]", "sdgs", "INVALID_ARGUMENT", "'plans' names no plan: name at least one.")]
    [InlineData("""["mihon-pledges", "mihon-pledges"]""", "sdgs", "INVALID_ARGUMENT", "'plans' names the plan 'UGxhbjptaWhvbi1wbGVkZ2Vz' twice.")]
    [InlineData("""["none"]""", "sdgs", "NOT_FOUND", "No plan in this release has the id 'UGxhbjpub25l'.")]
    [InlineData("""["mihon-pledges"]""", "none", "NOT_FOUND", "No framework in this release has the id 'RnJhbWV3b3JrOm5vbmU'.")]
    public async Task What_cannot_be_compared_is_refused(string asked, string framework, string code, string message)
    {
        var ids = JsonSerializer.Deserialize<string[]>(asked)!.Select(ComparedPlans.PlanId);

        Assert.Equal((code, message), await plans.Error(Compare, new { plans = ids, framework = ComparedPlans.FrameworkId(framework) }));
    }

    [Fact]
    public async Task Ids_of_other_things_and_too_many_plans_are_refused()
    {
        Assert.Equal("INVALID_ID", (await plans.Error(Compare, new { plans = new[] { ComparedPlans.FrameworkId("sdgs") }, framework = ComparedPlans.FrameworkId("sdgs") })).Code);
        Assert.Equal(
            ("INVALID_PAGE_SIZE", "'plans' has 101 plans; at most 100 are compared at a time."),
            await plans.Error(Compare, new { plans = Enumerable.Range(0, 101).Select(i => ComparedPlans.PlanId($"p{i}")), framework = ComparedPlans.FrameworkId("sdgs") }));
    }

    [Fact]
    public async Task A_plan_as_of_a_day_is_refused()
    {
        var data = await plans.Data("query ($plan: ID!) { plan(id: $plan) { asOf(date: \"2021-04-01\") { id } } }", new { plan = ComparedPlans.PlanId(ComparedPlans.Mihon) });
        var id = data.GetProperty("plan").GetProperty("asOf").GetProperty("id").GetString();

        Assert.Equal(
            ("INVALID_ARGUMENT", "'plans' names a plan as of 2021-04-01: plans are compared and searched as they stand."),
            await plans.Error(Compare, new { plans = new[] { id }, framework = ComparedPlans.FrameworkId("sdgs") }));
    }

    [Fact]
    public async Task Coverage_counts_over_all_plans_and_averages_only_on_one_yardstick()
    {
        var data = await plans.Data("{ sdgGoals { code coverage { municipalities plans measures rated missing meanProgress note byPlan { plan { title(language: EN) } measures rated missing meanProgress comparable } } } }");
        var coverage = data.GetProperty("sdgGoals").EnumerateArray().ToDictionary(Code, g => g.GetProperty("coverage").GetRawText());

        Assert.StartsWith(
            """{"municipalities":2,"plans":2,"measures":4,"rated":3,"missing":1,"meanProgress":56.666666666667,"note":"Only 3 of 4 measures are rated with a percentage.","byPlan":[{"plan":{"title":"Strategy of Chuo"},"measures":2,"rated":1,"missing":1,"meanProgress":30,"comparable":false},{"plan":{"title":"Pledges of Mihon"},"measures":2,"rated":2,"missing":0,"meanProgress":70,"comparable":true}]""",
            coverage["11"], StringComparison.Ordinal);
        Assert.StartsWith(
            """{"municipalities":3,"plans":3,"measures":3,"rated":3,"missing":0,"meanProgress":null,"note":"Its ratings are on different scales and have no mean. Of some of the plans only part is held.","byPlan":[""",
            coverage["13"], StringComparison.Ordinal);
        Assert.Equal("""{"municipalities":0,"plans":0,"measures":0,"rated":0,"missing":0,"meanProgress":null,"note":"No measure is tagged with this goal.","byPlan":[]}""", coverage["14"]);
    }

    [Fact]
    public async Task A_goal_has_the_measures_that_its_coverage_counts_page_by_page()
    {
        const string page = "query ($after: String) { sdgGoal(number: 11) { coverage { measures } measures(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { title } } } }";
        var first = (await plans.Data(page)).GetProperty("sdgGoal");
        var after = first.GetProperty("measures").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = (await plans.Data(page, new { after })).GetProperty("sdgGoal").GetProperty("measures");

        Assert.Equal("路面電車 公園 水害への備え", Measures(first.GetProperty("measures")));
        Assert.Equal("道", Measures(second));
        Assert.Equal(first.GetProperty("coverage").GetProperty("measures").GetInt32(), second.GetProperty("totalCount").GetInt32());

        var target = await plans.Data("""{ sdgGoal(number: 11) { children { code measures(where: { progress: { percent: { gt: 0 } } }) { nodes { title } } } } }""");
        Assert.Equal(["11.2 路面電車", "11.7 "], target.GetProperty("sdgGoal").GetProperty("children").EnumerateArray().Select(c => $"{c.GetProperty("code").GetString()} {Measures(c.GetProperty("measures"))}"));
    }

    private async Task<JsonElement> Compared(string[] asked, int? year = null, string framework = "sdgs") =>
        (await plans.Data(Compare, new { plans = asked.Select(ComparedPlans.PlanId), framework = ComparedPlans.FrameworkId(framework), year })).GetProperty("compare");

    private static List<JsonElement> Row(JsonElement comparison, string goal) =>
        [.. comparison.GetProperty("rows").EnumerateArray().Single(r => Code(r) == goal).GetProperty("cells").EnumerateArray()];

    /// <summary>A cell in words.</summary>
    private static string Said(JsonElement cell)
    {
        var count = cell.GetProperty("measureCount").GetInt32();
        var (rated, mean, year) = (cell.GetProperty("rated").GetInt32(), cell.GetProperty("meanProgress"), cell.GetProperty("fiscalYear"));
        Assert.Equal(count, rated + cell.GetProperty("missing").GetInt32());
        var measures = cell.GetProperty("measures").EnumerateArray().Select(m => m.GetProperty("title").GetString()).ToList();
        Assert.Equal(count, measures.Count);
        var has = count == 0 ? "nothing" : $"{string.Join(' ', measures)}, {rated} of {count} rated";
        var figure = mean.ValueKind is JsonValueKind.Null ? "" : $": {mean}";
        var when = year.ValueKind is JsonValueKind.Null ? "" : $" in {year.GetProperty("year")}";
        return $"{Title(cell.GetProperty("plan"))}: {has}{figure}{when}{(cell.GetProperty("comparable").GetBoolean() ? ", comparable" : "")}. {cell.GetProperty("note")}".TrimEnd();
    }

    private static string? Title(JsonElement plan) => plan.GetProperty("title").GetString();

    private static string Titles(JsonElement of, string list) => string.Join(", ", of.GetProperty(list).EnumerateArray().Select(Title));

    private static string Measures(JsonElement connection) => string.Join(' ', connection.GetProperty("nodes").EnumerateArray().Select(Title));

    private static string Code(JsonElement of) => (of.TryGetProperty("goal", out var goal) ? goal : of).GetProperty("code").GetString()!;
}
