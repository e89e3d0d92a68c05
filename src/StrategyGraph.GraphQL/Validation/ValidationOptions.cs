namespace StrategyGraph.GraphQL.Validation;

/// <summary>What one validation may cost and say. Every limit counts, and never time, so the same document always gets the same answer.</summary>
public sealed record ValidationOptions
{
    /// <summary>The most that <see cref="MaxDepth"/> can be: the walks and rules that share it take under 1 MB of stack then.</summary>
    public const int HighestMaxDepth = 1_000;

    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for (<c>INTROSPECTION_DISABLED</c>); <c>__typename</c> always may.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>
    /// Whether messages may name parts of the schema that the request did not ("Did you mean …?"), here and where variables are coerced.
    /// Who turns introspection off to hide a schema turns these off too.
    /// </summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Aliases in the document, all operations and fragments together (<c>TOO_MANY_ALIASES</c>).</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Directives at one place of the document: on one field, spread, variable … (<c>TOO_MANY_DIRECTIVES</c>).</summary>
    public int MaxDirectivesPerLocation { get; init; } = 10;

    /// <summary>Fragment spreads as they stand in the document (<c>TOO_MANY_FRAGMENT_SPREADS</c>); inline fragments are not counted.</summary>
    public int MaxFragmentSpreads { get; init; } = 1_000;

    /// <summary>
    /// Fragments, spreads and variable uses gathered through fragments, over all operations (<c>TOO_MANY_FRAGMENT_STEPS</c>);
    /// the reference implementation's figure and way of counting.
    /// </summary>
    public int MaxFragmentSteps { get; init; } = 50_000;

    /// <summary>
    /// Steps spent on finding out in pairs why, or whether, fields of the same response name do not merge
    /// (<c>TOO_MANY_MERGE_COMPARISONS</c>), counted as the reference implementation does: two fields compared are two steps, two arguments
    /// or two types one each. A document whose fields are seen to merge without pairs, as nearly all are, does not come near.
    /// </summary>
    public int MaxMergeComparisons { get; init; } = 50_000;

    /// <summary>
    /// How deep a walk over the document may nest: selection sets, lists and objects, and fragments where a rule follows their spreads
    /// (<c>FRAGMENTS_TOO_DEEP</c>). This is what keeps a long chain of fragments off the thread's stack.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than <see cref="HighestMaxDepth"/>.</exception>
    public int MaxDepth
    {
        get;
        init => field = value is >= 1 and <= HighestMaxDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The depth of a validation is limited to between 1 and {HighestMaxDepth} levels.");
    } = 1_000;

    /// <summary>
    /// Lists of fields, interfaces, possible types and input fields within each other below <c>__schema</c> or <c>__type</c>
    /// (<c>INTROSPECTION_TOO_DEEP</c>): each multiplies the answer. The reference implementation's figure, and tools ask for less.
    /// </summary>
    public int MaxIntrospectionDepth { get; init; } = 2;

    /// <summary>Errors listed before validation gives up with one error more that says so (<c>TOO_MANY_ERRORS</c>).</summary>
    public int MaxErrors { get; init; } = 100;
}
