namespace StrategyGraph.GraphQL.Validation;

/// <summary>What one validation may cost and say. Every limit counts steps or levels, never time, so the same document always gets the same answer.</summary>
public sealed record ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>Errors reported before validation gives up with one error more that says so.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether messages may name parts of the schema that the document did not ("Did you mean …?").</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>
    /// Steps spent on finding out whether fields of the same response name merge; the reference implementation's figure and way of counting.
    /// Two fields compared are two steps, two arguments or two types one each.
    /// </summary>
    public int MaxMergeComparisons { get; init; } = 500_000;

    /// <summary>Fragments, spreads and variable uses gathered through fragments, over all operations; the reference implementation's figure and way of counting.</summary>
    public int MaxFragmentWork { get; init; } = 50_000;

    /// <summary>
    /// How deep a walk over the document may nest: selection sets, lists and objects, and fragments where a rule follows their spreads.
    /// This is what keeps a long chain of fragments off the thread's stack, so raise it with care.
    /// </summary>
    public int MaxDepth { get; init; } = 1_000;
}
