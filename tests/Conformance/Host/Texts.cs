using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.Conformance.Host;

/// <summary>Errors as one line each, so that they compare and read well: <c>Rule at 1:3 2:5: message</c>.</summary>
internal static class Texts
{
    public static string Of(Violation violation) => $"{violation.Rule ?? "Limit"} {Of(violation.Error)}";

    public static string Of(GraphQLError error) =>
        $"at {string.Join(' ', (error.Locations ?? []).Select(l => $"{l.Line}:{l.Column}"))}: {error.Message}";
}
