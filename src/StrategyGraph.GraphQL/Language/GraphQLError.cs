namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// The one error type of the engine, in the shape of the response format (specification §7.1.6):
/// a message for the developer who wrote the request, where in the document, and which response position.
/// </summary>
/// <param name="Message">What is longer than <see cref="MaxMessageLength"/> loses its middle, for a message may quote what a client sent.</param>
/// <param name="Path">Response keys (<see cref="string"/>) and list indexes (boxed <see cref="int"/>), from the root; null outside execution.</param>
/// <param name="Extensions">Values that JSON can hold; <c>code</c> is one of <see cref="ErrorCodes"/>, or the application's own in the same form.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<SourceLocation>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>The error's <c>extensions.code</c>, by which programs tell errors apart; null where it has none.</summary>
    public string? Code => Extensions is not null && Extensions.TryGetValue("code", out var code) ? code as string : null;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxMessageLength = 2_500;

    private const int KeptAtEnd = 400;

    public string Message { get; init; } = Shortened(Message);

    public static GraphQLError WithCode(string code, string message, SourceLocation? location = null) =>
        new(message, At(location), null, new Dictionary<string, object?> { ["code"] = code });

    /// <summary>The error of a limit that was reached; the message names the limit too.</summary>
    /// <param name="actual">What was asked; null where counting stopped at the limit.</param>
    public static GraphQLError OfLimit(string code, string message, double limit, double? actual = null, SourceLocation? location = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["limit"] = limit };
        if (actual is not null) extensions["actual"] = actual;
        return new GraphQLError(message, At(location), null, extensions);
    }

    private static SourceLocation[]? At(SourceLocation? location) => location is { } place ? [place] : null;

    private static string Shortened(string message)
    {
        if (message.Length <= MaxMessageLength) return message;
        var start = message.Substring(0, MaxMessageLength - KeptAtEnd);
        var end = message.Substring(message.Length - KeptAtEnd);

        // No half of a surrogate pair is left over.
        if (char.IsHighSurrogate(start[start.Length - 1])) start = start.Substring(0, start.Length - 1);
        if (char.IsLowSurrogate(end[0])) end = end.Substring(1);
        return $"{start} … {end}";
    }
}

/// <summary>A request, a schema or a value that is refused: the fault of who wrote it, never of this program.</summary>
public sealed class GraphQLException(IReadOnlyList<GraphQLError> errors) : System.Exception(errors[0].Message)
{
    public GraphQLException(GraphQLError error)
        : this([error])
    {
    }

    public GraphQLException(string message, Source? source = null, int offset = 0)
        : this(new GraphQLError(message, source is null ? null : [source.LocationOf(offset)]))
    {
    }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
