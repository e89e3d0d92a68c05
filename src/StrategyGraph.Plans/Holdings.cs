namespace StrategyGraph.Plans;

/// <summary>
/// Everything that a folder of plan files says, checked and with its references resolved. Municipalities are in the
/// order of their codes, frameworks and plans in the order of their ids: the order of files never shows.
/// </summary>
public sealed record Holdings(IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Framework> Frameworks, IReadOnlyList<Plan> Plans)
{
    public static Holdings Empty { get; } = new([], [], []);
}
