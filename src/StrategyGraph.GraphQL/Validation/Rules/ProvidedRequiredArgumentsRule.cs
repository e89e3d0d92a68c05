using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every argument that is non-null and without a default is given.
/// <see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">§5.4.3 Required Arguments</see>
/// </summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ProvidedRequiredArgumentsOnDirectivesRule(context)
{
    public override void Leave(SyntaxNode node)
    {
        if (node is FieldNode field && Context.Types.Field is { } definition)
        {
            foreach (var required in definition.Arguments)
            {
                if (required.IsRequired && !field.Arguments.Any(a => a.Name.Value == required.Name))
                    Report($"Argument \"{Context.Types.FieldCoordinate}({required.Name}:)\" of type \"{required.Type}\" is required, but it was not provided.", field);
            }
        }

        base.Leave(node);
    }
}
