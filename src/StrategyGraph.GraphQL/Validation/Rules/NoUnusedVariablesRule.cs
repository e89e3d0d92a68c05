using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every variable that an operation defines is used, by itself or in a fragment it reaches.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variables-Used">§5.8.4 All Variables Used</see>
/// </summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode operation)
        {
            var used = Context.VariableUsages.Of(operation).Select(u => u.Node.Name.Value).ToHashSet();
            var @in = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
            foreach (var definition in operation.VariableDefinitions)
            {
                if (!used.Contains(definition.Variable.Name.Value))
                    Report($"Variable \"${definition.Variable.Name.Value}\" is never used{@in}.", definition);
            }
        }

        return node is DocumentNode;
    }
}
