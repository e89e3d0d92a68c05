using System.Reflection;
using StrategyGraph.Plans.Auditing;
using StrategyGraph.Plans.Files;
using static StrategyGraph.Plans.Tests.Auditing.AuditedFile;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>What holds for all findings.</summary>
public class AuditTests
{
    private static readonly string File = GoalsAreMeans + Tree(
        Element("first", "note: 注, " + Rated("percent", "70", "71"), Element("m1", Rated("percent", "50")), Element("m2")), Element("second", "note: 注, " + Rated("percent", "60")));

    [Fact]
    public void Findings_stand_in_the_order_of_elements_and_then_of_kinds() => Assert.Equal(
        [("first", FindingKind.SourcesConflict), ("first", FindingKind.RatingContradictsPercent), ("first", FindingKind.EditorsNote), ("m2", FindingKind.MissingValue), ("second", FindingKind.EditorsNote)],
        Audit(File.Replace("70", "86", StringComparison.Ordinal).Replace("71", "87", StringComparison.Ordinal)).Select(finding => (finding.Element!.Id, finding.Kind)));

    [Fact]
    public void A_plan_without_doubts_has_no_findings() => Assert.Empty(Audit(GoalsAreMeans + Tree(GoalOf("55", "50", "60"))));

    [Fact]
    public void Keys_are_unique_and_depend_neither_on_positions_nor_on_figures()
    {
        var (before, after) = (Audit(File), Audit(File.Replace("elements: [ ", $"elements: [ {Element("zero", "note: 注")}, ", StringComparison.Ordinal).Replace("71", "72", StringComparison.Ordinal)));
        Assert.Equal(before.Length, before.DistinctBy(finding => finding.Key).Count());
        Assert.Empty(before.Select(finding => finding.Key).Except(after.Select(finding => finding.Key)));
    }

    [Fact]
    public void Every_finding_of_the_samples_and_the_seeds_cites_a_place_and_speaks_both_languages()
    {
        var root = typeof(AuditTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;
        var seeds = PlanFiles.Read(Path.Combine(root, "seeds")).Holdings!;
        Finding[] findings = [.. PlanAudit.Of(PlanFolder.SampleHoldings), .. PlanAudit.Of(seeds)];
        Assert.Equal(findings.Length, findings.DistinctBy(finding => (finding.Plan.Id, finding.Key)).Count());
        Assert.All(findings, finding =>
        {
            Assert.NotEmpty(finding.Citations);
            Assert.NotEmpty(finding.Message(Language.Ja));
            Assert.NotEmpty(finding.Message(Language.En));
        });
    }
}
