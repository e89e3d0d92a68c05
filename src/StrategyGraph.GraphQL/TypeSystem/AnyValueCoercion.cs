using System.Globalization;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// The coercion of a custom scalar that has none of its own: any value passes, whichever way it was written.
/// Text is carried as <see cref="string"/>, booleans as <see cref="bool"/>, numbers as <see cref="long"/> where they are
/// whole and fit and as <see cref="double"/> else, enum values as their name, lists as <see cref="IReadOnlyList{T}"/> and
/// objects as <see cref="IReadOnlyDictionary{TKey,TValue}"/> of these, null within them as null.
/// </summary>
public sealed class AnyValueCoercion : ScalarCoercion
{
    public static AnyValueCoercion Instance { get; } = new();

    private AnyValueCoercion()
    {
    }

    public override object Parse(ValueNode literal) => Value(literal)!;

    public override object Parse(JsonElement value) => Value(value)!;

    // Both go as deep as the parser, or the reader of the JSON, let the value nest.
    private static object? Value(ValueNode literal) => literal switch
    {
        IntValueNode number => Number(number.Value),
        FloatValueNode number => Number(number.Value),
        StringValueNode text => text.Value,
        BooleanValueNode boolean => boolean.Value,
        EnumValueNode name => name.Value,
        ListValueNode list => list.Values.Select(Value).ToArray(),
        ObjectValueNode fields => fields.Fields.GroupBy(f => f.Name.Value).ToDictionary(f => f.Key, f => Value(f.Last().Value)),
        _ => null,
    };

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.Object => value.EnumerateObject().GroupBy(p => p.Name).ToDictionary(p => p.Key, p => Value(p.Last().Value)),
        _ => null,
    };

    private static object Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
}
