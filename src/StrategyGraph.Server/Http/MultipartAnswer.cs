using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Http;

/// <summary>
/// Sends the payloads of an answer as they come: the next is executed when the client has been sent the one before, in a place like any
/// request's.
/// </summary>
internal static class MultipartAnswer
{
    public static async Task Send(HttpContext context, GraphQLResponse answer, RequestLimits limits)
    {
        var response = context.Response;
        response.ContentType = MultipartMixed.ContentType;
        response.Headers.CacheControl = HttpAnswers.NoStore;
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var body = response.BodyWriter;
        body.Write(MultipartMixed.Begin);
        Part(body, answer);
        await body.FlushAsync(context.RequestAborted);
        while (answer.HasNext)
        {
            await Next(answer, limits, context.RequestAborted);
            Part(body, answer);
            await body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task Next(GraphQLResponse answer, RequestLimits limits, CancellationToken cancellationToken)
    {
        using var place = await limits.Enter(cancellationToken);
        if (place is not null) answer.Next();
        else answer.Stop(GraphQLError.WithCode(ErrorCodes.ServerBusy, RequestLimits.BusyMessage));
    }

    private static void Part(IBufferWriter<byte> body, GraphQLResponse payload)
    {
        body.Write(MultipartMixed.PartHeaders);
        body.Write(payload.Body.Span);
        body.Write(payload.HasNext ? MultipartMixed.Between : MultipartMixed.End);
    }
}
