using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Http.Streaming;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Streaming;

/// <summary>
/// GraphQL over connections that stay open: WebSockets and event streams at the endpoint's own address, and graphql-sse's single
/// connection mode at <see cref="Path"/>. The protocols are the engine's; here they meet HTTP.
/// </summary>
internal sealed class StreamingEndpoint
{
    /// <summary>Where graphql-sse's clients reserve a stream. Without a token the address is as good as the endpoint's own.</summary>
    public const string Path = GraphQLEndpoint.Path + "/stream";

    private readonly GraphQLServer _server;
    private readonly Func<object> _root;
    private readonly SourceEventStream _source;
    private readonly HttpSettings _settings;
    private readonly RequestLimits _limits;
    private readonly EventStreams _streams;
    private CancellationToken _stopping;
    private int _open;

    /// <param name="root">What queries start from: asked once a request.</param>
    /// <param name="source">Begins the events of a subscription.</param>
    public StreamingEndpoint(GraphQLServer server, Func<object> root, SourceEventStream source, HttpSettings settings, RequestLimits limits)
    {
        (_server, _root, _source, _settings, _limits) = (server, root, source, settings, limits);
        _streams = new EventStreams((request, cancellation) => Run(Posted(request), null, cancellation), server.Options.Streaming);
    }

    private StreamingLimits Streaming => _server.Options.Streaming;

    /// <param name="answer">Answers a request without a token.</param>
    public void Map(WebApplication app, RequestDelegate answer)
    {
        _stopping = app.Lifetime.ApplicationStopping;
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Streaming.KeepAlive, KeepAliveTimeout = Streaming.KeepAlive });
        app.Map(Path, context =>
        {
            var token = Token(context.Request);
            return token is null && !HttpMethods.IsPut(context.Request.Method) ? answer(context) : AnswerSingle(context, token ?? "");
        });
    }

    /// <summary>Serves a WebSocket to its end.</summary>
    public async Task AcceptSocket(HttpContext context)
    {
        if (!MayAsk(context.Request))
        {
            await HttpAnswers.Refuse(context, new HttpRefusal(
                StatusCodes.Status403Forbidden, ErrorCodes.OriginNotAllowed, "Pages of this origin may not ask here.", ResponseFormat.Json));
            return;
        }

        await InPlace(context, async () =>
        {
            var spoken = context.WebSockets.WebSocketRequestedProtocols.Contains(WebSocketConnection.Subprotocol);
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = spoken ? WebSocketConnection.Subprotocol : null });
            await WebSocketConnection.Serve(
                socket, (request, cancellation) => Run(Posted(request), context, cancellation), Streaming, _server.Options.Http, _stopping);
        });
    }

    /// <summary>Answers a request with the events of a stream of its own.</summary>
    public Task SendEvents(HttpContext context, HttpAccepted accepted) => InPlace(context, async () =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Begin(context);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        await using var responses = Run(accepted, null, ended.Token).GetAsyncEnumerator(ended.Token);
        var moved = responses.MoveNextAsync().AsTask();
        if (moved is { IsFaulted: true, Exception.InnerException: OperationRefusedException refused })
        {
            await HttpAnswers.Refuse(context, refused.Refusal);
            return;
        }

        var done = await EventStream.Answer(Begin(context), responses, new ValueTask<bool>(moved), Streaming, ended);
        if (!done && !_stopping.IsCancellationRequested) context.Abort();
    });

    // ── Single connection mode ──

    private Task AnswerSingle(HttpContext context, string token)
    {
        if (_limits.SecondsToWait(context, requests: 1) is { } seconds) return HttpAnswers.Refuse(context, GraphQLEndpoint.TooMany(ResponseFormat.Json, seconds));
        return context.Request.Method switch
        {
            "PUT" => Reserve(context),
            "GET" => Open(context, token),
            "POST" => Start(context, token),
            "DELETE" => Stop(context, token),
            _ => HttpAnswers.Refuse(context, EventStreams.OtherMethod(context.Request.Method)),
        };
    }

    private async Task Reserve(HttpContext context)
    {
        if (_streams.Reserve() is not { } token)
        {
            await HttpAnswers.Refuse(context, EventStreams.TooManyConnections(Streaming.MaxReservations));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = HttpAnswers.NoStore;
        await context.Response.WriteAsync(token, context.RequestAborted);
    }

    private Task Open(HttpContext context, string token) => InPlace(context, async () =>
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        if (await _streams.Open(token, () => Begin(context), ended.Token) is { } refusal) await HttpAnswers.Refuse(context, refusal);
        else if (!_stopping.IsCancellationRequested) context.Abort();
    });

    private async Task Start(HttpContext context, string token)
    {
        var reading = await RequestBody.Read(context.Request, _server.Options.Http with { MaxBatch = 0 });
        if (reading is not HttpAccepted { Request: var request, Format: var format })
        {
            await HttpAnswers.Refuse(context, (HttpRefusal)reading);
            return;
        }

        var (refusal, refused) = await _streams.Start(token, request, (int)(context.Request.ContentLength ?? _server.Options.Http.MaxBodyBytes));
        using (refused)
        {
            if (refusal is not null) await HttpAnswers.Refuse(context, refusal);
            else if (refused is not null) await HttpAnswers.Send(context, format, StatusCodes.Status400BadRequest, refused.Body);
            else context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private Task Stop(HttpContext context, string token) =>
        _streams.Stop(token, context.Request.Query[EventStreams.OperationParameter]) is { } refusal ? HttpAnswers.Refuse(context, refusal) : Task.CompletedTask;

    private static string? Token(HttpRequest request) =>
        request.Headers[EventStreams.TokenHeader] is [{ Length: > 0 } header, ..] ? header
        : request.Query[EventStreams.TokenParameter] is [{ Length: > 0 } parameter, ..] ? parameter
        : null;

    // ── What they share ──

    private static HttpAccepted Posted(GraphQLRequest request) => new(request, ResponseFormat.Json, QueriesOnly: false);

    /// <summary>Runs an operation, its answer in payloads where it asks for that.</summary>
    /// <param name="client">Where the operation is to be counted as a request of its own.</param>
    private async IAsyncEnumerable<GraphQLResponse> Run(HttpAccepted accepted, HttpContext? client, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (client is not null && _limits.SecondsToWait(client, requests: 1) is { } seconds)
            throw new OperationRefusedException(GraphQLEndpoint.TooMany(ResponseFormat.Json, seconds));
        await using var responses = _server.ExecuteStream(accepted.Of(_root()) with { Incremental = true }, _source, cancellation).GetAsyncEnumerator(cancellation);
        var runs = true;
        while (await (runs ? MoveInPlace(responses, cancellation) : responses.MoveNextAsync()))
        {
            var response = responses.Current;
            runs = response.HasNext;
            yield return response;
        }
    }

    /// <summary>Takes a place for what runs at once: a query, or that a subscription begins. One that waits for events has none.</summary>
    private async ValueTask<bool> MoveInPlace(IAsyncEnumerator<GraphQLResponse> responses, CancellationToken cancellation)
    {
        ValueTask<bool> moved;
        using (var place = await _limits.Enter(cancellation))
        {
            if (place is null) throw new OperationRefusedException(GraphQLEndpoint.Busy(ResponseFormat.Json));
            moved = responses.MoveNextAsync();
        }

        return await moved;
    }

    /// <summary>Does what holds a connection open, if there is a place for one more.</summary>
    private async Task InPlace(HttpContext context, Func<Task> serve)
    {
        try
        {
            await (Interlocked.Increment(ref _open) <= Streaming.MaxConnections ? serve() : HttpAnswers.Refuse(context, EventStreams.TooManyConnections(Streaming.MaxConnections)));
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>
    /// Whether a page of the request's origin may open a WebSocket, which browsers leave to the server: CORS does not hold for them. What is
    /// no page sends no origin.
    /// </summary>
    private bool MayAsk(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || _settings.CorsOrigins.Contains("*")
        || _settings.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

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
}
