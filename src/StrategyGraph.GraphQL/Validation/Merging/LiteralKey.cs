using System.Globalization;
using System.Text;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>A text that two literals share exactly when they are the same value, fields of objects in any order.</summary>
internal static class LiteralKey
{
    public static string Of(ValueNode value, DepthGauge depth)
    {
        var key = new StringBuilder();
        Append(key, value, depth);
        return key.ToString();
    }

    /// <summary>A letter for the kind, then what is inside: each text after its length, so that no two values run into the same key.</summary>
    private static void Append(StringBuilder key, ValueNode value, DepthGauge depth)
    {
        switch (value)
        {
            case VariableNode n:
                AppendText(key, 'v', n.Name.Value);
                break;
            case IntValueNode n:
                AppendText(key, 'i', n.Value);
                break;
            case FloatValueNode n:
                AppendText(key, 'f', n.Value);
                break;
            case StringValueNode n:
                AppendText(key, n.IsBlock ? 'b' : 's', n.Value);
                break;
            case EnumValueNode n:
                AppendText(key, 'e', n.Value);
                break;
            case BooleanValueNode n:
                key.Append(n.Value ? 'T' : 'F');
                break;
            case NullValueNode:
                key.Append('N');
                break;
            case ListValueNode n:
                depth.Deepen();
                key.Append('[');
                foreach (var item in n.Values) Append(key, item, depth);
                key.Append(']');
                depth.Surface();
                break;
            case ObjectValueNode n:
                depth.Deepen();
                key.Append('{');
                foreach (var field in n.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal))
                {
                    AppendText(key, ' ', field.Name.Value);
                    Append(key, field.Value, depth);
                }

                key.Append('}');
                depth.Surface();
                break;
        }
    }

    private static void AppendText(StringBuilder key, char kind, string text) =>
        key.Append(kind).Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text);
}
