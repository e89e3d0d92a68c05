using StrategyGraph.Plans.Files;
using StrategyGraph.Plans.Tests.Transcription;

namespace StrategyGraph.Plans.Tests;

/// <summary>What the repository's own plan files say, read once.</summary>
internal static class Seeds
{
    private static readonly Lazy<Holdings> Read = new(() =>
    {
        var result = PlanFiles.Read(Path.Combine(FactTable.Repository, "seeds"));
        Assert.Empty(result.Errors);
        return result.Holdings!;
    });

    public static Holdings Holdings => Read.Value;

    public static Framework Framework(string id) => Holdings.Frameworks.Single(framework => framework.Id == id);

    /// <summary>The plan's elements, each before those below it.</summary>
    public static IEnumerable<PlanElement> ElementsOf(Plan plan) => plan.Elements.SelectMany(WithBelow);

    public static IEnumerable<PlanElement> MeasuresOf(Plan plan) => ElementsOf(plan).Where(element => element.Level.Role is ElementRole.Measure);

    private static IEnumerable<PlanElement> WithBelow(PlanElement element) => element.Children.SelectMany(WithBelow).Prepend(element);
}
