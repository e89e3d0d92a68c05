using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Http;

/// <summary>Reads a list of requests from JSON: each by itself a request, or refused by itself.</summary>
internal static class BatchReader
{
    /// <summary>Whether a body is a list.</summary>
    public static bool IsList(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'[', ..];

    /// <summary>
    /// The requests in order: each an <see cref="HttpAccepted"/> or an <see cref="HttpRefusal"/>. The JSON has to be in order as a whole;
    /// each entry may nest as deep as a request by itself.
    /// </summary>
    public static IReadOnlyList<HttpReading> Read(ReadOnlySpan<byte> body, HttpLimits limits, ResponseFormat format, CostRequest cost)
    {
        body = JsonRequestReader.Text(body);
        var entries = new List<HttpReading>();
        var operations = 0;
        try
        {
            // Depth is counted entry by entry; only to find where they end, the reader goes as deep as they are, at one bit a level.
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.MaxBodyBytes });
            reader.Read();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (++operations <= limits.MaxBatch) entries.Add(ReadEntry(body[start..(int)reader.BytesConsumed], limits, format, cost));
            }

            reader.Read();
        }
        catch (JsonException e)
        {
            throw JsonRequestReader.NotJson(e);
        }

        if (operations == 0) throw RefusedException.InvalidRequest("The batch has no requests.");
        return operations <= limits.MaxBatch ? entries : throw new RefusedException(
            400, ErrorCodes.TooManyOperations, $"The batch has {operations} operations; at most {limits.MaxBatch} are allowed.", limits.MaxBatch, operations);
    }

    private static HttpReading ReadEntry(ReadOnlySpan<byte> json, HttpLimits limits, ResponseFormat format, CostRequest cost)
    {
        try
        {
            return new HttpAccepted(JsonRequestReader.ReadRequest(json, limits), format, QueriesOnly: false, cost);
        }
        catch (RefusedException refused)
        {
            return new HttpRefusal(refused.Status, refused.Code, refused.Message, format, Limit: refused.Limit, Actual: refused.Actual);
        }
    }
}
