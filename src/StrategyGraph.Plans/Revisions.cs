namespace StrategyGraph.Plans;

/// <summary>An edition step of a plan, with what it kept and what it changed.</summary>
public sealed class Revision
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public DateOnly? Date { get; init; }
    public DateOnly? Effective { get; init; }
    /// <summary>Why, as the document says of the step as a whole; what it says of one change is that change's.</summary>
    public Text? Reason { get; init; }
    public IReadOnlyList<Text> Kept { get; init; } = [];
    public IReadOnlyList<Change> Changes { get; init; } = [];
    public IReadOnlyList<ChangeTally> Tallies { get; init; } = [];
    public required Citation Citation { get; init; }
    /// <summary>What an editor saw: what its dates rest on, what the document leaves open.</summary>
    public Text? Note { get; init; }
}

/// <param name="Element">Id of the changed element in the same plan, where it has one; <paramref name="Others"/> those it was split into or merged from.</param>
public sealed record Change(
    ChangeKind Kind, string? Element, string? Indicator, IReadOnlyList<string> Others, Text Title,
    Text? Before, Text? After, Text? Reason, Citation Citation);

/// <summary>
/// A count of changes, where the document gives only counts. With a reason it is of the changes made for that reason, without one a total
/// over all reasons: the two add up to the same where the document is right, and are never added to each other.
/// </summary>
/// <param name="IndicatorKind">Which kind of indicators is counted, where the document counts numeric targets and KPIs apart.</param>
public sealed record ChangeTally(ChangeKind Kind, IndicatorKind? IndicatorKind, Text? Reason, int Count, Citation Citation);

/// <summary>A step of a schedule.</summary>
public sealed record Milestone(Text Title, DateOnly? Start, DateOnly? End, bool Done, Text? Note, Citation? Citation);
