using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A variable is used only where every value it can have is allowed.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">§5.8.5 All Variable Usages Are Allowed</see>
/// </summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode or OperationDefinitionNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not OperationDefinitionNode operation) return;

        var definitions = new Dictionary<string, (VariableDefinitionNode Node, GraphType Type)>();
        foreach (var definition in operation.VariableDefinitions)
        {
            if (Context.Schema.TypeFromNode(definition.Type) is { } type) definitions[definition.Variable.Name.Value] = (definition, type);
            else definitions.Remove(definition.Variable.Name.Value);
        }

        foreach (var usage in Context.VariableUsages.Of(operation))
        {
            if (usage.Type is { } expected && definitions.TryGetValue(usage.Node.Name.Value, out var variable))
                Check(usage, expected, variable.Node, variable.Type);
        }
    }

    private void Check(VariableUsage usage, GraphType expected, VariableDefinitionNode definition, GraphType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(usage, expected, definition, type))
            Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);

        // The reference implementation misses this where the input object is itself non-null or in a list.
        if (usage.InputObject is { IsOneOf: true } oneOf && type is not NonNullType)
            Report($"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".", definition, usage.Node);
    }

    /// <summary>A nullable variable may stand in a non-null place if a default, its own or the place's, takes over where there is no value.</summary>
    private bool IsAllowed(VariableUsage usage, GraphType expected, VariableDefinitionNode definition, GraphType type)
    {
        if (expected is not NonNullType nonNull || type is NonNullType) return Context.Schema.IsSubTypeOf(type, expected);

        var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.DefaultValue is not null;
        return hasDefault && Context.Schema.IsSubTypeOf(type, nonNull.OfType);
    }
}
