using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Ends a running operation as a whole: a limit was reached, or nobody waits for the answer any more.</summary>
internal sealed class RequestAbortedException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;

    public static RequestAbortedException ResponseTooLarge(int limit) => new(GraphQLError.OfLimit(
        ErrorCodes.ResponseTooLarge, $"The response has more than {limit} bytes. Ask for fewer fields, or for smaller pages.", limit));

    public static RequestAbortedException OutOfTime(TimeSpan limit) => new(GraphQLError.OfLimit(
        ErrorCodes.TooMuchTime, $"The operation ran longer than {limit.TotalMilliseconds:0} ms and was stopped. Ask for less at once.", (long)limit.TotalMilliseconds));

    public static RequestAbortedException TooManyPending(int limit) => new(GraphQLError.OfLimit(
        ErrorCodes.TooManyPending, $"The operation defers and streams more than {limit} results. Ask for smaller pages, or defer further out.", limit));

    public static RequestAbortedException Cancelled() => new(GraphQLError.WithCode(ErrorCodes.Cancelled, "The request was cancelled."));
}
