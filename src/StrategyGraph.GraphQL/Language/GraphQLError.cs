namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// The one error type of the engine, in the shape of the response format (specification §7.1.6):
/// a message for the developer who wrote the request, where in the document, and which response position.
/// </summary>
/// <param name="Path">Response keys (<see cref="string"/>) and list indexes (boxed <see cref="int"/>), from the root; null outside execution.</param>
/// <param name="Extensions">Values that JSON can hold; <c>code</c> by convention is SCREAMING_SNAKE_CASE.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<SourceLocation>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>The error's <c>extensions.code</c>, by which programs tell errors apart; null where it has none.</summary>
    public string? Code => Extensions is not null && Extensions.TryGetValue("code", out var code) ? code as string : null;
}

/// <summary>A request, a schema or a value that is refused: the fault of who wrote it, never of this program.</summary>
public sealed class GraphQLException(IReadOnlyList<GraphQLError> errors) : System.Exception(errors[0].Message)
{
    public GraphQLException(string message, Source? source = null, int offset = 0)
        : this([new GraphQLError(message, source is null ? null : [source.LocationOf(offset)])])
    {
    }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
