using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every directive is defined, and stands where its definition allows it.
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">§5.7.1 Directives Are Defined</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations">§5.7.2 Directives Are in Valid Locations</see>
/// </summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _locations = context.ByDirective(
        definition => definition.Locations,
        node => (IReadOnlyList<string>)[.. node.Locations.Select(l => l.Value)]);

    public override bool Enter(SyntaxNode node)
    {
        if (node is not DirectiveNode { Name.Value: var name }) return true;

        var location = LocationOf(Context.Ancestors[^1], Context.Ancestors[^2]);
        if (!_locations.TryGetValue(name, out var allowed)) Report($"Unknown directive \"@{name}\".", node);
        else if (!allowed.Contains(location)) Report($"Directive \"@{name}\" may not be used on {location}.", node);
        return false;
    }

    private static string LocationOf(SyntaxNode node, SyntaxNode parent) => node switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => "QUERY",
        OperationDefinitionNode { Operation: OperationType.Mutation } => "MUTATION",
        OperationDefinitionNode => "SUBSCRIPTION",
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        FragmentDefinitionNode => "FRAGMENT_DEFINITION",
        VariableDefinitionNode => "VARIABLE_DEFINITION",
        SchemaDefinitionNode or SchemaExtensionNode => "SCHEMA",
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        FieldDefinitionNode => "FIELD_DEFINITION",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        EnumValueDefinitionNode => "ENUM_VALUE",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        InputValueDefinitionNode => parent is InputObjectTypeDefinitionNode ? "INPUT_FIELD_DEFINITION" : "ARGUMENT_DEFINITION",
        _ => throw new InvalidOperationException($"{node.GetType().Name} cannot have directives."),
    };
}
