using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Graph;

/// <summary>What a client asked for and does not get, with a code that programs can tell it by.</summary>
internal static class Refused
{
    /// <param name="code">One of <see cref="PlanErrorCodes"/>.</param>
    public static GraphQLException With(string code, string message) => new(GraphQLError.WithCode(code, message));

    public static GraphQLException TooManyGroups(int limit) => new(GraphQLError.OfLimit(
        PlanErrorCodes.TooManyGroups, $"There are more than {limit} groups: group by fewer dimensions, or choose fewer measures by 'where'.", limit));

    /// <summary>As <see cref="With"/>, for a number that may not be what it is.</summary>
    public static GraphQLException PageSize(string message, int limit, int actual) =>
        new(GraphQLError.OfLimit(PlanErrorCodes.InvalidPageSize, message, limit, actual));
}
