namespace StrategyGraph.GraphQL.Http;

/// <summary>What a request over HTTP may be before anything of it is GraphQL.</summary>
public sealed record HttpLimits
{
    /// <summary>The most that <see cref="MaxJsonDepth"/> can be: custom scalars may recurse through the JSON of a variable.</summary>
    public const int HighestMaxJsonDepth = 500;

    public static HttpLimits Default { get; } = new();

    /// <summary>The longest request body, in bytes (<c>BODY_TOO_LARGE</c>).</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The longest <c>variables</c> or <c>extensions</c>, in bytes of JSON (<c>PARAMETER_TOO_LARGE</c>).</summary>
    public int MaxParameterBytes { get; init; } = 256 * 1024;

    /// <summary>The deepest nesting of objects and lists in a request's JSON; the request itself is the first level (<c>JSON_TOO_DEEP</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 2 or more than <see cref="HighestMaxJsonDepth"/>.</exception>
    public int MaxJsonDepth
    {
        get;
        init => field = value is >= 2 and <= HighestMaxJsonDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The depth of a request's JSON is limited to between 2 and {HighestMaxJsonDepth} levels.");
    } = 64;

    /// <summary>How many requests a POST may hold in a list (<c>TOO_MANY_OPERATIONS</c>); 0 where batches are off, and a list is no request (<c>INVALID_REQUEST</c>).</summary>
    public int MaxBatch { get; init; }
}
