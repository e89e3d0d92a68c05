namespace StrategyGraph.GraphQL.Language;

// Type system definitions and extensions.
public static partial class Printer
{
    private static string TypeSystemDefinition(DefinitionNode node) => node switch
    {
        SchemaDefinitionNode n => Described(n.Description) + Words(
            "schema", Directives(n.Directives), Block(Each(n.OperationTypes, OperationTypeDefinition))),
        SchemaExtensionNode n => Words(
            "extend schema", Directives(n.Directives), Block(Each(n.OperationTypes, OperationTypeDefinition))),
        ScalarTypeDefinitionNode n => TypeDefinition(n, "scalar"),
        ObjectTypeDefinitionNode n => TypeDefinition(n, "type", Implements(n.Interfaces), Block(Each(n.Fields, FieldDefinition))),
        InterfaceTypeDefinitionNode n => TypeDefinition(n, "interface", Implements(n.Interfaces), Block(Each(n.Fields, FieldDefinition))),
        UnionTypeDefinitionNode n => TypeDefinition(n, "union", body: Wrap("= ", Join(" | ", Each(n.Types, TypeReference)))),
        EnumTypeDefinitionNode n => TypeDefinition(n, "enum", body: Block(Each(n.Values, EnumValueDefinition))),
        InputObjectTypeDefinitionNode n => TypeDefinition(n, "input", body: Block(Each(n.Fields, InputValueDefinition))),
        DirectiveDefinitionNode n => Described(n.Description) + Words(
            $"directive @{n.Name.Value}{ArgumentsDefinition(n.Arguments)}", n.IsRepeatable ? "repeatable" : "",
            "on", Join(" | ", Each(n.Locations, Print))),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of definition."),
    };

    private static string TypeDefinition(TypeDefinitionNode n, string keyword, string interfaces = "", string body = "") =>
        Described(n.Description)
        + Words(n.IsExtension ? "extend" : "", keyword, n.Name.Value, interfaces, Directives(n.Directives), body);

    private static string Implements(IReadOnlyList<NamedTypeNode> interfaces) =>
        Wrap("implements ", Join(" & ", Each(interfaces, TypeReference)));

    private static string OperationTypeDefinition(OperationTypeDefinitionNode n) => $"{Keyword(n.Operation)}: {n.Type.Name.Value}";

    private static string FieldDefinition(FieldDefinitionNode n) => Described(n.Description)
        + $"{n.Name.Value}{ArgumentsDefinition(n.Arguments)}: {TypeReference(n.Type)}{Wrap(" ", Directives(n.Directives))}";

    private static string ArgumentsDefinition(IReadOnlyList<InputValueDefinitionNode> definitions)
    {
        var arguments = Each(definitions, InputValueDefinition);
        return arguments.Any(IsMultiline)
            ? Wrap("(\n", Indent(Join("\n", arguments)), "\n)")
            : Wrap("(", Join(", ", arguments), ")");
    }

    private static string InputValueDefinition(InputValueDefinitionNode n) => Described(n.Description)
        + $"{n.Name.Value}: {TypeReference(n.Type)}{DefaultValue(n.DefaultValue)}{Wrap(" ", Directives(n.Directives))}";

    private static string EnumValueDefinition(EnumValueDefinitionNode n) =>
        Described(n.Description) + Words(n.Name.Value, Directives(n.Directives));
}
