using StrategyGraph.Plans.Inference;

namespace StrategyGraph.Plans.Tests.Inference;

public class InferredTagsTests
{
    private static string[] Codes(string title, string? summary = null) => [.. InferredTags.Of(Measure(new Text(title, null), summary)).Select(tag => tag.Code)];

    private static PlanElement Measure(Text title, string? summary = null) => new()
    {
        Id = "measure",
        Level = new PlanLevel(0, ElementRole.Measure, "施策"),
        Title = title,
        Summary = summary is null ? null : new Text(summary, null),
    };

    [Theory]
    [InlineData("ゼロカーボンシティの推進", "13.2")]
    [InlineData("ＺＥＲＯ　ＣＡＲＢＯＮ", "13.2")]
    [InlineData("Zero-carbon city", "13.2")]
    [InlineData("市道の除雪")]
    public void Words_lead_to_goals_and_targets_in_any_width_and_case(string title, params string[] codes) => Assert.Equal(codes, Codes(title));

    [Fact]
    public void A_Latin_word_is_found_whole_or_in_the_plural_and_not_inside_another()
    {
        Assert.Contains("9.1", Codes("Airports of the north"));
        Assert.DoesNotContain("9.1", Codes("A portrait of the north"));
    }

    [Fact]
    public void The_longer_of_two_words_counts()
    {
        Assert.Contains("4.5", Codes("特別支援学校の誘致"));
        Assert.DoesNotContain("4", Codes("特別支援学校の誘致"));
    }

    [Fact]
    public void A_goal_is_left_out_where_one_of_its_targets_is_proposed() => Assert.Equal(["3.8"], Codes("健康と病院"));

    [Fact]
    public void A_summary_counts_less_than_a_title()
    {
        var inTitle = InferredTags.Of(Measure(new Text("防災", null))).First(tag => tag.Code == "11.5");
        var inSummary = InferredTags.Of(Measure(new Text("備え", null), "防災")).First(tag => tag.Code == "11.5");

        Assert.True(inTitle.Confidence > inSummary.Confidence);
    }

    [Fact]
    public void A_proposal_says_that_it_is_one_how_sure_it_is_and_by_which_words()
    {
        var tag = Assert.Single(InferredTags.Of(Measure(new Text("ゼロカーボンで地球温暖化に備える", "Zero carbon"))));

        Assert.Equal(("sdgs", "13.2", TagBasis.Inferred, 0.95), (tag.Framework, tag.Code, tag.Basis, tag.Confidence));
        Assert.Equal(new Text("「ゼロカーボン」「地球温暖化」という語による。", "By the words “ゼロカーボン”, “地球温暖化”."), tag.Rationale);
    }

    [Fact]
    public void The_same_element_gets_the_same_proposals_always()
    {
        foreach (var measure in Seeds.Holdings.Plans.SelectMany(Seeds.MeasuresOf)) Assert.Equal(InferredTags.Of(measure), InferredTags.Of(measure));
    }

    [Fact]
    public void The_table_of_words_is_in_order()
    {
        var codes = Seeds.Framework("sdgs").Goals.SelectMany(goal => goal.Children.Prepend(goal)).Select(goal => goal.Code).ToHashSet();

        Assert.All(SubjectWords.OfSdgs.All, word =>
        {
            Assert.True(word.Text.Length > 1 || word.Text is "港" or "橋", word.Text);
            Assert.Equal(word.Text.Trim(), word.Text);
            Assert.All(word.Meanings, meaning => Assert.True(codes.Contains(meaning.Code) && meaning.Weight is > 0 and < 1, $"{word.Text}: {meaning}"));
            Assert.Equal(word.Meanings.Count, word.Meanings.DistinctBy(meaning => meaning.Code).Count());
        });
    }
}
