using StrategyGraph.Plans.Files;

namespace StrategyGraph.Plans.Tests;

/// <summary>A plan of five years that was revised twice (History/history.yaml), as it stood on days before, between and after.</summary>
public class PlanHistoryTests
{
    private static readonly Holdings Holdings = PlanFiles.Read(Path.Combine(AppContext.BaseDirectory, "History")).Holdings!;
    private static readonly Plan Present = Holdings.Plans.Single(plan => plan.Id == "history");

    private static Plan AsOf(string day) => PlanHistory.AsOf(Present, DateOnly.Parse(day, null)) ?? throw new InvalidOperationException($"There was no plan on {day}.");

    private static IEnumerable<PlanElement> Elements(IEnumerable<PlanElement> top) => top.SelectMany(element => Elements(element.Children).Prepend(element));

    private static string Ids(Plan plan) => string.Join(' ', Elements(plan.Elements).Select(element => element.Id));

    private static PlanElement Element(Plan plan, string id) => Elements(plan.Elements).Single(element => element.Id == id);

    private static Indicator Places(Plan plan) => Element(plan, "care").Indicators.Single(indicator => indicator.Id == "places");

    private static string Texts(Indicator indicator, ObservationKind kind) => string.Join(' ', indicator.Observations.Where(o => o.Kind == kind).Select(o => o.Text));

    [Theory]
    [InlineData("2020-04-01", "families childhood care nurseries survey nurseries-again clubs-for-all safety alerts radio")]
    [InlineData("2021-03-31", "families childhood care nurseries survey nurseries-again clubs-for-all safety alerts radio")]
    [InlineData("2021-04-01", "families childhood care nurseries nurseries-again clubs-for-all safety alerts radio")]
    [InlineData("2023-03-31", "families childhood care nurseries nurseries-again clubs-for-all safety alerts radio")]
    [InlineData("2023-04-01", "families childhood care nurseries nurseries-again safety alerts solar panels")]
    [InlineData("2030-01-01", "families childhood care nurseries nurseries-again safety alerts solar panels")]
    public void What_came_later_is_absent_and_what_was_ended_later_is_there(string day, string ids) => Assert.Equal(ids, Ids(AsOf(day)));

    [Fact]
    public void In_the_plan_itself_everything_stays() =>
        Assert.Equal("families childhood care nurseries survey nurseries-again clubs-for-all safety alerts radio solar panels", Ids(Present));

    [Theory]
    [InlineData("2020-04-01", "② 保育の充実", "保育所を整える。", "450 500人", 500, "")]
    [InlineData("2021-04-01", "② 保育の充実", "保育所と学童を整える。", "450 550人", 550, "first")]
    [InlineData("2023-04-01", "① 子どもの居場所", "子どもの居場所を整える。", "450 600人", 600, "first second")]
    public void Changes_of_later_are_undone_the_latest_first(string day, string heading, string summary, string targets, int target, string revisions)
    {
        var plan = AsOf(day);
        var care = Element(plan, "care");
        Assert.Equal((heading, summary), ($"{care.Label} {care.Title.Ja}", care.Summary!.Ja));
        Assert.Equal(targets, Texts(Places(plan), ObservationKind.Target));
        Assert.Equal(target, Places(plan).Observations.Last(o => o.Kind is ObservationKind.Target).Value);
        Assert.Equal(revisions, string.Join(' ', plan.Revisions.Select(revision => revision.Id)));
    }

    [Fact]
    public void A_former_title_takes_its_translation_and_printing_with_it()
    {
        Assert.Equal((new Text("保育の充実", "Child care"), null), (Element(AsOf("2022-01-01"), "care").Title, Element(AsOf("2022-01-01"), "care").TitleAsPrinted));
        Assert.Equal("子供の居場所", Element(AsOf("2024-01-01"), "care").TitleAsPrinted);
    }

    [Theory]
    [InlineData("2020-06-01", "", "", "", "places")]
    [InlineData("2021-03-31", "20", "30 定員を増やした", "420", "places")]
    [InlineData("2022-03-30", "20", "30 定員を増やした", "420", "places")]
    [InlineData("2022-03-31", "20 40", "30 50 定員を増やした", "420 440", "places")]
    [InlineData("2024-03-31", "20 40", "30 50 60 定員を増やした 学童を開いた", "420 440 480", "places clubs")]
    public void Figures_are_there_when_their_time_was_over(string day, string whole, string care, string actuals, string indicators)
    {
        var plan = AsOf(day);
        var element = Element(plan, "care");
        Assert.Equal(whole, string.Join(' ', plan.Assessments.Select(a => a.Value)));
        Assert.Equal(care, string.Join(' ', element.Assessments.Select(a => a.Value).Concat(element.Activities.Select(a => a.Text.Ja))));
        Assert.Equal(actuals, Texts(Places(plan), ObservationKind.Actual));
        Assert.Equal(indicators, string.Join(' ', element.Indicators.Select(i => i.Id)));
    }

    [Theory]
    [InlineData("2021-05-31", "", "17.0以上", "17.5")]
    [InlineData("2021-06-01", "17.1見込み", "17.0以上", "17.5")]
    [InlineData("2024-10-01", "17.1見込み 16.8", "17.0以上", "17.5")]
    public void Forecasts_are_there_when_reported_or_due_and_targets_always(string day, string forecasts, string targets, string baseline)
    {
        var population = AsOf(day).Indicators[0];
        Assert.Equal((forecasts, targets, baseline), (Texts(population, ObservationKind.Forecast), Texts(population, ObservationKind.Target), Texts(population, ObservationKind.Baseline)));
    }

    [Theory]
    [InlineData("2020-04-01", "True False False", PlanStatus.Adopted)]
    [InlineData("2022-09-30", "True False False", PlanStatus.Revised)]
    [InlineData("2022-10-01", "True True False", PlanStatus.Revised)]
    public void A_milestone_that_began_later_was_not_done_and_a_plan_not_yet_revised_was_adopted(string day, string done, PlanStatus status)
    {
        Assert.Equal(done, string.Join(' ', AsOf(day).Milestones.Select(milestone => milestone.Done)));
        Assert.Equal(status, AsOf(day).Status);
    }

    [Fact]
    public void What_was_ended_later_does_not_say_so_yet()
    {
        Assert.Equal(("second", null), (Element(Present, "radio").EndedBy, Element(AsOf("2022-01-01"), "radio").EndedBy));
        Assert.Equal("second", Element(AsOf("2024-01-01"), "solar").IntroducedBy);
    }

    [Fact]
    public void An_ended_plan_had_not_ended_within_its_time()
    {
        var ended = Present with { Status = PlanStatus.Ended };
        Assert.Equal(
            [PlanStatus.Adopted, PlanStatus.Revised, PlanStatus.Ended, PlanStatus.Ended],
            new[] { "2020-05-01", "2024-05-01", "2025-03-31", "2031-01-01" }.Select(day => PlanHistory.AsOf(ended, DateOnly.Parse(day, null))!.Status));
    }

    [Fact]
    public void A_plan_is_there_from_its_period_or_its_document_or_always()
    {
        var before = new DateOnly(2020, 3, 31);
        Assert.Null(PlanHistory.AsOf(Present, before));
        Assert.NotNull(PlanHistory.AsOf(Present with { Period = null }, before));
        Assert.Null(PlanHistory.AsOf(Present with { Period = null, Revisions = [Present.Revisions[1]] }, new DateOnly(2020, 2, 29)));

        // Only the review is at hand: the plan that it reviews was there before.
        Assert.NotNull(PlanHistory.AsOf(Present with { Period = null, Documents = [Present.Documents[1]] }, DateOnly.MinValue));

        // What was rated before the document was issued was there then.
        var reported = Present with { Period = null, Revisions = [], Documents = [Present.Documents[1]] };
        Assert.Null(PlanHistory.AsOf(reported, new DateOnly(2021, 3, 30)));
        Assert.NotNull(PlanHistory.AsOf(reported, new DateOnly(2021, 3, 31)));
    }

    [Fact]
    public void A_repeat_of_what_is_not_there_is_no_repeat()
    {
        var care = Element(Present, "care") with { EndedBy = "second", RepeatOf = "solar" };
        var families = Present.Elements[0] with { Children = [care, Element(Present, "solar")] };
        Assert.Null(PlanHistory.AsOf(Present with { Elements = [families] }, new DateOnly(2022, 1, 1))!.Elements[0].Children.Single().RepeatOf);
    }

    /// <summary>What a plan gains later is carried along without being named: nothing here has a day but what is undone.</summary>
    [Fact]
    public void With_nothing_to_undo_the_plan_says_the_same()
    {
        foreach (var plan in PlanFolder.SampleHoldings.Plans.Concat(Holdings.Plans))
        {
            var bare = plan with { Period = null, Revisions = [], Elements = [.. plan.Elements.Select(WithoutEnds)], Indicators = [] };
            Assert.Equal((plan.Id, Hash(bare)), (plan.Id, Hash(PlanHistory.AsOf(bare, DateOnly.MaxValue)!)));
        }

        static PlanElement WithoutEnds(PlanElement element) => element with { EndedBy = null, IntroducedBy = null, Indicators = [], Children = [.. element.Children.Select(WithoutEnds)] };
        static string Hash(Plan plan) => ContentHash.Of(new Holdings([], [], [plan]));
    }

    [Fact]
    public void What_a_change_says_was_added_or_ended_need_not_be_said_again()
    {
        Assert.Equal(("second", null), (Element(Present, "solar").IntroducedBy, Element(Present, "solar").EndedBy));
        Assert.Equal((null, "first"), (Element(Present, "survey").IntroducedBy, Element(Present, "survey").EndedBy));
        Assert.Equal("second", Element(Present, "care").Indicators[1].IntroducedBy);
    }
}
