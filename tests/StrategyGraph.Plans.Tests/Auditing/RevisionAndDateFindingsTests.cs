using static StrategyGraph.Plans.Tests.Auditing.AuditedFile;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>What revisions count and list, and times that cannot be.</summary>
public class RevisionAndDateFindingsTests
{
    private static string Revision(string keys) => $"revisions: [ {{ id: review, title: 見直し, date: 2023-01, effective: 2023-04-01, {keys} }}, {{ id: other, title: 他の見直し }} ]\n";

    [Theory]
    [InlineData("{ kind: TARGET_CHANGED, count: 25 }, { kind: TARGET_CHANGED, reason: 甲, count: 13 }, { kind: TARGET_CHANGED, reason: 乙, count: 12 }", null)]
    [InlineData("{ kind: TARGET_CHANGED, count: 25 }, { kind: TARGET_CHANGED, reason: 甲, count: 13 }, { kind: TARGET_CHANGED, reason: 乙, count: 11 }", "Error plan expected 25 found 24")]
    [InlineData("{ kind: INDICATOR_REPLACED, indicatorKind: NUMERIC_TARGET, count: 1 }, { kind: INDICATOR_REPLACED, indicatorKind: KPI, count: 6 }, { kind: INDICATOR_REPLACED, reason: 甲, count: 5 }, { kind: INDICATOR_REPLACED, reason: 乙, count: 2 }", null)]
    [InlineData("{ kind: INDICATOR_REPLACED, indicatorKind: NUMERIC_TARGET, count: 1 }, { kind: INDICATOR_REPLACED, indicatorKind: KPI, count: 6 }, { kind: INDICATOR_REPLACED, reason: 甲, count: 5 }", "Error plan expected 7 found 5")]
    [InlineData("{ kind: INITIATIVE_ENDED, count: 3 }", null)]
    [InlineData("{ kind: INITIATIVE_ENDED, reason: 甲, count: 3 }", null)]
    public void Counts_by_reason_must_make_the_total(string tallies, string? line) =>
        Assert.Equal(line is null ? [] : [line], Find(FindingKind.CountMismatch, Revision($"tallies: [ {tallies} ]")));

    [Theory]
    [InlineData(1, "Error plan expected 1 found 2")]
    [InlineData(2, null)]
    [InlineData(12, null)]
    public void No_more_can_be_listed_than_counted(int count, string? line) => Assert.Equal(line is null ? [] : [line], Find(FindingKind.CountMismatch,
        Revision($"tallies: [ {{ kind: TARGET_CHANGED, count: {count} }} ], changes: [ {{ kind: TARGET_CHANGED, title: 甲 }}, {{ kind: TARGET_CHANGED, title: 乙 }} ]")));

    [Theory]
    [InlineData("changes: [ { kind: MEASURE_ADDED, element: m } ]", "introducedBy: review", 0)]
    [InlineData("changes: [ { kind: MEASURE_ADDED, element: m } ]", "", 0)]
    [InlineData("changes: [ { kind: MEASURE_ADDED, element: m } ]", "introducedBy: other", 2)]
    [InlineData("changes: [ { kind: MEASURE_ENDED, element: m } ]", "endedBy: other", 2)]
    [InlineData("kept: [ 目標 ]", "introducedBy: review", 1)]
    [InlineData("kept: [ 目標 ]", "endedBy: review", 1)]
    [InlineData("changes: [ { kind: INITIATIVE_ADDED, element: m } ]", "introducedBy: review", 1)]
    [InlineData("tallies: [ { kind: MEASURE_ADDED, count: 3 } ]", "introducedBy: review", 0)]
    [InlineData("changes: [ { kind: SPLIT, element: m, title: 分割 } ]", "introducedBy: review", 0)]
    public void A_revision_and_what_it_changed_must_say_the_same(string revision, string element, int findings) =>
        Assert.Equal(findings, Find(FindingKind.RevisionMismatch, Revision(revision) + Tree(Element("g", "", Element("m", element)))).Length);

    [Fact]
    public void What_came_with_its_measure_need_not_be_listed() => Assert.Empty(Find(FindingKind.RevisionMismatch,
        Revision("changes: [ { kind: MEASURE_ADDED, element: m } ]") + Tree(Element("g", "", Element("m", "introducedBy: review", Element("i", "introducedBy: review"))))));

    [Fact]
    public void An_added_indicator_is_held_against_the_indicator_not_its_element()
    {
        static string File(string says) => Revision("changes: [ { kind: INDICATOR_ADDED, element: m, indicator: k } ]") + Tree(Element("g", "", Element("m", $"indicators: [ {{ id: k, kind: KPI, name: 数{says} }} ]")));
        Assert.Empty(Find(FindingKind.RevisionMismatch, File(", introducedBy: review")));
        Assert.Equal(["Warning m expected introducedBy: review"], Find(FindingKind.RevisionMismatch, File(", introducedBy: other")));
    }

    [Theory]
    [InlineData("2024-03-31", 0)]
    [InlineData("2024-03", 0)]
    [InlineData("2024", 0)]
    [InlineData("2024-02", 1)]
    public void A_source_cannot_know_what_ends_after_its_date(string issued, int findings)
    {
        Assert.Equal(findings, Find(FindingKind.DateConflict, Tree(GoalOf("", "50", "60")), issued: issued).Length);
        Assert.Empty(Find(FindingKind.DateConflict, Tree(Element("g", """progress: [ { year: 2023, value: "50", scale: percent, forecast: true } ]""")), issued: issued));
    }

    [Theory]
    [InlineData("start: 2024-06", 1)]
    [InlineData("start: 2024-05", 0)]
    [InlineData("start: 2024-05, end: 2024-07", 0)]
    [InlineData("end: 2024-06", 1)]
    public void A_step_that_is_done_has_begun_when_its_source_is_issued(string span, int findings)
    {
        Assert.Equal(findings, Find(FindingKind.DateConflict, $"milestones: [ {{ title: 素案, {span}, done: true }} ]").Length);
        Assert.Empty(Find(FindingKind.DateConflict, $"milestones: [ {{ title: 素案, {span} }} ]"));
    }

    [Fact]
    public void A_revision_after_the_plans_end_is_a_doubt()
    {
        Assert.Equal(["Warning plan expected ≤ 2025-03-31 found 2025-04-01"], Find(FindingKind.DateConflict, Revision("kept: [ 目標 ]").Replace("2023-04-01", "2025-04-01", StringComparison.Ordinal)));
        Assert.Empty(Find(FindingKind.DateConflict, Revision("kept: [ 目標 ]")));
    }

    [Theory]
    [InlineData("CUMULATIVE", "9", "8", 1)]
    [InlineData("CUMULATIVE", "9", "9", 0)]
    [InlineData("SINGLE_PERIOD", "9", "8", 0)]
    public void A_running_total_does_not_fall(string accumulation, string earlier, string later, int findings) => Assert.Equal(findings, Find(FindingKind.FallingTotal,
        $"indicators: [ {{ id: k, kind: KPI, name: 数, accumulation: {accumulation}, actuals: [ {{ year: 2022, text: \"{later}\" }}, {{ year: 2021, text: \"{earlier}\" }} ] }} ]\n").Length);

    [Theory]
    [InlineData("""{ year: 2022, text: "9", cite: 表2 }""", 1)]
    [InlineData("""{ year: 2022, text: "8", cite: 表2 }""", 0)]
    [InlineData("""{ year: 2021, text: "9", cite: 表2 }""", 0)]
    [InlineData("""{ year: 2022, text: "9", part: 男, cite: 表2 }""", 0)]
    [InlineData("""{ year: 2022, text: "9", reportedOn: 2023-09-01, cite: 表2 }""", 0)]
    [InlineData("""{ year: 2022, text: "9" }""", 0)]
    public void An_indicators_value_that_two_places_print_differently_is_a_conflict(string second, int findings) => Assert.Equal(findings, Find(FindingKind.SourcesConflict,
        $$"""indicators: [ { id: k, kind: KPI, name: 数, actuals: [ { year: 2022, text: "8" }, {{second}} ] } ]""" + "\n").Length);

    [Fact]
    public void A_target_that_a_revision_changed_may_stand_twice()
    {
        const string Indicator = """indicators: [ { id: k, kind: KPI, name: 数, targets: [ { year: 2024, text: "8" }, { year: 2024, text: "9", cite: 見直し } ] } ]""" + "\n";
        Assert.Single(Find(FindingKind.SourcesConflict, Indicator));
        Assert.Empty(Find(FindingKind.SourcesConflict, Indicator + Revision("changes: [ { kind: TARGET_CHANGED, indicator: k } ]")));
    }
}
