using System.Globalization;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Errors in the response format (specification §7.1.2): message, then locations, path and extensions where there are any.</summary>
internal static class ErrorWriter
{
    /// <summary>Extensions are ours, but may hold what a resolver made: they nest only so deep.</summary>
    private const int MaxDepth = 16;

    public static void Write(ResponseWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        var start = writer.Length;
        foreach (var error in errors) Write(writer, error);
        writer.Close(start, (byte)'[', (byte)']');
    }

    private static void Write(ResponseWriter writer, GraphQLError error)
    {
        writer.Raw(",{\"message\":"u8);
        writer.String(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.Raw(",\"locations\":"u8);
            var start = writer.Length;
            foreach (var location in locations)
            {
                writer.Raw(",{\"line\":"u8);
                writer.Int(location.Line);
                writer.Raw(",\"column\":"u8);
                writer.Int(location.Column);
                writer.Byte((byte)'}');
            }

            writer.Close(start, (byte)'[', (byte)']');
        }

        if (error.Path is { } path)
        {
            writer.Raw(",\"path\":"u8);
            Value(writer, path, 0);
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            writer.Raw(",\"extensions\":"u8);
            Value(writer, extensions, 0);
        }

        writer.Byte((byte)'}');
    }

    private static void Value(ResponseWriter writer, object? value, int depth)
    {
        if (depth > MaxDepth) throw new InvalidOperationException($"The extensions of an error nest more than {MaxDepth} levels deep.");
        var start = writer.Length;
        switch (value)
        {
            case null:
                writer.Null();
                break;
            case string text:
                writer.String(text);
                break;
            case bool boolean:
                writer.Boolean(boolean);
                break;
            case int or long or short or byte:
                writer.Int(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.Float(number);
                break;
            case JsonElement json:
                writer.Raw(JsonSerializer.SerializeToUtf8Bytes(json));
                break;
            case IReadOnlyDictionary<string, object?> entries:
                foreach (var (key, entry) in entries)
                {
                    writer.Byte((byte)',');
                    writer.String(key);
                    writer.Byte((byte)':');
                    Value(writer, entry, depth + 1);
                }

                writer.Close(start, (byte)'{', (byte)'}');
                break;
            case System.Collections.IEnumerable items:
                foreach (var item in items)
                {
                    writer.Byte((byte)',');
                    Value(writer, item, depth + 1);
                }

                writer.Close(start, (byte)'[', (byte)']');
                break;
            default:
                writer.String(value.ToString());
                break;
        }
    }
}
