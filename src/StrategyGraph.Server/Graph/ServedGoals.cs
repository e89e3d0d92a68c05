namespace StrategyGraph.Server.Graph;

/// <summary>What an element's own tags point at. Few combinations are met, and elements that have the same share one.</summary>
/// <param name="Goals">Each once, in the file's order, without what is only inferred.</param>
/// <param name="SdgGoals">The same among the SDGs; a target is told as its goal.</param>
internal sealed record ServedGoals(FrameworkGoal[] Goals, FrameworkGoal[] SdgGoals)
{
    public static ServedGoals None { get; } = new([], []);

    public static ServedGoals Of(FrameworkGoal[] goals, Framework? sdgs) =>
        new(goals, [.. goals.Where(g => g.Framework == sdgs).Select(g => g.Top).Distinct()]);
}
