namespace StrategyGraph.GraphQL.Http;

/// <summary>The media types a response can have; what a status code means differs between them (GraphQL over HTTP §6.4).</summary>
public enum ResponseFormat
{
    /// <summary><c>application/json</c>: the older one. A well-formed request is answered with 200, whatever came of it.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells whether there is data.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: the responses one by one, as graphql-sse has them; errors are told in the stream. What is refused before is JSON.</summary>
    EventStream,
}

public static class ResponseFormats
{
    extension(ResponseFormat format)
    {
        /// <summary>The value of the Content-Type header of a response as JSON; that of an event stream is <see cref="Streaming.EventStream.ContentType"/>.</summary>
        public string ContentType => format is ResponseFormat.GraphQLResponse
            ? "application/graphql-response+json; charset=utf-8"
            : "application/json; charset=utf-8";

        /// <summary>The status of a finished response: 200 when it has a <c>data</c> entry, null or not. A fault of ours is 500 in either format.</summary>
        public int StatusOf(GraphQLOutcome outcome) => outcome switch
        {
            GraphQLOutcome.Executed or GraphQLOutcome.CostTold => 200,
            GraphQLOutcome.Failed => 500,
            _ => format is ResponseFormat.GraphQLResponse ? 400 : 200,
        };
    }
}
