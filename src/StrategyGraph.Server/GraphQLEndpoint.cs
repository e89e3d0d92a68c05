using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Settings;
using StrategyGraph.Server.Streaming;

namespace StrategyGraph.Server;

/// <summary>
/// GraphQL at <c>/graphql</c>: takes the parts of an HTTP request to the engine and its finished response back, with a length and
/// a status settled before the first byte. A browser that was sent to the address gets the explorer instead.
/// </summary>
/// <param name="root">What queries start from: asked once a request, so that one answer comes from one release, and its tag with it.</param>
internal sealed class GraphQLEndpoint(
    GraphQLServer server, Func<object> root, StreamingEndpoint streaming, ExplorerFiles explorer, HttpSettings settings, RequestLimits limits, EntityTags tags)
{
    public const string Path = "/graphql";

    private readonly string _vary = Hosting.VaryOf(settings);

    public void Map(WebApplication app)
    {
        streaming.Map(app, Answer);
        app.Map(Path, Answer);
        app.MapMethods(Path + "/explorer/{**name}", [HttpMethods.Get, HttpMethods.Head], explorer.SendAsset);
    }

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        if (IsForReaders(request))
        {
            await explorer.SendPage(context);
            return;
        }

        context.Response.Headers.Vary = _vary;
        if (limits.SecondsToWait(context, requests: 1) is { } seconds)
        {
            await HttpAnswers.Refuse(context, TooMany(RequestBody.FormatFor(request), seconds));
            return;
        }

        // A handshake is a GET, or over HTTP/2 a CONNECT; to ask every POST takes a look into the connection.
        if (!HttpMethods.IsPost(request.Method) && context.WebSockets.IsWebSocketRequest)
        {
            await streaming.AcceptSocket(context);
            return;
        }

        var reading = HttpMethods.IsPost(request.Method)
            ? await RequestBody.Read(request, server.Options.Http)
            : GraphQLHttp.Read(RequestBody.Parts(request), server.Options.Http);
        await (reading switch
        {
            HttpAccepted { Format: ResponseFormat.EventStream } accepted => streaming.SendEvents(context, accepted),
            HttpAccepted accepted => AnswerOne(context, accepted),
            HttpBatch batch => AnswerBatch(context, batch),
            HttpRefusal refusal => HttpAnswers.Refuse(context, refusal),
            HttpOptions options => HttpAnswers.Describe(context, options),
            _ => throw new InvalidOperationException($"Nothing answers {reading}."),
        });
    }

    private async Task AnswerOne(HttpContext context, HttpAccepted accepted)
    {
        var from = root();
        var tag = accepted.QueriesOnly ? tags.Of(from, context.Request.QueryString.ToString(), accepted.Format, accepted.Cost) : null;
        var held = context.Request.Headers.IfNoneMatch;
        if (tag is not null && EntityTags.Match(held, tag))
        {
            context.Response.Headers.ETag = tag;
            await HttpAnswers.NotModified(context, settings.CacheControl);
            return;
        }

        using var response = await Run(accepted.Of(from), context.RequestAborted);
        if (response is null)
        {
            await HttpAnswers.Refuse(context, Busy(accepted.Format));
        }
        else if (response.Outcome is GraphQLOutcome.NotServed && accepted.QueriesOnly)
        {
            await HttpAnswers.Refuse(context, HttpRefusal.OnlyQueriesByGet(accepted.Format));
        }
        else if (response.HasNext || accepted.Multipart is MultipartUse.Required)
        {
            await MultipartAnswer.Send(context, response, limits);
        }
        else if (tag is null || !response.HasData || response.HasFault)
        {
            // Not asked for by its address, or not of the release: the next try may be answered otherwise.
            await HttpAnswers.Send(context, accepted.Format, accepted.Format.StatusOf(response.Outcome), response.Body);
        }
        else
        {
            context.Response.Headers.ETag = tag;
            await (EntityTags.MatchAny(held)
                ? HttpAnswers.NotModified(context, settings.CacheControl)
                : HttpAnswers.Send(context, accepted.Format, StatusCodes.Status200OK, response.Body, settings.CacheControl));
        }
    }

    /// <summary>One after the other, from one release, each sent when it is there: so a batch takes the memory of its largest answer.</summary>
    private async Task AnswerBatch(HttpContext context, HttpBatch batch)
    {
        if (limits.SecondsToWait(context, batch.Entries.Count - 1) is { } seconds)
        {
            await HttpAnswers.Refuse(context, TooMany(batch.Format, seconds));
            return;
        }

        HttpAnswers.Begin(context, batch.Format, StatusCodes.Status200OK, HttpAnswers.NoStore);
        var (body, from) = (context.Response.BodyWriter, root());
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            await body.WriteAsync(i == 0 ? "["u8.ToArray() : ","u8.ToArray(), context.RequestAborted);
            using var response = batch.Entries[i] is HttpAccepted entry ? await Run(entry.Of(from), context.RequestAborted) : null;
            await body.WriteAsync(response?.Body ?? (batch.Entries[i] as HttpRefusal ?? Busy(batch.Format)).Body(), context.RequestAborted);
        }

        await body.WriteAsync("]"u8.ToArray(), context.RequestAborted);
    }

    /// <summary>Runs an operation; null where there was no place to run it in.</summary>
    private async ValueTask<GraphQLResponse?> Run(ExecutionRequest asked, CancellationToken cancellationToken)
    {
        using var place = await limits.Enter(cancellationToken);
        return place is null ? null : server.Execute(asked, cancellationToken);
    }

    internal static HttpRefusal TooMany(ResponseFormat format, int seconds) => new(
        StatusCodes.Status429TooManyRequests, ErrorCodes.TooManyRequests, $"Too many requests from your address; come back in {seconds} s.", format, RetryAfter: seconds);

    internal static HttpRefusal Busy(ResponseFormat format) => new(
        StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerBusy, RequestLimits.BusyMessage, format, RetryAfter: 1);

    private static bool IsForReaders(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && AcceptHeader.PrefersHtml(request.Headers.Accept)
        && !GraphQLHttp.NamesDocument(request.QueryString.ToString());
}
