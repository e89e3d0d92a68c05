using static StrategyGraph.Plans.Tests.Auditing.AuditedFile;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>Values that should stand somewhere and do not.</summary>
public class MissingFindingsTests
{
    private const FindingKind Missing = FindingKind.MissingValue;

    [Theory]
    [InlineData("missing: NOT_PRINTED", "Warning m1 expected ★5–★10")]
    [InlineData("missing: NOT_MEASURED", "Info m1 expected ★5–★10")]
    [InlineData("missing: NOT_YET", null)]
    [InlineData("missing: NOT_APPLICABLE", null)]
    [InlineData("value: －", null)]
    public void An_empty_cell_is_a_doubt_unless_the_document_says_why(string cell, string? line) =>
        Assert.Equal(line is null ? [] : [line], Find(Missing, Tree(Element("g", "", Element("m1", $"progress: [ {{ year: 2023, {cell}, scale: stars }} ]")))));

    [Theory]
    [InlineData("WHOLE", "Warning m3")]
    [InlineData("PARTIAL", "Info m3")]
    public void A_year_without_a_rating_beside_rated_siblings_is_a_doubt(string coverage, string line) =>
        Assert.Equal([line], Find(Missing, Tree(GoalOf("", "50", "60", "")), coverage));

    [Fact]
    public void A_few_rated_among_many_are_a_choice_of_the_document() => Assert.Empty(Find(Missing, Tree(GoalOf("", "50", "", "", ""))));

    [Fact]
    public void What_a_later_revision_brings_in_has_no_rating_to_miss()
    {
        const string Revision = "revisions: [ { id: review, title: 見直し, effective: 2024-04-01, changes: [ { kind: MEASURE_ADDED, element: m2 } ] } ]\n";
        Assert.Empty(Find(Missing, Revision + Tree(Element("g", "", Element("m1", Rated("percent", "50")), Element("m2", "introducedBy: review")))));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void A_department_is_missed_where_most_of_the_level_have_one(int named, int findings)
    {
        var measures = Enumerable.Range(0, 3).Select(at => Element($"m{at}", at < named ? "departments: [ 財政課 ]" : "")).ToArray();
        Assert.Equal(findings, Find(Missing, "departments: [ 財政課 ]\n" + Tree(Element("g", "", measures))).Length);
    }

    [Fact]
    public void A_target_and_an_actual_are_missed_where_most_indicators_have_them()
    {
        static string Indicator(string id, string values) => $"{{ id: {id}, kind: KPI, name: {id}{values} }}";
        const string Values = ", targets: [ { year: 2024, text: \"9\" } ], actuals: [ { year: 2022, text: \"5\" } ]";
        var indicators = $"indicators: [ {Indicator("one", Values)}, {Indicator("two", Values)}, {Indicator("three", "")} ]\n";
        var found = Audit(indicators).Where(finding => finding.Kind == Missing).Select(finding => finding.Message(Language.En));
        Assert.Equal(["The indicator “three” has no value here: target.", "The indicator “three” has no value here: actual FY2022."], found);
        Assert.Empty(Find(Missing, $"indicators: [ {Indicator("one", Values)}, {Indicator("three", "")} ]\n"));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("2024-05", 0)]
    public void A_source_without_a_date_is_told(string issued, int findings) => Assert.Equal(findings, Find(Missing, "", issued: issued).Length);
}
