using static StrategyGraph.Plans.Tests.Auditing.AuditedFile;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>Printed figures against computed ones, against each other, and against stars and grades.</summary>
public class FigureFindingsTests
{
    private const FindingKind Differs = FindingKind.PublishedDiffersFromComputed;

    [Fact]
    public void A_figure_that_the_stated_rule_does_not_make_is_an_error_that_cites_the_rule_and_the_parts()
    {
        var finding = Assert.Single(Audit(GoalsAreMeans + Tree(GoalOf("58", "50", "51", "51"))), finding => finding.Kind == Differs);

        Assert.Equal("Error goal expected 51 (50.67, 3/3) found 58", Line(finding));
        Assert.Equal(["表1", "はじめに"], finding.Citations.Select(citation => citation.Locator));
        Assert.Equal("Printed as 58 for FY2023; the plan's rule makes 51 (50.67 before rounding) of the parts, 3 of 3 rated.", finding.Message(Language.En));
        Assert.Equal("令和5年度の数値は58と印刷されているが、計画の算出規則では51（端数処理前50.67）になる。部分3件のうち評価あり3件。", finding.Message(Language.Ja));
    }

    [Theory]
    [InlineData("51")]
    [InlineData("")]
    public void A_figure_that_the_rule_makes_or_that_is_not_printed_is_none(string printed) =>
        Assert.Empty(Find(Differs, GoalsAreMeans + Tree(GoalOf(printed, "50", "51", "51"))));

    [Fact]
    public void A_rule_that_an_editor_found_is_the_likelier_mistake() =>
        Assert.Equal(["Warning goal expected 51 (50.67, 3/3) found 58"], Find(Differs, GoalsAreMeans.Replace("true", "false", StringComparison.Ordinal) + Tree(GoalOf("58", "50", "51", "51"))));

    [Fact]
    public void What_the_parts_unprinted_decimals_may_explain_is_a_remark() =>
        Assert.Equal(["Info goal expected 50 (2/2) found 51"], Find(Differs, GoalsAreMeans + Tree(GoalOf("51", "50", "50"))));

    [Fact]
    public void A_mean_of_rounded_parts_has_no_such_excuse() =>
        Assert.Equal(["Error goal expected 50 (2/2) found 51"], Find(Differs, GoalsAreMeans.Replace("MEAN,", "MEAN_OF_ROUNDED,", StringComparison.Ordinal) + Tree(GoalOf("51", "50", "50"))));

    [Theory]
    [InlineData("40", "Info goal expected 50 (2/2) found 40")]
    [InlineData("70", "Warning goal expected 50 (2/2) found 70")]
    public void Without_a_rule_only_a_figure_beyond_all_parts_is_more_than_a_remark(string printed, string line) =>
        Assert.Equal([line], Find(Differs, Tree(GoalOf(printed, "40", "60"))));

    [Fact]
    public void A_mean_with_a_missing_part_is_not_held_against_the_print() =>
        Assert.Empty(Find(Differs, GoalsAreMeans + Tree(GoalOf("40", "40", "60", ""))));

    [Fact]
    public void The_message_counts_for_how_many_others_the_rule_holds()
    {
        var other = Element("second", Rated("percent", "50"), Element("n1", Rated("percent", "50")));
        var finding = Assert.Single(Audit(GoalsAreMeans + Tree(GoalOf("58", "50"), other)), finding => finding.Kind == Differs);
        Assert.EndsWith("It makes the printed figure of 1 of the 1 others of that level.", finding.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_printings_that_differ_cite_both_places_and_say_what_the_parts_make()
    {
        var goal = Element("goal", Rated("percent", "51", "50"), Element("m1", Rated("percent", "51")), Element("m2", Rated("percent", "50")));
        var finding = Assert.Single(Audit(GoalsAreMeans + Tree(goal)), finding => finding.Kind is FindingKind.SourcesConflict or Differs);

        Assert.Equal("Error goal expected 51 found 50", Line(finding));
        Assert.Equal(["表1", "表2"], finding.Citations.Select(citation => citation.Locator));
        Assert.Equal("One figure of FY2023 is printed differently: 51 (表1), 50 (表2). The parts make 50.5. One looks rounded, the other cut off.", finding.Message(Language.En));
    }

    [Fact]
    public void Two_printings_of_which_the_rule_makes_neither_are_two_findings() =>
        Assert.Equal(
            ["Error goal expected 50 (1/1) found 60", "Error goal expected 60 found 61"],
            Audit(GoalsAreMeans + Tree(Element("goal", Rated("percent", "60", "61"), Element("m1", Rated("percent", "50"))))).Select(Line));

    [Theory]
    [InlineData("""{ year: 2023, value: "50", scale: percent }, { year: 2023, value: 50%, scale: percent, cite: 表2 }""")]
    [InlineData("""{ year: 2023, value: "50", scale: percent }, { year: 2022, value: "60", scale: percent }""")]
    [InlineData("""{ year: 2023, value: "50", scale: percent }, { year: 2023, value: "60", scale: percent, assessor: EXTERNAL }""")]
    [InlineData("""{ year: 2023, value: "50", scale: percent }, { year: 2023, value: "60", scale: percent, forecast: true }""")]
    public void Figures_that_are_alike_or_of_another_time_or_hand_are_no_conflict(string progress) =>
        Assert.Empty(Find(FindingKind.SourcesConflict, Tree(Element("goal", $"progress: [ {progress} ]"))));

    [Fact]
    public void A_repeat_that_is_rated_otherwise_than_its_original_is_a_conflict() =>
        Assert.Equal(
            ["Error again expected 50 found 60"],
            Find(FindingKind.SourcesConflict, Tree(Element("goal", "", Element("once", Rated("percent", "50")), Element("again", "repeatOf: once, " + Rated("percent", "60"))))));

    [Theory]
    [InlineData("69", "★6", "★6", false)]
    [InlineData("55", "★6", "★6", false)]
    [InlineData("70", "★6", "★6", false)]
    [InlineData("54", "★6", "★6", false)]
    [InlineData("52", "★6", "★6", true)]
    [InlineData("80", "★9", "★9", true)]
    [InlineData("83", "★9", "★9", true)]
    [InlineData("92", "★10", "★9", false)]
    [InlineData("100", "★10", "★10", false)]
    [InlineData("90", "★10", "★10", true)]
    public void Stars_contradict_a_percentage_that_no_rounding_of_theirs_makes(string printed, string first, string second, bool contradicts)
    {
        var measure = Element("m1", Rated("percent", printed), Element("i1", Rated("stars", first)), Element("i2", Rated("stars", second)));
        Assert.Equal(contradicts, Find(FindingKind.RatingContradictsPercent, MeasuresAreMeansOfStars + Tree(Element("goal", "", measure))).Length == 1);
    }

    [Fact]
    public void A_contradiction_names_the_band_and_cites_figure_and_stars()
    {
        var measure = Element("m1", Rated("percent", "80"), Element("i1", Rated("stars", "★9")), Element("i2", Rated("stars", "★9").Replace("表1", "表9", StringComparison.Ordinal)));
        var finding = Assert.Single(Audit(MeasuresAreMeansOfStars + Tree(Element("goal", "", measure))), finding => finding.Kind is FindingKind.RatingContradictsPercent);
        Assert.Equal("Error m1 expected 85–100 found 80", Line(finding));
        Assert.Equal(["表1", "表9"], finding.Citations.Select(citation => citation.Locator));
    }

    [Theory]
    [InlineData("84", false)]
    [InlineData("30", true)]
    public void A_part_without_a_rating_could_be_anything_on_its_scale(string printed, bool contradicts)
    {
        var measure = Element("m1", Rated("percent", printed), Element("i1", Rated("stars", "★9")), Element("i2", "progress: [ { year: 2023, missing: NOT_PRINTED, scale: stars } ]"));
        Assert.Equal(contradicts, Find(FindingKind.RatingContradictsPercent, MeasuresAreMeansOfStars + Tree(Element("goal", "", measure))).Length == 1);
    }

    [Theory]
    [InlineData("grade", "A", "79.9", false)]
    [InlineData("grade", "A", "70", true)]
    [InlineData("grade", "B", "80", true)]
    [InlineData("stars", "★7", "58", true)]
    [InlineData("stars", "★7", "65", false)]
    [InlineData("stars", "★7", "80", false)]
    [InlineData("stars", "★7", "82", true)]
    public void A_label_contradicts_a_percentage_of_the_same_element_outside_of_its_band(string scale, string label, string percent, bool contradicts)
    {
        var progress = $$"""progress: [ { year: 2023, value: {{label}}, scale: {{scale}} }, { year: 2023, value: "{{percent}}", scale: percent } ]""";
        Assert.Equal(contradicts, Find(FindingKind.RatingContradictsPercent, Tree(Element("goal", "", Element("m1", progress)))).Length == 1);
    }

    [Fact]
    public void Another_hands_grade_contradicts_nothing() =>
        Assert.Empty(Find(FindingKind.RatingContradictsPercent, Tree(Element("goal", "", Element("m1",
            """progress: [ { year: 2023, value: A, scale: grade, assessor: EXTERNAL }, { year: 2023, value: "20", scale: percent } ]""")))));

    [Theory]
    [InlineData("740", 1)]
    [InlineData("100", 0)]
    public void A_percentage_beyond_a_hundred_on_a_scale_without_ends_is_a_doubt(string value, int findings) =>
        Assert.Equal(findings, Find(FindingKind.RatingOutsideScale, Tree(Element("goal", "", Element("m1", Rated("open", value))))).Length);
}
