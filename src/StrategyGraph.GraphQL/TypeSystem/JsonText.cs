using System.Globalization;
using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// JSON values of the variables as error messages quote them: <c>{ name: "x", tags: [1, 2] }</c>. Long lists and what
/// lies deep are abridged, so a message stays short whatever was sent. Numbers read as JavaScript writes them.
/// </summary>
internal static class JsonText
{
    private const int MostItems = 10;
    private const int MostDepth = 2;

    /// <summary>Longer than any message may be, so what is not written would not be read.</summary>
    private const int MostLength = GraphQLError.MaxMessageLength;

    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, 0, text);
        return text.ToString();
    }

    /// <summary>Finite and without a fraction: <c>1.0</c> and <c>1e3</c> are whole too.</summary>
    public static bool IsWhole(double number) => double.IsFinite(number) && Math.Truncate(number) == number;

    /// <summary>The number as sent, where it was sent in digits alone: an identifier too long for a double loses none of them. Else null.</summary>
    public static string? Digits(JsonElement number)
    {
        var raw = number.GetRawText();
        return raw == "-0" ? "0" : raw.All(c => char.IsAsciiDigit(c) || c == '-') ? raw : null;
    }

    private static void Write(JsonElement value, int depth, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                WriteArray(value, depth, text);
                break;
            case JsonValueKind.Object:
                WriteObject(value, depth, text);
                break;
            case JsonValueKind.String:
                Quote(Beginning(value.GetString()!), text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetDouble()));
                break;
            default:
                text.Append(value.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Null => "null", _ => "undefined" });
                break;
        }
    }

    // The depth that is written ends both recursions.
    private static void WriteArray(JsonElement array, int depth, StringBuilder text)
    {
        var length = array.GetArrayLength();
        if (length > 0 && depth >= MostDepth)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        var written = 0;
        foreach (var item in array.EnumerateArray().Take(MostItems))
        {
            if (written++ > 0) text.Append(", ");
            Write(item, depth + 1, text);
        }

        if (length > MostItems) text.Append(CultureInfo.InvariantCulture, $", ... {length - MostItems} more item{(length - MostItems == 1 ? "" : "s")}");
        text.Append(']');
    }

    private static void WriteObject(JsonElement value, int depth, StringBuilder text)
    {
        var any = value.EnumerateObject().Any();
        if (!any || depth >= MostDepth)
        {
            text.Append(any ? "[Object]" : "{}");
            return;
        }

        var separator = "{ ";
        foreach (var property in value.EnumerateObject())
        {
            if (text.Length > MostLength) break;
            text.Append(separator).Append(property.Name).Append(": ");
            Write(property.Value, depth + 1, text);
            separator = ", ";
        }

        text.Append(" }");
    }

    private static string Beginning(string text) => text.Length <= MostLength ? text : text[..MostLength];

    /// <summary>ECMAScript's QuoteJSONString: only quotes, backslashes and control characters are escaped.</summary>
    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>ECMAScript's Number::toString: plain digits from 1e-6 up to 1e21, powers of ten beyond.</summary>
    private static string Number(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";

        // The shortest digits that read back as the same number, and the power of ten of the first of them.
        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var point = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].IndexOf('.', StringComparison.Ordinal) : parts[0].Length;
        var mantissa = digits.TrimStart('0');
        var exponent = point - 1 - (digits.Length - mantissa.Length) + (parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        mantissa = mantissa.TrimEnd('0');
        var sign = number < 0 ? "-" : "";
        return sign + exponent switch
        {
            >= 21 or < -6 => (mantissa.Length == 1 ? mantissa : $"{mantissa[0]}.{mantissa[1..]}") + $"e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}",
            < 0 => "0." + new string('0', -exponent - 1) + mantissa,
            _ when mantissa.Length <= exponent + 1 => mantissa.PadRight(exponent + 1, '0'),
            _ => $"{mantissa[..(exponent + 1)]}.{mantissa[(exponent + 1)..]}",
        };
    }
}
