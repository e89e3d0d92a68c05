using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Conformance.Host;

/// <summary>
/// A syntax tree as text, every property of every node in alphabetical order, in the names of the reference implementation:
/// <c>(Field 2-9 name:(Name 2-5 value:3"dog"))</c>. Text is preceded by its length, and nothing in it is escaped. What is absent, empty or
/// false is left out. It reads the nodes' properties by reflection, so that a property that is new is compared too.
/// </summary>
internal static class SyntaxText
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Properties = new();

    /// <param name="offsets">Whether to write where the nodes stand.</param>
    public static string Of(SyntaxNode node, bool offsets = true)
    {
        var text = new StringBuilder();
        Write(node, offsets, text);
        return text.ToString();
    }

    // Goes as deep as the parser lets documents nest.
    private static void Write(SyntaxNode node, bool offsets, StringBuilder text)
    {
        text.Append('(').Append(KindOf(node));
        if (offsets) text.Append(CultureInfo.InvariantCulture, $" {node.Start}-{node.End}");
        foreach (var (name, property) in Properties.GetOrAdd(node.GetType(), PropertiesOf))
        {
            var value = property.GetValue(node);
            if (value is null or false or ICollection { Count: 0 }) continue;
            text.Append(' ').Append(name).Append(':');
            WriteValue(value, offsets, text);
        }

        text.Append(')');
    }

    private static void WriteValue(object value, bool offsets, StringBuilder text)
    {
        switch (value)
        {
            case SyntaxNode node:
                Write(node, offsets, text);
                break;
            case string words:
                text.Append(words.Length).Append('"').Append(words).Append('"');
                break;
            case IEnumerable nodes:
                text.Append('[');
                foreach (SyntaxNode node in nodes) Write(node, offsets, text);
                text.Append(']');
                break;
            case OperationType operation:
                var keyword = operation switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" };
                WriteValue(keyword, offsets, text);
                break;
            default:
                text.Append("true");
                break;
        }
    }

    private static string KindOf(SyntaxNode node)
    {
        var kind = node.GetType().Name[..^"Node".Length];
        return node is TypeDefinitionNode { IsExtension: true } ? kind.Replace("Definition", "Extension", StringComparison.Ordinal) : kind;
    }

    private static (string, PropertyInfo)[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties()
            .Where(p => p.Name is not ("Start" or "End" or "Source" or "IsExtension" or "ResponseName"))
            .Select(p => (NameOf(p.Name), p))
            .OrderBy(p => p.Item1, StringComparer.Ordinal),
    ];

    private static string NameOf(string property) => property switch
    {
        "IsBlock" => "block",
        "IsRepeatable" => "repeatable",
        _ => char.ToLowerInvariant(property[0]) + property[1..],
    };
}
