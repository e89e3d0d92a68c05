using StrategyGraph.Plans.Tests.Transcription;

namespace StrategyGraph.Plans.Tests.Inference;

/// <summary>
/// The rules are as good as their report says, and good enough. To write the report anew after a change of words or plans:
/// <c>UPDATE_WRITTEN_FORMS=1 dotnet test tests/StrategyGraph.Plans.Tests</c>.
/// </summary>
public class InferenceReportTests
{
    private static readonly string File = Path.Combine(FactTable.Repository, "docs", "inference.md");
    private static readonly InferenceReport Report = new(Seeds.Holdings);

    [Fact]
    public void The_committed_report_is_what_the_rules_do()
    {
        var report = Report.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_WRITTEN_FORMS") == "1") System.IO.File.WriteAllText(File, report);

        Assert.True(System.IO.File.ReadAllText(File) == report, $"{File} is not what the rules do. Write it anew: UPDATE_WRITTEN_FORMS=1 dotnet test tests/StrategyGraph.Plans.Tests");
    }

    [Fact]
    public void Proposed_goals_are_mostly_right_and_most_of_what_editors_assigned_is_proposed()
    {
        var goals = Report.GoalsOfAll();

        Assert.True(goals is { Precision: >= 0.7, Recall: >= 0.65 }, goals.Cells);
    }

    [Fact]
    public void So_they_are_for_a_plan_whose_own_words_are_not_in_the_table()
    {
        var goals = Report.GoalsOfAllLeftOut();

        Assert.True(goals is { Precision: >= 0.7, Recall: >= 0.45 }, goals.Cells);
    }

    [Fact]
    public void Proposed_links_are_right_often_enough_to_be_looked_at()
    {
        var links = Report.Links();

        Assert.True(links is { Precision: >= 0.4, Recall: >= 0.35 }, links.Cells);
    }
}
