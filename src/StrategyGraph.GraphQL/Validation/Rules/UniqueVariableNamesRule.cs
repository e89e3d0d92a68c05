using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Each variable of an operation has a name of its own.
/// <see href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness">§5.8.1 Variable Uniqueness</see>
/// </summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode operation)
        {
            foreach (var sameName in operation.VariableDefinitions.GroupBy(d => d.Variable.Name.Value).Where(g => g.Skip(1).Any()))
                Report($"There can be only one variable named \"${sameName.Key}\".", sameName.Select(d => d.Variable.Name));
        }

        return node is DocumentNode;
    }
}
