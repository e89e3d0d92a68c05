using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// Writes a schema as SDL, in the order of definition and in the reference implementation's layout. The specification's own
/// types and directives are left out; of the directives applied in a schema only those that have a meaning to the engine
/// (<c>@deprecated</c>, <c>@specifiedBy</c>, <c>@oneOf</c>) are kept. Extensions are merged into what they extend.
/// </summary>
public static class SchemaPrinter
{
    private const string DefaultDeprecationReason = "No longer supported";

    /// <summary>The whole schema; definitions are apart by an empty line, and no line break ends the last.</summary>
    public static string Print(Schema schema) => string.Join("\n\n", new[] { SchemaDefinition(schema) }
        .Concat(schema.DirectivesInOrder.Where(d => !StandardDefinitions.IsStandard(d)).Select(Print))
        .Concat(schema.TypesInOrder.Where(t => !StandardDefinitions.IsStandard(t)).Select(Print))
        .OfType<string>());

    /// <summary>One type's definition.</summary>
    public static string Print(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType t => $"scalar {t}{SpecifiedBy(t.SpecifiedByUrl)}",
        ObjectType t => $"type {t}{Implements(t)}{Fields(t)}",
        InterfaceType t => $"interface {t}{Implements(t)}{Fields(t)}",
        UnionType t => $"union {t}{(t.Types.Count == 0 ? "" : " = " + string.Join(" | ", t.Types))}",
        EnumType t => $"enum {t}{Block(t.Values.Select((v, i) => Description(v.Description, "  ", i == 0) + $"  {v.Name}{Deprecated(v.DeprecationReason)}"))}",
        InputObjectType t => $"input {t}{(t.IsOneOf ? " @oneOf" : "")}{Block(t.Fields.Select((f, i) => Description(f.Description, "  ", i == 0) + $"  {InputValue(f)}"))}",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.GetType(), "No kind of named type."),
    };

    /// <summary>One directive's definition.</summary>
    public static string Print(DirectiveDefinition directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    /// <summary>Null where it says no more than the names of the root types do.</summary>
    private static string? SchemaDefinition(Schema schema)
    {
        var operations = Enum.GetValues<OperationType>();
        if (operations.All(o => schema.RootType(o) is null)) return null;
        if (schema.Description is null && operations.All(o => schema.RootType(o) == schema.Types.GetValueOrDefault(o.ToString()))) return null;
        var roots = operations
            .Where(o => schema.RootType(o) is not null)
            .Select(o => $"  {o switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" }}: {schema.RootType(o)}");
        return $"{Description(schema.Description)}schema{Block(roots)}";
    }

    private static string Implements(FieldsType type) =>
        type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Fields(FieldsType type) => Block(type.Fields.Select((f, i) =>
        Description(f.Description, "  ", i == 0) + $"  {f.Name}{Arguments(f.Arguments, "  ")}: {f.Type}{Deprecated(f.DeprecationReason)}"));

    private static string Block(IEnumerable<string> items)
    {
        var lines = string.Join('\n', items);
        return lines.Length == 0 ? "" : $" {{\n{lines}\n}}";
    }

    /// <summary>On one line, or one each where any has a description.</summary>
    private static string Arguments(IReadOnlyList<InputValueDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(a => a.Description is null)) return $"({string.Join(", ", arguments.Select(InputValue))})";

        var inner = indentation + "  ";
        return $"(\n{string.Join('\n', arguments.Select((a, i) => Description(a.Description, inner, i == 0) + inner + InputValue(a)))}\n{indentation})";
    }

    private static string InputValue(InputValueDefinition value) =>
        $"{value.Name}: {value.Type}{(value.DefaultValueText is { } text ? $" = {text}" : "")}{Deprecated(value.DeprecationReason)}";

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Printer.Print(new StringValueNode(reason))})",
    };

    private static string SpecifiedBy(string? url) => url is null ? "" : $" @specifiedBy(url: {Printer.Print(new StringValueNode(url))})";

    /// <summary>The description on lines of its own; between the members of a block an empty line sets it apart.</summary>
    private static string Description(string? description, string indentation = "", bool isFirst = true)
    {
        if (description is null) return "";
        var text = Printer.Print(new StringValueNode(description, IsBlock: IsSafeInBlock(description)));
        return $"{(isFirst ? "" : "\n")}{indentation}{text.Replace("\n", $"\n{indentation}", StringComparison.Ordinal)}\n";
    }

    /// <summary>
    /// A block string gives the text back as it is: no control characters, no blank first or last line,
    /// and over several lines no indentation that all of them share (specification §2.9.4, block strings).
    /// </summary>
    private static bool IsSafeInBlock(string text)
    {
        if (text.Length == 0) return true;
        if (text.Any(c => c is < '\u0010' and not ('\t' or '\n'))) return false;
        var lines = text.Split('\n');
        return !IsBlank(lines[0]) && !IsBlank(lines[^1]) && (lines.Length == 1 || lines.Any(l => !IsBlank(l) && l[0] is not (' ' or '\t')));
    }

    private static bool IsBlank(string line) => line.All(c => c is ' ' or '\t');
}
