using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Graph;

/// <summary>What a client asked for and does not get, with a code that programs can tell it by.</summary>
internal static class Refused
{
    public static GraphQLException With(string code, string message) =>
        new([new GraphQLError(message, Extensions: new Dictionary<string, object?> { ["code"] = code })]);
}
