using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>Printed figures, computed figures and their verdicts, as a client sees them. Expected values are read from the documents.</summary>
[Collection(nameof(RunningServer))]
public sealed class ProgressTests(RunningServer server)
{
    private const string FourthTerm = "市長公約（4期目）";

    [Theory]
    [InlineData(2019, "Ⅰ", 58, "AGREES")]
    [InlineData(2019, "Ⅱ", 48, "AGREES")]
    [InlineData(2019, "Ⅲ", 63, "AGREES")]
    [InlineData(2019, "Ⅳ", 56, "AGREES")]
    [InlineData(2019, "Ⅴ", 49, "AGREES")]
    [InlineData(2020, "Ⅰ", 73, "AGREES")]
    [InlineData(2020, "Ⅱ", 69, "AGREES")]
    [InlineData(2020, "Ⅲ", 89, "SOURCES_CONFLICT")]
    [InlineData(2020, "Ⅳ", 75, "AGREES")]
    [InlineData(2020, "Ⅴ", 68, "AGREES")]
    public async Task Goals_of_the_fourth_term_are_the_rounded_means_of_their_pledges(int year, string label, double percent, string verdict)
    {
        var data = await server.Data(
            """
            query ($plan: String, $label: String, $year: Int) {
              goals(where: { plan: { title: { eq: $plan } }, label: { eq: $label } }) {
                nodes { progress(fiscalYear: $year) { percent verdict computed { percent parts rated missing rule { method rounding over } } } }
              }
            }
            """, new { plan = FourthTerm, label, year });

        var progress = Assert.Single(data.GetProperty("goals").GetProperty("nodes").EnumerateArray()).GetProperty("progress");
        Assert.Equal(
            $$$$"""{"percent":{{{{percent}}}},"verdict":"{{{{verdict}}}}","computed":{"percent":{{{{percent}}}},"parts":5,"rated":5,"missing":0,"rule":{"method":"MEAN","rounding":"HALF_UP","over":"MEASURE"}}}""",
            progress.GetRawText());
    }

    [Theory]
    [InlineData(2019, 54.8)]
    [InlineData(2020, 74.8)]
    public async Task The_whole_of_the_fourth_term_is_the_mean_of_the_rounded_goals(int year, double percent)
    {
        var plan = await Plan(FourthTerm, $$"""progress(fiscalYear: {{year}}) { percent verdict computed { percent rule { method over } } }""");

        Assert.Equal(
            $$$$"""{"percent":{{{{percent}}}},"verdict":"AGREES","computed":{"percent":{{{{percent}}}},"rule":{"method":"MEAN_OF_ROUNDED","over":"GOAL"}}}""",
            plan.GetProperty("progress").GetRawText());
    }

    [Fact]
    public async Task A_figure_printed_twice_and_differently_keeps_both_printings_each_with_its_citation()
    {
        var plan = await Plan(FourthTerm, "goals { label progress(fiscalYear: 2020) { published { value citation { locator } } } }");

        var published = plan.GetProperty("goals")[2].GetProperty("progress").GetProperty("published");
        Assert.Equal(["89", "88"], published.EnumerateArray().Select(a => a.GetProperty("value").GetString()));
        Assert.Equal(2, published.EnumerateArray().Select(a => a.GetProperty("citation").GetProperty("locator").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("01", 49)]
    [InlineData("02", 31)]
    [InlineData("03", 24)]
    [InlineData("04", 52)]
    [InlineData("05", 44)]
    [InlineData("06", 47)]
    [InlineData("07", 42)]
    public async Task Visions_of_Mayor_Kanazawa_are_the_means_of_their_items_cut(string number, double percent)
    {
        var data = await server.Data(
            """
            {
              goals(where: { term: { eq: "ビジョン" } }) {
                nodes { label progress { fiscalYear { year era } percent verdict computed { percent rule { rounding } } } }
              }
            }
            """);

        var goal = data.GetProperty("goals").GetProperty("nodes").EnumerateArray().Single(g => g.GetProperty("label").GetString()!.EndsWith(number, StringComparison.Ordinal));
        Assert.Equal(
            $$$$"""{"fiscalYear":{"year":2025,"era":"令和7年度"},"percent":{{{{percent}}}},"verdict":"AGREES","computed":{"percent":{{{{percent}}}},"rule":{"rounding":"FLOOR"}}}""",
            goal.GetProperty("progress").GetRawText());
    }

    [Fact]
    public async Task Pledges_that_whole_stars_cannot_explain_are_told_apart()
    {
        var plan = await Plan(FourthTerm, "goals { label measures { label progress(fiscalYear: 2020) { percent verdict computed { exact rated missing } } } }");

        var lines = from goal in plan.GetProperty("goals").EnumerateArray()
                    from measure in goal.GetProperty("measures").EnumerateArray()
                    let progress = measure.GetProperty("progress")
                    let computed = progress.GetProperty("computed")
                    select $"{goal.GetProperty("label")}-{measure.GetProperty("label")} printed {progress.GetProperty("percent")}, from stars {computed.GetProperty("exact")} ({computed.GetProperty("rated")} rated, {computed.GetProperty("missing")} missing): {progress.GetProperty("verdict")}";
        Snapshot.Match(string.Join("\n", lines));
    }

    [Fact]
    public async Task What_was_not_rated_is_null_with_a_reason_and_never_zero()
    {
        var data = await server.Data(
            """
            { initiatives(where: { title: { startsWith: "市立病院は" } }) { nodes { progress(fiscalYear: 2020) { percent verdict missing published { value } computed { percent } } } } }
            """);

        Assert.Equal(
            """{"percent":null,"verdict":"NOT_RATED","missing":"NOT_PRINTED","published":[],"computed":null}""",
            Assert.Single(data.GetProperty("initiatives").GetProperty("nodes").EnumerateArray()).GetProperty("progress").GetRawText());
    }

    [Fact]
    public async Task A_plan_without_ratings_has_no_progress()
    {
        var plan = await Plan("第2期北斗市まち・ひと・しごと創生総合戦略骨子案", "progress { percent } progressSeries { percent } goals { progress { percent } }");

        Assert.Equal("""{"progress":null,"progressSeries":[],"goals":[{"progress":null},{"progress":null},{"progress":null},{"progress":null}]}""", plan.GetRawText());
    }

    private async Task<JsonElement> Plan(string title, string fields)
    {
        var data = await server.Data($$"""query ($title: String) { plans(where: { title: { eq: $title } }) { nodes { {{fields}} } } }""", new { title });
        return Assert.Single(data.GetProperty("plans").GetProperty("nodes").EnumerateArray());
    }
}
