using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>What planning and running one operation may cost. Each limit answers with an error that carries a code of its own.</summary>
public sealed record ExecutionLimits
{
    public static ExecutionLimits Default { get; } = new();

    /// <summary>Fields inside each other, fragments counted (<c>TOO_DEEP</c>). Running recurses this deep, so raise it with care.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Selections that the operation expands to, over all types a value can turn out to be (<c>TOO_MANY_FIELDS</c>).</summary>
    public int MaxPlannedFields { get; init; } = 20_000;

    /// <summary>Levels of lists and objects inside each other in a variable's value (<c>TOO_DEEP</c>).</summary>
    public int MaxInputDepth { get; init; } = 64;

    /// <summary>Errors that a response lists; the last says that there were more.</summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>Bytes of the response's data, all payloads together (<c>RESPONSE_TOO_LARGE</c>).</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deferred fragments and streamed lists, each counted at every place of the response where it is (<c>TOO_MANY_PENDING</c>).</summary>
    public int MaxPendingResults { get; init; } = 20_000;

    /// <summary>How long an operation may run (<c>TIME_LIMIT</c>); looked at between list items. Between payloads it stands still.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    internal static GraphQLException Exceeded(string code, string message) => new([Error(code, message)]);

    internal static GraphQLError Error(string code, string message) =>
        new(message, Extensions: new Dictionary<string, object?> { ["code"] = code });
}
