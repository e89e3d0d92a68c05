using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Http.Streaming;

namespace StrategyGraph.Server.Streaming;

/// <summary>
/// GraphQL over connections that stay open: WebSockets and event streams at the endpoint's own address, and graphql-sse's single
/// connection mode at <see cref="Path"/>. The protocols are the engine's; here they meet HTTP.
/// </summary>
/// <param name="root">What queries start from: asked once a request.</param>
/// <param name="source">Begins the events of a subscription.</param>
internal sealed class StreamingEndpoint(GraphQLServer server, Func<object> root, SourceEventStream source, StreamingLimits limits)
{
    /// <summary>Where graphql-sse's clients reserve a stream. Without a token the address is as good as the endpoint's own.</summary>
    public const string Path = GraphQLEndpoint.Path + "/stream";

    private readonly EventStreams _streams = new((request, cancellation) => server.ExecuteStream(Asked(request, root()), source, cancellation), limits);
    private CancellationToken _stopping;
    private int _open;

    /// <param name="answer">Answers a request without a token.</param>
    public void Map(WebApplication app, RequestDelegate answer)
    {
        _stopping = app.Lifetime.ApplicationStopping;
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = limits.KeepAlive, KeepAliveTimeout = limits.KeepAlive });
        app.Map(Path, context => Token(context.Request) is { } token ? AnswerWithToken(context, token)
            : HttpMethods.IsPut(context.Request.Method) ? Reserve(context)
            : answer(context));
    }

    /// <summary>Serves a WebSocket to its end.</summary>
    public async Task AcceptSocket(HttpContext context)
    {
        if (!TryEnter())
        {
            await GraphQLEndpoint.Refuse(context, EventStreams.TooManyConnections());
            return;
        }

        try
        {
            var spoken = context.WebSockets.WebSocketRequestedProtocols.Contains(WebSocketConnection.Subprotocol);
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = spoken ? WebSocketConnection.Subprotocol : null });
            await WebSocketConnection.Serve(
                socket, (request, cancellation) => server.ExecuteStream(Asked(request, root()), source, cancellation), limits, _stopping);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Answers a request with the events of a stream of its own.</summary>
    public async Task SendEvents(HttpContext context, HttpAccepted accepted)
    {
        if (!TryEnter())
        {
            await GraphQLEndpoint.Refuse(context, EventStreams.TooManyConnections());
            return;
        }

        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
            var output = Begin(context);
            if (HttpMethods.IsHead(context.Request.Method)) return;
            var responses = server.ExecuteStream(Asked(accepted.Request, root()) with { QueriesOnly = accepted.QueriesOnly }, source, ended.Token);
            if (!await EventStream.Answer(output, responses, limits, ended.Token) && !_stopping.IsCancellationRequested) context.Abort();
        }
        finally
        {
            Leave();
        }
    }

    private Task AnswerWithToken(HttpContext context, string token) => context.Request.Method switch
    {
        "GET" => Open(context, token),
        "POST" => Start(context, token),
        "DELETE" => Stop(context, token),
        "PUT" => Reserve(context),
        _ => GraphQLEndpoint.Refuse(context, EventStreams.OtherMethod(context.Request.Method)),
    };

    private async Task Reserve(HttpContext context)
    {
        if (_streams.Reserve() is not { } token)
        {
            await GraphQLEndpoint.Refuse(context, EventStreams.TooManyConnections());
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(token, context.RequestAborted);
    }

    private async Task Open(HttpContext context, string token)
    {
        if (!TryEnter())
        {
            await GraphQLEndpoint.Refuse(context, EventStreams.TooManyConnections());
            return;
        }

        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
            if (await _streams.Open(token, () => Begin(context), ended.Token) is { } refusal) await GraphQLEndpoint.Refuse(context, refusal);
            else if (!_stopping.IsCancellationRequested) context.Abort();
        }
        finally
        {
            Leave();
        }
    }

    private async Task Start(HttpContext context, string token)
    {
        var reading = await GraphQLEndpoint.ReadPost(context.Request);
        if (reading is not HttpAccepted { Request: var request, Format: var format })
        {
            await GraphQLEndpoint.Refuse(context, (HttpRefusal)reading);
            return;
        }

        var (refusal, refused) = await _streams.Start(token, request, (int)(context.Request.ContentLength ?? GraphQLHttp.MaxBodyBytes));
        using (refused)
        {
            if (refusal is not null) await GraphQLEndpoint.Refuse(context, refusal);
            else if (refused is not null) await GraphQLEndpoint.Send(context, format, StatusCodes.Status400BadRequest, refused.Body);
            else context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private Task Stop(HttpContext context, string token) =>
        _streams.Stop(token, context.Request.Query[EventStreams.OperationParameter]) is { } refusal ? GraphQLEndpoint.Refuse(context, refusal) : Task.CompletedTask;

    private static string? Token(HttpRequest request) =>
        request.Headers[EventStreams.TokenHeader] is [{ Length: > 0 } header, ..] ? header
        : request.Query[EventStreams.TokenParameter] is [{ Length: > 0 } parameter, ..] ? parameter
        : null;

    private static ExecutionRequest Asked(GraphQLRequest request, object root) => new(request.Query, request.OperationName, request.Variables ?? default, root);

    /// <summary>Begins a response of events, which nothing on the way may hold back to send more at once.</summary>
    private static Stream Begin(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = EventStream.ContentType;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return response.Body;
    }

    private bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= limits.MaxConnections) return true;
        Leave();
        return false;
    }

    private void Leave() => Interlocked.Decrement(ref _open);
}
