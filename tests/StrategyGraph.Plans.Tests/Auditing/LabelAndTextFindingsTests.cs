using static StrategyGraph.Plans.Tests.Auditing.AuditedFile;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>Printed numbers, corrected titles, and names that are written in several ways.</summary>
public class LabelAndTextFindingsTests
{
    /// <summary>Goals, separated by bars, of measures with these labels.</summary>
    private static string Labelled(string goals, string keys = "") => Tree([.. goals.Split('|').Select((labels, goal) => Element($"g{goal}", "", [.. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((label, at) => Element($"m{goal}-{at}", $"label: \"{label}\"{keys}"))]))]);

    [Theory]
    [InlineData("① ② ②", "Warning m0-1 expected 1 × ② found ② m0-1 / ② m0-2")]
    [InlineData("①|② ③|④ ⑤|⑤", "Warning m2-1 expected 1 × ⑤ found ⑤ m2-1 / ⑤ m3-0")]
    [InlineData("② |⑩ ⑪ ⑭|⑮ ⑱|⑱", "Warning m2-1 expected 1 × ⑱ found ⑱ m2-1 / ⑱ m3-0")]
    [InlineData("1-1 1-2|2-1 2-1 2-2", "Warning m1-0 expected 1 × 2-1 found 2-1 m1-0 / 2-1 m1-1")]
    public void A_number_that_two_elements_of_one_count_share_is_a_doubt(string labels, string line) => Assert.Equal([line], Find(FindingKind.DuplicateLabel, Labelled(labels), "PARTIAL"));

    [Theory]
    [InlineData("1 2 3|1 2 3|1 2")]
    [InlineData("1 2 3 4 5|1")]
    [InlineData("(1) (2)|(1)")]
    [InlineData("新規 新規 継続")]
    [InlineData("● ● ●")]
    public void Counts_that_begin_anew_and_marks_that_count_nothing_are_none(string labels) => Assert.Empty(Find(FindingKind.DuplicateLabel, Labelled(labels)));

    [Fact]
    public void What_a_revision_ended_may_hand_its_number_on()
    {
        const string Revision = "revisions: [ { id: review, title: 見直し, effective: 2023-04-01, changes: [ { kind: MEASURE_ADDED, element: new }, { kind: MEASURE_ENDED, element: old } ] } ]\n";
        var old = Element("old", "label: ①, endedBy: review");
        Assert.Empty(Find(FindingKind.DuplicateLabel, Revision + Tree(Element("g", "", old, Element("new", "label: ①, introducedBy: review")))));
        Assert.Single(Find(FindingKind.DuplicateLabel, Revision.Replace(", { kind: MEASURE_ENDED, element: old }", "", StringComparison.Ordinal) + Tree(Element("g", "", Element("old", "label: ①"), Element("new", "label: ①, introducedBy: review")))));
    }

    [Fact]
    public void A_repeat_may_keep_its_number() =>
        Assert.Empty(Find(FindingKind.DuplicateLabel, Tree(Element("g", "", Element("once", "label: ①"), Element("again", "label: ①, repeatOf: once")))));

    [Fact]
    public void Sets_of_goals_may_be_numbered_alike() =>
        Assert.Empty(Find(FindingKind.DuplicateLabel, Tree(Element("one", "label: 1"), Element("other", "label: 1, set: 横断"))));

    [Theory]
    [InlineData("1 2 4", "WHOLE", "Info m0-1 expected 3")]
    [InlineData("1 2 4", "PARTIAL", null)]
    [InlineData("1 2 3", "WHOLE", null)]
    [InlineData("2 4", "WHOLE", null)]
    [InlineData("1 10", "WHOLE", null)]
    [InlineData("① ②|③ ⑤ ⑥", "WHOLE", "Info m1-0 expected 4")]
    public void A_number_left_out_of_a_count_in_a_whole_plan_is_a_remark(string labels, string coverage, string? line) =>
        Assert.Equal(line is null ? [] : [line], Find(FindingKind.NumberingGap, Labelled(labels), coverage));

    [Theory]
    [InlineData("苦小牧の港", "苫小牧の港", "“苦小” in the print or its machine reading, “苫小” here.")]
    [InlineData("港の二ーズ", "港のニーズ", "“の二ー” in the print or its machine reading, “のニー” here.")]
    [InlineData("港を つくる", "港をつくる", "The title differs from the print in spaces or line breaks only.")]
    public void A_corrected_title_tells_what_was_changed(string printed, string title, string words)
    {
        var tree = Tree(Element("g").Replace("title: g", $"title: {title}, titleAsPrinted: {printed}", StringComparison.Ordinal));
        var finding = Assert.Single(Audit(tree), finding => finding.Kind is FindingKind.CorrectedText);
        Assert.Equal($"Info g expected {title} found {printed}", Line(finding));
        Assert.EndsWith(words, finding.Message(Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(消防本部)総務課", "消防本部総務課", true)]
    [InlineData("ゼロゴミ推進課", "ゼロごみ推進課", true)]
    [InlineData("総務課", "総務課", false)]
    [InlineData("総務課", "財務課", false)]
    public void A_department_that_two_plans_write_differently_is_told_at_the_later(string first, string second, bool varies)
    {
        static string Plan(string department) => $"departments: [ \"{department}\" ]\n" + Tree(Element("g", $"departments: [ \"{department}\" ]"));
        var findings = AuditBoth(Plan(first), Plan(second)).Where(finding => finding.Kind is FindingKind.NameVaries).ToArray();
        Assert.Equal(varies ? [$"Info plan expected {first} found {second}"] : [], findings.Select(Line));
        Assert.All(findings, finding => Assert.Equal(["a-report", "b-report"], finding.Citations.Select(citation => citation.Document.Id)));
    }

    [Fact]
    public void An_editors_note_is_told_in_both_languages()
    {
        var finding = Assert.Single(Audit(Tree(Element("g", "note: { ja: 判読による, en: Read with doubt }"))));
        Assert.Equal((FindingKind.EditorsNote, "判読による", "Read with doubt"), (finding.Kind, finding.Message(Language.Ja), finding.Message(Language.En)));
    }
}
