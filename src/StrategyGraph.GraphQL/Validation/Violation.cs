using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>An error together with the rule it comes from, for tools that compare validators; clients are sent the error alone, which names the rule in its extensions.</summary>
/// <param name="Rule">The rule's name as in the reference implementation (<c>KnownTypeNamesRule</c>); null where one of <see cref="ValidationOptions"/>' limits ended validation.</param>
public sealed record Violation(string? Rule, GraphQLError Error);
