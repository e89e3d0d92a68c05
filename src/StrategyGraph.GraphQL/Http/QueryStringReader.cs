using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// Reads the parameters of a GET request (GraphQL over HTTP §6.2): form-encoded, <c>variables</c> and <c>extensions</c> as JSON.
/// Parameters of other names are passed over; one given twice is refused, as in a body; an empty one counts as absent, except <c>query</c>.
/// </summary>
internal static class QueryStringReader
{
    public static bool NamesDocument(string queryString)
    {
        var rest = queryString.AsSpan().TrimStart('?');
        while (!rest.IsEmpty)
        {
            if (SplitName(TakePair(ref rest), out _) is "query" or "documentId" or "extensions") return true;
        }

        return false;
    }

    public static GraphQLRequest Read(string queryString, HttpLimits limits)
    {
        string? query = null, documentId = null, operationName = null, variables = null, extensions = null;
        var rest = queryString.AsSpan().TrimStart('?');
        while (!rest.IsEmpty)
        {
            switch (SplitName(TakePair(ref rest), out var value))
            {
                case "query":
                    Set(ref query, "query", value);
                    break;
                case "documentId":
                    Set(ref documentId, "documentId", value);
                    break;
                case "operationName":
                    Set(ref operationName, "operationName", value);
                    break;
                case "variables":
                    Set(ref variables, "variables", value);
                    break;
                case "extensions":
                    Set(ref extensions, "extensions", value);
                    break;
            }
        }

        return GraphQLRequest.From(
            query,
            string.IsNullOrEmpty(documentId) ? null : documentId,
            string.IsNullOrEmpty(operationName) ? null : operationName,
            ReadJson("variables", variables, limits),
            ReadJson("extensions", extensions, limits));
    }

    private static ReadOnlySpan<char> TakePair(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('&');
        var pair = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return pair;
    }

    /// <summary>The parameters' names are plain ASCII and no client encodes them, so names are compared as sent.</summary>
    private static ReadOnlySpan<char> SplitName(ReadOnlySpan<char> pair, out ReadOnlySpan<char> value)
    {
        var equals = pair.IndexOf('=');
        value = equals < 0 ? default : pair[(equals + 1)..];
        return equals < 0 ? pair : pair[..equals];
    }

    private static void Set(ref string? parameter, string name, ReadOnlySpan<char> encoded)
    {
        if (parameter is not null) throw RefusedException.InvalidRequest($"\"{name}\" is given twice.");
        parameter = Decode(encoded) ?? throw RefusedException.InvalidRequest($"\"{name}\" is not percent-encoded UTF-8.");
    }

    private static JsonElement? ReadJson(string name, string? json, HttpLimits limits) =>
        string.IsNullOrEmpty(json) ? null : JsonRequestReader.ReadParameter(name, Encoding.UTF8.GetBytes(json), limits);

    /// <summary>Undoes <c>application/x-www-form-urlencoded</c>; null if an escape is broken or the bytes are not UTF-8.</summary>
    internal static string? Decode(ReadOnlySpan<char> encoded)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(encoded)];
        Encoding.UTF8.GetBytes(encoded, bytes);

        // In place: a decoded text is never longer than its encoding.
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '+')
            {
                b = (byte)' ';
            }
            else if (b == '%')
            {
                if (i + 2 >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i + 1]) || !char.IsAsciiHexDigit((char)bytes[i + 2])) return null;
                b = Convert.FromHexString(bytes.AsSpan(i + 1, 2))[0];
                i += 2;
            }

            bytes[length++] = b;
        }

        var decoded = bytes.AsSpan(0, length);
        return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : null;
    }
}
