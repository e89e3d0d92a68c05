using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.Server.Http;

/// <summary>Sends the payloads of an answer as they come: the next is executed when the client has been sent the one before.</summary>
internal static class MultipartAnswer
{
    public static async Task Send(HttpContext context, GraphQLResponse answer)
    {
        var response = context.Response;
        response.ContentType = MultipartMixed.ContentType;
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var body = response.BodyWriter;
        body.Write(MultipartMixed.Begin);
        Part(body, answer);
        await body.FlushAsync(context.RequestAborted);
        while (answer.HasNext)
        {
            answer.Next();
            Part(body, answer);
            await body.FlushAsync(context.RequestAborted);
        }
    }

    private static void Part(IBufferWriter<byte> body, GraphQLResponse payload)
    {
        body.Write(MultipartMixed.PartHeaders);
        body.Write(payload.Body.Span);
        body.Write(payload.HasNext ? MultipartMixed.Between : MultipartMixed.End);
    }
}
