using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// An operation is of a kind for which the schema has a root type.
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence">§5.2.1.1 Operation Type Existence</see>
/// </summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode operation && Context.Schema.RootType(operation.Operation) is null)
            Report($"The {operation.Operation.Keyword()} operation is not supported by the schema.", operation);
        return node is DocumentNode;
    }
}
