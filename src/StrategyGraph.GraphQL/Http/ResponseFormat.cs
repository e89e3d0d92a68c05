namespace StrategyGraph.GraphQL.Http;

/// <summary>The two media types a response can have; what a status code means differs between them (GraphQL over HTTP §6.4).</summary>
public enum ResponseFormat
{
    /// <summary><c>application/json</c>: the older one. A well-formed request is answered with 200, whatever came of it.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells whether there is data.</summary>
    GraphQLResponse,
}

public static class ResponseFormats
{
    extension(ResponseFormat format)
    {
        /// <summary>The value of the response's Content-Type header.</summary>
        public string ContentType => format is ResponseFormat.Json
            ? "application/json; charset=utf-8"
            : "application/graphql-response+json; charset=utf-8";

        /// <summary>The status of a finished GraphQL response.</summary>
        /// <param name="hasData">Whether the response has the <c>data</c> entry, null or not: it has none when the request failed before execution.</param>
        public int StatusOf(bool hasData) => hasData || format is ResponseFormat.Json ? 200 : 400;
    }
}
