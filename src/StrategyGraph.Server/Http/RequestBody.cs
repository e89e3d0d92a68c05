using System.Buffers;
using System.IO.Pipelines;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Http;

/// <summary>From ASP.NET Core's request to the engine's.</summary>
internal static class RequestBody
{
    /// <summary>Asks for the cost of a request, as in Hot Chocolate.</summary>
    public const string CostHeader = "GraphQL-Cost";

    public static HttpRequestParts Parts(HttpRequest request, ReadOnlyMemory<byte> body = default) => new(
        request.Method, request.QueryString.ToString(), request.Headers.Accept, request.ContentType, request.Headers.ContentEncoding, body,
        request.Headers[CostHeader]);

    public static async Task<HttpReading> Read(HttpRequest request, HttpLimits limits)
    {
        try
        {
            // Most bodies come whole, and are read where the server received them: nothing of them is kept.
            var reader = request.BodyReader;
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (!read.IsCompleted || !read.Buffer.IsSingleSegment)
            {
                var body = await Gather(reader, read, limits.MaxBodyBytes, request.HttpContext.RequestAborted);
                return GraphQLHttp.Read(Parts(request, body), limits);
            }

            var reading = GraphQLHttp.Read(Parts(request, read.Buffer.First), limits);
            reader.AdvanceTo(read.Buffer.End);
            return reading;
        }
        catch (IOException broken)
        {
            return Broken(request, broken);
        }
    }

    /// <summary>
    /// The whole body, or more of it than is allowed. Each part is consumed as it comes: Kestrel cannot end a connection in order on which a
    /// client hangs up while a part was looked at and left.
    /// </summary>
    private static async Task<ReadOnlyMemory<byte>> Gather(PipeReader reader, ReadResult read, int limit, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            foreach (var part in read.Buffer) body.Write(part.Span);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || body.WrittenCount > limit) return body.WrittenMemory;
            read = await reader.ReadAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The body's framing is broken, or it comes too slowly: the client's fault, so nothing for the server's log of failures. Where the next
    /// request would begin is not known, so the connection ends.
    /// </summary>
    private static HttpRefusal Broken(HttpRequest request, IOException broken)
    {
        request.HttpContext.Response.Headers.Connection = "close";
        var status = broken is BadHttpRequestException { StatusCode: var told } ? told : StatusCodes.Status400BadRequest;
        return new HttpRefusal(status, ErrorCodes.InvalidRequest, "The request body cannot be read to its end.", FormatFor(request));
    }

    /// <summary>What a refusal is written in when the request itself could not be read.</summary>
    public static ResponseFormat FormatFor(HttpRequest request) => AcceptHeader.Choose(request.Headers.Accept) ?? ResponseFormat.Json;
}
