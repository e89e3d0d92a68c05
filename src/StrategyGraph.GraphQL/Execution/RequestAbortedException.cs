using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Ends a running operation as a whole: a limit was reached, or nobody waits for the answer any more.</summary>
internal sealed class RequestAbortedException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;

    public static RequestAbortedException ResponseTooLarge(int limit) => new(ExecutionLimits.Error(
        ErrorCodes.ResponseTooLarge, $"The response is larger than {limit} bytes. Ask for fewer fields, or for smaller pages."));

    public static RequestAbortedException OutOfTime(TimeSpan limit) => new(ExecutionLimits.Error(
        ErrorCodes.TimeLimit, $"The operation ran longer than {limit.TotalMilliseconds:0} ms and was stopped. Ask for less at once."));

    public static RequestAbortedException TooManyPending(int limit) => new(ExecutionLimits.Error(
        ErrorCodes.TooManyPending, $"The operation defers and streams more than {limit} results. Ask for smaller pages, or defer further out."));

    public static RequestAbortedException Cancelled() => new(ExecutionLimits.Error(ErrorCodes.Cancelled, "The request was cancelled."));
}
