namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// What a document may cost to parse. The defaults are for requests from strangers: a query written by hand has some
/// hundreds of tokens and a dozen levels, the introspection query of tools has under 500 and 15.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>The most that <see cref="MaxDepth"/> can be: parsing that deep takes well under 512 KB of stack.</summary>
    public const int HighestMaxDepth = 500;

    /// <summary>Limits for requests, used where none are given.</summary>
    public static ParserOptions ForRequests { get; } = new();

    /// <summary>For schemas, which their owner writes: as long as they are.</summary>
    public static ParserOptions ForSchemas { get; } = new() { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>The longest document, in bytes of UTF-8 (<c>DOCUMENT_TOO_LARGE</c>).</summary>
    public int MaxBytes { get; init; } = 256 * 1024;

    /// <summary>The most lexical tokens in a document, comments not counted (<c>TOO_MANY_TOKENS</c>).</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>
    /// The deepest nesting of selection sets, list and object values and list types within each other, counted together
    /// (<c>DOCUMENT_TOO_DEEP</c>). Whoever walks the tree may recurse to this depth and trust the stack.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than <see cref="HighestMaxDepth"/>.</exception>
    public int MaxDepth
    {
        get;
        init => field = value is >= 1 and <= HighestMaxDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The depth of a document is limited to between 1 and {HighestMaxDepth} levels.");
    } = 200;
}
