using System.Text.Json;
using System.Text.Unicode;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// Reads the parameters of a request from JSON (GraphQL over HTTP §5.2). Members of other names are passed over.
/// Duplicate keys are refused wherever they count: JSON leaves open which one is meant, so two readers of one request could disagree.
/// </summary>
internal static class JsonRequestReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public static GraphQLRequest ReadBody(ReadOnlySpan<byte> body, HttpLimits limits)
    {
        try
        {
            return ReadRequest(Text(body), limits);
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    /// <summary>A body without its byte order mark.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        if (body.IsEmpty) throw RefusedException.InvalidJson("The request body is empty.");
        return Utf8.IsValid(body) ? body : throw RefusedException.InvalidJson("The request body is not valid UTF-8.");
    }

    public static RefusedException NotJson(JsonException e) => RefusedException.InvalidJson($"The request body is not valid JSON: see {PlaceOf(e)}.");

    /// <summary>Reads a parameter that comes as JSON text of its own, in a query string.</summary>
    public static JsonElement? ReadParameter(string name, ReadOnlySpan<byte> json, HttpLimits limits)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options(limits));
            reader.Read();
            var value = ReadMap(ref reader, name, json, depth: 1, limits);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw RefusedException.InvalidJson($"\"{name}\" is not valid JSON: see {PlaceOf(e)}.");
        }
    }

    // One deeper than allowed: the depth is counted here, for a better message than the reader's.
    private static JsonReaderOptions Options(HttpLimits limits) => new() { MaxDepth = limits.MaxJsonDepth + 1 };

    /// <param name="body">A JSON value.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static GraphQLRequest ReadRequest(ReadOnlySpan<byte> body, HttpLimits limits)
    {
        var reader = new Utf8JsonReader(body, Options(limits));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw RefusedException.InvalidRequest($"A request must be a JSON object, not {Describe(reader.TokenType)}.");
        }

        string? query = null, documentId = null, operationName = null;
        JsonElement? variables = null, extensions = null;
        var seen = Parameter.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var parameter = ParameterNamed(ref reader);
            if ((seen & parameter) != 0) throw RefusedException.InvalidRequest($"\"{reader.GetString()}\" is given twice.");
            seen |= parameter;

            reader.Read();
            switch (parameter)
            {
                case Parameter.Query:
                    query = ReadString(ref reader, "query");
                    break;
                case Parameter.DocumentId:
                    documentId = ReadString(ref reader, "documentId");
                    break;
                case Parameter.OperationName:
                    operationName = ReadString(ref reader, "operationName");
                    break;
                case Parameter.Variables:
                    variables = ReadMap(ref reader, "variables", body, depth: 0, limits);
                    break;
                case Parameter.Extensions:
                    extensions = ReadMap(ref reader, "extensions", body, depth: 0, limits);
                    break;
                default:
                    PassValue(ref reader, depth: 0, limits);
                    break;
            }
        }

        // Anything but white space after the object makes this throw.
        reader.Read();
        return GraphQLRequest.From(query, documentId, operationName, variables, extensions);
    }

    [Flags]
    private enum Parameter { None = 0, Query = 1, OperationName = 2, Variables = 4, Extensions = 8, DocumentId = 16 }

    private static Parameter ParameterNamed(ref Utf8JsonReader reader)
    {
        CheckString(ref reader);
        return reader.ValueTextEquals("query"u8) ? Parameter.Query
            : reader.ValueTextEquals("documentId"u8) ? Parameter.DocumentId
            : reader.ValueTextEquals("operationName"u8) ? Parameter.OperationName
            : reader.ValueTextEquals("variables"u8) ? Parameter.Variables
            : reader.ValueTextEquals("extensions"u8) ? Parameter.Extensions
            : Parameter.None;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            throw RefusedException.InvalidRequest($"\"{name}\" must be a string, not {Describe(reader.TokenType)}.");
        }

        CheckString(ref reader);
        return reader.GetString();
    }

    /// <param name="json">What the reader reads; the value is copied out of it.</param>
    /// <param name="depth">How many levels the value lies below the first already, beyond those the reader knows of.</param>
    private static JsonElement? ReadMap(ref Utf8JsonReader reader, string name, ReadOnlySpan<byte> json, int depth, HttpLimits limits)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw RefusedException.InvalidRequest($"\"{name}\" must be an object, not {Describe(reader.TokenType)}.");
        }

        var start = (int)reader.TokenStartIndex;
        PassValue(ref reader, depth, limits);
        var length = (int)reader.BytesConsumed - start;
        if (length > limits.MaxParameterBytes)
        {
            throw new RefusedException(
                413, ErrorCodes.ParameterTooLarge, $"\"{name}\" has {length} bytes; at most {limits.MaxParameterBytes} are allowed.", limits.MaxParameterBytes, length);
        }

        try
        {
            return JsonElement.Parse(json[start..(int)reader.BytesConsumed], new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            // PassValue has seen that it is valid JSON, so one thing is left.
            throw RefusedException.InvalidRequest($"\"{name}\" holds an object with the same key twice.");
        }
    }

    /// <summary>Moves to the end of a value, refusing what would otherwise fail only when the value is used.</summary>
    private static void PassValue(ref Utf8JsonReader reader, int depth, HttpLimits limits)
    {
        var outside = reader.CurrentDepth;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth + depth >= limits.MaxJsonDepth:
                    throw new RefusedException(400, ErrorCodes.JsonTooDeep, $"The request's JSON nests more than {limits.MaxJsonDepth} levels deep.", limits.MaxJsonDepth);
                case JsonTokenType.String or JsonTokenType.PropertyName:
                    CheckString(ref reader);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray when reader.CurrentDepth == outside:
                    return;
            }
        }
        while ((reader.CurrentDepth > outside || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
    }

    /// <summary>An escape can name half of a surrogate pair, which is no text: <c>"\ud83d"</c>. Strings without escapes are known to be UTF-8.</summary>
    private static void CheckString(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return;
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw RefusedException.InvalidJson("A string of the request holds half of a surrogate pair.");
        }
    }

    private static string PlaceOf(JsonException e) => $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
