using System.Globalization;
using Microsoft.AspNetCore.ResponseCompression;
using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.Server.Http;

/// <summary>Sends finished answers: status, length and caching are settled before the first byte.</summary>
internal static class HttpAnswers
{
    /// <summary>
    /// For all that is not an answer of a release to a GET. Answers to POST are among it: RFC 9111 lets nobody keep them unasked, but some
    /// proxies can be told to, and then by a key that leaves out the body. What may be kept is asked for by GET.
    /// </summary>
    public const string NoStore = "no-store";

    /// <summary>
    /// Between these sizes a body goes to the connection as one piece: Kestrel would take it apart into blocks of the smaller size, and the
    /// sending of them takes 3 to 5 % of a tree's time. What is larger goes in blocks, so that a slow reader holds few of them.
    /// </summary>
    private const int Block = 4 * 1024, LargestPiece = 128 * 1024;

    public static async Task Send(HttpContext context, ResponseFormat format, int status, ReadOnlyMemory<byte> body, string cacheControl = NoStore)
    {
        Begin(context, format, status, cacheControl);
        var response = context.Response;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await Write(response, body, context.RequestAborted);
        else if (context.RequestServices.GetService<IResponseCompressionProvider>() is { } compression && compression.CheckRequestAcceptsCompression(context)
            && compression.ShouldCompressResponse(context) && compression.GetCompressionProvider(context) is { } encoding)
        {
            // What GET would be sent with; how long that is, only compressing it would tell.
            response.ContentLength = null;
            response.Headers.ContentEncoding = encoding.EncodingName;
        }
    }

    private static async ValueTask Write(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var writer = response.BodyWriter;
        if (body.Length is <= Block or > LargestPiece)
        {
            await writer.WriteAsync(body, cancellationToken);
            return;
        }

        // Until the response has started, Kestrel keeps what is written for it elsewhere.
        await response.StartAsync(cancellationToken);
        body.Span.CopyTo(writer.GetSpan(body.Length));
        writer.Advance(body.Length);
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>Status and headers of an answer whose bytes follow.</summary>
    public static void Begin(HttpContext context, ResponseFormat format, int status, string cacheControl)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format.ContentType;
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    public static Task Refuse(HttpContext context, HttpRefusal refusal)
    {
        var headers = context.Response.Headers;
        if (refusal.Allow is not null) headers.Allow = refusal.Allow;
        if (refusal.RetryAfter is { } seconds) headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Send(context, refusal.Format, refusal.Status, refusal.Body());
    }

    /// <summary>The client has the answer already.</summary>
    public static Task NotModified(HttpContext context, string cacheControl)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.CacheControl = cacheControl;
        return Task.CompletedTask;
    }

    public static Task Describe(HttpContext context, HttpOptions options)
    {
        context.Response.Headers.Allow = options.Allow;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
