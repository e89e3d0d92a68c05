using System.Globalization;
using System.Text;

namespace StrategyGraph.GraphQL.Language;

// The pieces that texts are put together from. What is absent is the empty string, and brings no separator with it.
public static partial class Printer
{
    private static string Described(StringValueNode? description) => description is null ? "" : $"{Value(description)}\n";

    private static string Directives(IReadOnlyList<DirectiveNode> directives) => Join(" ", Each(directives, Directive));

    private static string DefaultValue(ValueNode? value) => value is null ? "" : $" = {Value(value)}";

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>Every node's text. Not LINQ's Select, whose laziness would hold a joiner's frame on the stack for every level.</summary>
    private static string[] Each<T>(IReadOnlyList<T> nodes, Func<T, string> print)
    {
        var texts = new string[nodes.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = print(nodes[i]);
        return texts;
    }

    private static string Words(params string[] parts) => Join(" ", Array.FindAll(parts, p => p.Length > 0));

    private static string Join(string separator, string[] parts) => string.Join(separator, parts);

    private static string Wrap(string before, string text, string after = "") => text.Length == 0 ? "" : before + text + after;

    private static string Block(string[] lines) => Wrap("{\n", Indent(Join("\n", lines)), "\n}");

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
