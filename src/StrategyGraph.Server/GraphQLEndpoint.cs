using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Streaming;

namespace StrategyGraph.Server;

/// <summary>
/// GraphQL at <c>/graphql</c>: takes the parts of an HTTP request to the engine and its finished response back, with a length and
/// a status settled before the first byte. A browser that was sent to the address gets the explorer instead.
/// </summary>
/// <param name="root">What queries start from: asked once a request, so that one answer comes from one release.</param>
internal sealed class GraphQLEndpoint(GraphQLServer server, Func<object> root, StreamingEndpoint streaming, ExplorerFiles explorer)
{
    public const string Path = "/graphql";

    public void Map(WebApplication app)
    {
        streaming.Map(app, Answer);
        app.Map(Path, Answer);
        app.MapMethods(Path + "/explorer/{**name}", [HttpMethods.Get, HttpMethods.Head], explorer.SendAsset);
    }

    private async Task Answer(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await streaming.AcceptSocket(context);
            return;
        }

        var request = context.Request;
        context.Response.Headers.Vary = "Accept";
        if (IsForReaders(request))
        {
            await explorer.SendPage(context);
            return;
        }

        try
        {
            var reading = HttpMethods.IsPost(request.Method) ? await ReadPost(request) : GraphQLHttp.Read(Parts(request));
            await (reading switch
            {
                HttpAccepted { Format: ResponseFormat.EventStream } accepted => streaming.SendEvents(context, accepted),
                HttpAccepted accepted => Execute(context, accepted),
                HttpRefusal refusal => Refuse(context, refusal),
                HttpOptions options => Describe(context, options),
                _ => throw new InvalidOperationException($"Nothing answers {reading}."),
            });
        }
        catch (BadHttpRequestException broken)
        {
            // The body's framing is broken or it comes too slowly: the client's fault, so nothing for the server's log of failures.
            context.Response.StatusCode = broken.StatusCode;
        }
    }

    private async Task Execute(HttpContext context, HttpAccepted accepted)
    {
        var (query, operationName, variables, _) = accepted.Request;
        var asked = new ExecutionRequest(query, operationName, variables ?? default, root()) { QueriesOnly = accepted.QueriesOnly };
        using var response = server.Execute(asked, context.RequestAborted);
        await (response.Outcome is GraphQLOutcome.NotServed && accepted.QueriesOnly
            ? Refuse(context, HttpRefusal.OnlyQueriesByGet(accepted.Format))
            : Send(context, accepted.Format, accepted.Format.StatusOf(response.Outcome), response.Body));
    }

    internal static Task Refuse(HttpContext context, HttpRefusal refusal)
    {
        if (refusal.Allow is not null) context.Response.Headers.Allow = refusal.Allow;
        return Send(context, refusal.Format, refusal.Status, refusal.Body());
    }

    private static Task Describe(HttpContext context, HttpOptions options)
    {
        context.Response.Headers.Allow = options.Allow;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    internal static async Task Send(HttpContext context, ResponseFormat format, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format.ContentType;
        response.ContentLength = body.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static bool IsForReaders(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && AcceptHeader.PrefersHtml(request.Headers.Accept)
        && !GraphQLHttp.HasQuery(request.QueryString.ToString());

    private static HttpRequestParts Parts(HttpRequest request, ReadOnlyMemory<byte> body = default) => new(
        request.Method, request.QueryString.ToString(), request.Headers.Accept, request.ContentType, request.Headers.ContentEncoding, body);

    /// <summary>Reads a request out of the server's own buffer: nothing of it is kept.</summary>
    internal static async Task<HttpReading> ReadPost(HttpRequest request)
    {
        // One limit is enough, and ours is told to the client as GraphQL tells errors.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;

        var body = await ReadBody(request.BodyReader, request.HttpContext.RequestAborted);
        var reading = GraphQLHttp.Read(Parts(request, body.IsSingleSegment ? body.First : body.ToArray()));
        request.BodyReader.AdvanceTo(body.End);
        return reading;
    }

    /// <summary>The whole body, or more of it than is allowed.</summary>
    private static async Task<ReadOnlySequence<byte>> ReadBody(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > GraphQLHttp.MaxBodyBytes) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
