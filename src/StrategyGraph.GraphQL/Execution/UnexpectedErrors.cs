using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Exceptions that are our fault: their text may say what clients must not know, so they get a fixed message.</summary>
internal static class UnexpectedErrors
{
    /// <param name="notify">Told of the exception; what it returns identifies it to the client.</param>
    public static GraphQLError Mask(Exception fault, Func<Exception, string?>? notify)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = ErrorCodes.InternalError };
        if (Notified(fault, notify) is { } correlation) extensions["correlationId"] = correlation;
        return new GraphQLError("Internal error.", Extensions: extensions);
    }

    /// <summary>A log that fails must not make an answered fault an unanswered one.</summary>
    private static string? Notified(Exception fault, Func<Exception, string?>? notify)
    {
        try
        {
            return notify?.Invoke(fault);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            return null;
        }
    }
}
