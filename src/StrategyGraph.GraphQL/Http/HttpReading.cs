using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Http;

/// <summary>The parts of an HTTP request that decide what is asked.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="QueryString">As sent: percent-encoded, with or without its question mark.</param>
/// <param name="Cost">The header <c>GraphQL-Cost</c>, Hot Chocolate's: <c>report</c> or <c>validate</c>; anything else is passed over.</param>
/// <param name="Body">
/// All of it, or its first <see cref="HttpLimits.MaxBodyBytes"/> + 1 bytes: that it is too long can be seen from these. Not kept after reading.
/// </param>
public readonly record struct HttpRequestParts(
    string Method, string QueryString, string? Accept, string? ContentType = null, string? ContentEncoding = null, ReadOnlyMemory<byte> Body = default,
    string? Cost = null);

/// <summary>What became of an HTTP request: a GraphQL request to execute, or an answer already.</summary>
public abstract record HttpReading;

/// <param name="QueriesOnly">The method is safe (GET, HEAD), so nothing but a query may run; else answer <see cref="HttpRefusal.OnlyQueriesByGet"/>.</param>
/// <param name="Multipart">Whether the answer may be in several payloads.</param>
public sealed record HttpAccepted(
    GraphQLRequest Request, ResponseFormat Format, bool QueriesOnly, CostRequest Cost = CostRequest.None, MultipartUse Multipart = MultipartUse.Refused) : HttpReading
{
    /// <summary>The request, asked of a root.</summary>
    public ExecutionRequest Of(object? root) => new(Request.Query, Request.OperationName, Request.Variables ?? default, root)
    {
        DocumentId = Request.DocumentId,
        DocumentHash = Request.DocumentHash,
        QueriesOnly = QueriesOnly,
        Cost = Cost,
        Incremental = Multipart is not MultipartUse.Refused,
    };
}

/// <summary>What the client makes of <see cref="MultipartMixed"/>.</summary>
public enum MultipartUse
{
    /// <summary>Nothing: the answer is whole.</summary>
    Refused,

    /// <summary>It takes an answer so when that is in several payloads.</summary>
    Accepted,

    /// <summary>It takes nothing else, so an answer that is whole goes as the only part.</summary>
    Required,
}

/// <summary>Several requests at once, answered by a list of their responses in the same order, with status 200: each says for itself what came of it.</summary>
/// <param name="Entries">Each an <see cref="HttpAccepted"/>, or an <see cref="HttpRefusal"/> of this entry alone.</param>
public sealed record HttpBatch(IReadOnlyList<HttpReading> Entries, ResponseFormat Format) : HttpReading;

/// <summary>The answer to OPTIONS: 204, without a body.</summary>
/// <param name="Allow">The value of the Allow header.</param>
public sealed record HttpOptions(string Allow) : HttpReading;

/// <summary>The request is refused before any GraphQL, told as a GraphQL response without data.</summary>
/// <param name="Status">An HTTP status from 400 to 499: the client's fault; or 503.</param>
/// <param name="Code">The error's <c>extensions.code</c>, one of <see cref="ErrorCodes"/>.</param>
/// <param name="Allow">The value of the Allow header, which goes with 405.</param>
/// <param name="Limit">The limit that the request is beyond, which goes into the error's extensions.</param>
/// <param name="Actual">What was asked, likewise, where it is known.</param>
/// <param name="RetryAfter">When to come back, in whole seconds: the Retry-After header, which goes with 429 and 503.</param>
public sealed record HttpRefusal(
    int Status, string Code, string Message, ResponseFormat Format, string? Allow = null, int? Limit = null, int? Actual = null, int? RetryAfter = null) : HttpReading
{
    // Errors are JSON, never put into HTML: Japanese and quotes stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A mutation or subscription was sent by GET or HEAD, which anyone's page can make a browser do (GraphQL over HTTP §6.2.1).</summary>
    public static HttpRefusal OnlyQueriesByGet(ResponseFormat format) => new(
        405, ErrorCodes.MethodNotAllowed, "Only queries can be sent by GET; send mutations and subscriptions by POST.", format, Allow: "POST");

    /// <summary>The response body: <c>{"errors":[{"message":…,"extensions":{"code":…}}]}</c>, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body()
    {
        var body = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(body, WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", Message);
        writer.WriteStartObject("extensions");
        writer.WriteString("code", Code);
        if (Limit is { } limit) writer.WriteNumber("limit", limit);
        if (Actual is { } actual) writer.WriteNumber("actual", actual);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }
}
