namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as GraphQL text, laid out as the reference implementation lays it out: two spaces a level,
/// arguments, lists and objects on one line while the line stays within 80 characters. Comments are not in the tree.
/// </summary>
/// <remarks>
/// Recurses to the depth of the tree, which <see cref="ParserOptions.MaxDepth"/> bounds. What can contain itself has a
/// method of its own, apart from the long switches: frames stay small where they are many.
/// </remarks>
public static partial class Printer
{
    private const int LineWidth = 80;

    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode n => Join("\n\n", Each(n.Definitions, Print)),
        OperationDefinitionNode n => Operation(n),
        FragmentDefinitionNode n => Fragment(n),
        DefinitionNode n => TypeSystemDefinition(n),
        SelectionNode n => Selection(n),
        SelectionSetNode n => SelectionSet(n),
        ValueNode n => Value(n),
        TypeNode n => TypeReference(n),
        SchemaCoordinateNode n => Coordinate(n),
        VariableDefinitionNode n => VariableDefinition(n),
        ArgumentNode n => Argument(n),
        DirectiveNode n => Directive(n),
        ObjectFieldNode n => ObjectField(n),
        NameNode n => n.Value,
        OperationTypeDefinitionNode n => OperationTypeDefinition(n),
        FieldDefinitionNode n => FieldDefinition(n),
        InputValueDefinitionNode n => InputValueDefinition(n),
        EnumValueDefinitionNode n => EnumValueDefinition(n),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of syntax node."),
    };

    private static string Operation(OperationDefinitionNode n)
    {
        var variables = Each(n.VariableDefinitions, VariableDefinition);
        var variablesDefinition = variables.Any(IsMultiline)
            ? Wrap("(\n", Join("\n", variables), "\n)")
            : Wrap("(", Join(", ", variables), ")");
        var head = Described(n.Description)
            + Words(Keyword(n.Operation), n.Name?.Value + variablesDefinition, Directives(n.Directives));
        return head == "query" ? SelectionSet(n.SelectionSet) : $"{head} {SelectionSet(n.SelectionSet)}";
    }

    private static string Fragment(FragmentDefinitionNode n) => Described(n.Description) + Words(
        "fragment", n.Name.Value, "on", n.TypeCondition.Name.Value, Directives(n.Directives), SelectionSet(n.SelectionSet));

    private static string VariableDefinition(VariableDefinitionNode n) => Described(n.Description)
        + $"${n.Variable.Name.Value}: {TypeReference(n.Type)}{DefaultValue(n.DefaultValue)}{Wrap(" ", Directives(n.Directives))}";

    private static string SelectionSet(SelectionSetNode n) => Block(Each(n.Selections, Selection));

    private static string Selection(SelectionNode node) => node switch
    {
        FieldNode { SelectionSet: null } n => FieldHead(n),
        FieldNode n => Words(FieldHead(n), SelectionSet(n.SelectionSet!)),
        FragmentSpreadNode n => Words($"...{n.Name.Value}", Directives(n.Directives)),
        InlineFragmentNode n => Words(InlineFragmentHead(n), SelectionSet(n.SelectionSet)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of selection."),
    };

    private static string FieldHead(FieldNode n)
    {
        var name = n.Alias is null ? n.Name.Value : $"{n.Alias.Value}: {n.Name.Value}";
        var arguments = Each(n.Arguments, Argument);
        var line = name + Wrap("(", Join(", ", arguments), ")");
        return Words(
            line.Length > LineWidth ? name + Wrap("(\n", Indent(Join("\n", arguments)), "\n)") : line,
            Directives(n.Directives));
    }

    private static string InlineFragmentHead(InlineFragmentNode n) =>
        Words("...", n.TypeCondition is null ? "" : $"on {n.TypeCondition.Name.Value}", Directives(n.Directives));

    private static string Argument(ArgumentNode n) => $"{n.Name.Value}: {Value(n.Value)}";

    private static string Directive(DirectiveNode n) => $"@{n.Name.Value}{Wrap("(", Join(", ", Each(n.Arguments, Argument)), ")")}";

    private static string Value(ValueNode node) => node switch
    {
        ListValueNode n => List(n),
        ObjectValueNode n => Object(n),
        VariableNode n => $"${n.Name.Value}",
        IntValueNode n => n.Value,
        FloatValueNode n => n.Value,
        StringValueNode { IsBlock: true } n => BlockString.Print(n.Value),
        StringValueNode n => QuotedString(n.Value),
        BooleanValueNode n => n.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode n => n.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of value."),
    };

    private static string List(ListValueNode n)
    {
        var values = Each(n.Values, Value);
        var line = $"[{Join(", ", values)}]";
        return line.Length > LineWidth ? $"[\n{Indent(Join("\n", values))}\n]" : line;
    }

    private static string Object(ObjectValueNode n)
    {
        var fields = Each(n.Fields, ObjectField);
        var line = $"{{ {Join(", ", fields)} }}";
        return line.Length > LineWidth ? Block(fields) : line;
    }

    private static string ObjectField(ObjectFieldNode n) => $"{n.Name.Value}: {Value(n.Value)}";

    private static string TypeReference(TypeNode node) => node switch
    {
        NamedTypeNode n => n.Name.Value,
        ListTypeNode n => $"[{TypeReference(n.Type)}]",
        NonNullTypeNode n => $"{TypeReference(n.Type)}!",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of type reference."),
    };

    private static string Coordinate(SchemaCoordinateNode node) => node switch
    {
        TypeCoordinateNode n => n.Name.Value,
        MemberCoordinateNode n => $"{n.Name.Value}.{n.MemberName.Value}",
        ArgumentCoordinateNode n => $"{n.Name.Value}.{n.FieldName.Value}({n.ArgumentName.Value}:)",
        DirectiveCoordinateNode n => $"@{n.Name.Value}",
        DirectiveArgumentCoordinateNode n => $"@{n.Name.Value}({n.ArgumentName.Value}:)",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "No kind of schema coordinate."),
    };
}
