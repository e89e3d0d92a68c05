namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as GraphQL text, laid out as the reference implementation lays it out: two spaces a level,
/// arguments, lists and objects on one line while the line stays within 80 characters. Comments are not in the tree.
/// </summary>
/// <remarks>Recurses to the depth of the tree, which <see cref="ParserOptions.MaxDepth"/> bounds.</remarks>
public static partial class Printer
{
    private const int LineWidth = 80;

    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode n => Join("\n\n", n.Definitions.Select(Print)),
        DefinitionNode n => Print(n),
        SelectionNode n => Print(n),
        ValueNode n => Print(n),
        TypeNode n => Print(n),
        SchemaCoordinateNode n => Print(n),
        NameNode n => n.Value,
        VariableDefinitionNode n => Described(n.Description)
            + $"{Print(n.Variable)}: {Print(n.Type)}{DefaultValue(n.DefaultValue)}{Spaced(Directives(n.Directives))}",
        SelectionSetNode n => Block(n.Selections.Select(Print)),
        ArgumentNode n => $"{n.Name.Value}: {Print(n.Value)}",
        DirectiveNode n => $"@{n.Name.Value}{Wrap("(", Join(", ", n.Arguments.Select(Print)), ")")}",
        ObjectFieldNode n => $"{n.Name.Value}: {Print(n.Value)}",
        OperationTypeDefinitionNode n => $"{Keyword(n.Operation)}: {Print(n.Type)}",
        FieldDefinitionNode n => Described(n.Description)
            + $"{n.Name.Value}{ArgumentsDefinition(n.Arguments)}: {Print(n.Type)}{Spaced(Directives(n.Directives))}",
        InputValueDefinitionNode n => Described(n.Description)
            + $"{n.Name.Value}: {Print(n.Type)}{DefaultValue(n.DefaultValue)}{Spaced(Directives(n.Directives))}",
        EnumValueDefinitionNode n => Described(n.Description) + n.Name.Value + Spaced(Directives(n.Directives)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of syntax node."),
    };

    private static string Print(DefinitionNode node) => node switch
    {
        OperationDefinitionNode n => Print(n),
        FragmentDefinitionNode n => Described(n.Description) + Words(
            "fragment", n.Name.Value, "on", Print(n.TypeCondition), Directives(n.Directives), Print(n.SelectionSet)),
        SchemaDefinitionNode n => Described(n.Description) + Words(
            "schema", Directives(n.Directives), Block(n.OperationTypes.Select(Print))),
        SchemaExtensionNode n => Words("extend schema", Directives(n.Directives), Block(n.OperationTypes.Select(Print))),
        ScalarTypeDefinitionNode n => TypeDefinition(n, "scalar"),
        ObjectTypeDefinitionNode n => TypeDefinition(n, "type", Implements(n.Interfaces), Block(n.Fields.Select(Print))),
        InterfaceTypeDefinitionNode n => TypeDefinition(n, "interface", Implements(n.Interfaces), Block(n.Fields.Select(Print))),
        UnionTypeDefinitionNode n => TypeDefinition(n, "union", body: Wrap("= ", Join(" | ", n.Types.Select(Print)))),
        EnumTypeDefinitionNode n => TypeDefinition(n, "enum", body: Block(n.Values.Select(Print))),
        InputObjectTypeDefinitionNode n => TypeDefinition(n, "input", body: Block(n.Fields.Select(Print))),
        DirectiveDefinitionNode n => Described(n.Description) + Words(
            $"directive @{n.Name.Value}{ArgumentsDefinition(n.Arguments)}", n.IsRepeatable ? "repeatable" : "",
            "on", Join(" | ", n.Locations.Select(Print))),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of definition."),
    };

    private static string Print(OperationDefinitionNode n)
    {
        var variables = n.VariableDefinitions.Select(Print).ToList();
        var variablesDefinition = variables.Any(IsMultiline)
            ? Wrap("(\n", Join("\n", variables), "\n)")
            : Wrap("(", Join(", ", variables), ")");
        var head = Described(n.Description)
            + Words(Keyword(n.Operation), n.Name?.Value + variablesDefinition, Directives(n.Directives));
        return head == "query" ? Print(n.SelectionSet) : $"{head} {Print(n.SelectionSet)}";
    }

    private static string Print(SelectionNode node) => node switch
    {
        FieldNode n => FieldHead(n) + Spaced(Directives(n.Directives)) + (n.SelectionSet is null ? "" : Spaced(Print(n.SelectionSet))),
        FragmentSpreadNode n => $"...{n.Name.Value}{Spaced(Directives(n.Directives))}",
        InlineFragmentNode n => Words(
            "...", n.TypeCondition is null ? "" : $"on {Print(n.TypeCondition)}", Directives(n.Directives), Print(n.SelectionSet)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of selection."),
    };

    private static string FieldHead(FieldNode n)
    {
        var name = n.Alias is null ? n.Name.Value : $"{n.Alias.Value}: {n.Name.Value}";
        var arguments = n.Arguments.Select(Print).ToList();
        var line = name + Wrap("(", Join(", ", arguments), ")");
        return line.Length > LineWidth ? name + Wrap("(\n", Indent(Join("\n", arguments)), "\n)") : line;
    }

    private static string Print(ValueNode node) => node switch
    {
        VariableNode n => $"${n.Name.Value}",
        IntValueNode n => n.Value,
        FloatValueNode n => n.Value,
        StringValueNode { IsBlock: true } n => BlockString.Print(n.Value),
        StringValueNode n => QuotedString(n.Value),
        BooleanValueNode n => n.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode n => n.Value,
        ListValueNode n => Print(n),
        ObjectValueNode n => Print(n),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of value."),
    };

    private static string Print(ListValueNode n)
    {
        var values = n.Values.Select(Print).ToList();
        var line = $"[{Join(", ", values)}]";
        return line.Length > LineWidth ? $"[\n{Indent(Join("\n", values))}\n]" : line;
    }

    private static string Print(ObjectValueNode n)
    {
        var fields = n.Fields.Select(Print).ToList();
        var line = $"{{ {Join(", ", fields)} }}";
        return line.Length > LineWidth ? Block(fields) : line;
    }

    private static string Print(TypeNode node) => node switch
    {
        NamedTypeNode n => n.Name.Value,
        ListTypeNode n => $"[{Print(n.Type)}]",
        NonNullTypeNode n => $"{Print(n.Type)}!",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of type reference."),
    };

    private static string Print(SchemaCoordinateNode node) => node switch
    {
        TypeCoordinateNode n => n.Name.Value,
        MemberCoordinateNode n => $"{n.Name.Value}.{n.MemberName.Value}",
        ArgumentCoordinateNode n => $"{n.Name.Value}.{n.FieldName.Value}({n.ArgumentName.Value}:)",
        DirectiveCoordinateNode n => $"@{n.Name.Value}",
        DirectiveArgumentCoordinateNode n => $"@{n.Name.Value}({n.ArgumentName.Value}:)",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of schema coordinate."),
    };
}
