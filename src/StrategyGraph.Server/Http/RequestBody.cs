using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.Server.Http;

/// <summary>From ASP.NET Core's request to the engine's.</summary>
internal static class RequestBody
{
    public static HttpRequestParts Parts(HttpRequest request, ReadOnlyMemory<byte> body = default) => new(
        request.Method, request.QueryString.ToString(), request.Headers.Accept, request.ContentType, request.Headers.ContentEncoding, body);

    /// <summary>Reads a request out of the server's own buffer: nothing of it is kept.</summary>
    /// <exception cref="BadHttpRequestException">The body's framing is broken, or it comes too slowly.</exception>
    public static async Task<HttpReading> Read(HttpRequest request, int maxBatch)
    {
        // One limit is enough, and ours is told to the client as GraphQL tells errors.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;

        var body = await ReadWhole(request);
        var reading = GraphQLHttp.Read(Parts(request, body.IsSingleSegment ? body.First : body.ToArray()), maxBatch);
        request.BodyReader.AdvanceTo(body.End);
        return reading;
    }

    /// <summary>The whole body, or more of it than is allowed.</summary>
    private static async Task<ReadOnlySequence<byte>> ReadWhole(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted || read.Buffer.Length > GraphQLHttp.MaxBodyBytes) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
