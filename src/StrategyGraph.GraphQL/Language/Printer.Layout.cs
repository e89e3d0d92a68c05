using System.Globalization;
using System.Text;

namespace StrategyGraph.GraphQL.Language;

// The pieces that texts are put together from. What is absent is the empty string, and brings no separator with it.
public static partial class Printer
{
    private static string TypeDefinition(TypeDefinitionNode n, string keyword, string interfaces = "", string body = "") =>
        Described(n.Description)
        + Words(n.IsExtension ? "extend" : "", keyword, n.Name.Value, interfaces, Directives(n.Directives), body);

    private static string Described(StringValueNode? description) => description is null ? "" : $"{Print(description)}\n";

    private static string Implements(IEnumerable<NamedTypeNode> interfaces) =>
        Wrap("implements ", Join(" & ", interfaces.Select(Print)));

    private static string ArgumentsDefinition(IEnumerable<InputValueDefinitionNode> definitions)
    {
        var arguments = definitions.Select(Print).ToList();
        return arguments.Any(IsMultiline)
            ? Wrap("(\n", Indent(Join("\n", arguments)), "\n)")
            : Wrap("(", Join(", ", arguments), ")");
    }

    private static string Directives(IEnumerable<DirectiveNode> directives) => Join(" ", directives.Select(Print));

    private static string DefaultValue(ValueNode? value) => value is null ? "" : $" = {Print(value)}";

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string Words(params string[] parts) => Join(" ", parts.Where(p => p.Length > 0));

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    private static string Spaced(string text) => Wrap(" ", text);

    private static string Wrap(string before, string text, string after = "") => text.Length == 0 ? "" : before + text + after;

    private static string Block(IEnumerable<string> lines) => Wrap("{\n", Indent(Join("\n", lines)), "\n}");

    // Every line, those of block strings and empty ones too: the value of a block string does not hold its common indentation.
    private static string Indent(string text) => Wrap("  ", text.Replace("\n", "\n  "));

    private static bool IsMultiline(string text) => text.Contains('\n');

    private static string QuotedString(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or >= '\u007F' and <= '\u009F' => text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
