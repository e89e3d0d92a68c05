using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A variable's type is an input type: a scalar, an enum, an input object, or a list of them.
/// <see href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">§5.8.2 Variables Are Input Types</see>
/// </summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is VariableDefinitionNode variable && Context.Schema.TypeFromNode(variable.Type) is { IsInputType: false } type)
            Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".", variable.Type);
        return true;
    }
}
