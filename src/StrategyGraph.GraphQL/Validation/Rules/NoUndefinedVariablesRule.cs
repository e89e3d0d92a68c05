using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every variable that an operation uses, itself or through fragments, is defined by that operation.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined">§5.8.3 All Variable Uses Defined</see>
/// </summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode operation)
        {
            var defined = operation.VariableDefinitions.Select(d => d.Variable.Name.Value).ToHashSet();
            var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
            foreach (var usage in Context.VariableUsages.Of(operation))
            {
                if (!defined.Contains(usage.Node.Name.Value))
                    Report($"Variable \"${usage.Node.Name.Value}\" is not defined{by}.", usage.Node, operation);
            }
        }

        return node is DocumentNode;
    }
}
