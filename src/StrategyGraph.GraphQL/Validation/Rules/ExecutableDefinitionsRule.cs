using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A document that is executed holds only operations and fragments.
/// <see href="https://spec.graphql.org/September2025/#sec-Executable-Definitions">§5.1.1 Executable Definitions</see>
/// </summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not DocumentNode document) return false;

        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode or FragmentDefinitionNode) continue;

            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name.Value}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
                _ => "schema",
            };
            Report($"The {name} definition is not executable.", definition);
        }

        return false;
    }
}
