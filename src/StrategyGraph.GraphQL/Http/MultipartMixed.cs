namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// The answer to <c>@defer</c> and <c>@stream</c> over HTTP: each payload is a part of a <c>multipart/mixed</c> body (RFC 2046 §5.1), after
/// <see href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md">Incremental Delivery over HTTP</see>.
/// The body is <see cref="Begin"/>, for each payload <see cref="PartHeaders"/>, its JSON and <see cref="Between"/>, or <see cref="End"/> after the last.
/// </summary>
/// <remarks>The delimiter follows its part at once: clients take a part for complete when they see it.</remarks>
public static class MultipartMixed
{
    internal const string MediaType = "multipart/mixed";

    /// <summary>
    /// What clients call this format of payloads, <see href="https://specs.apollo.dev/incremental/v0.2/"/>: that of graphql-js 17.
    /// </summary>
    internal const string IncrementalSpec = "v0.2";

    /// <summary>The value of the response's Content-Type header.</summary>
    public const string ContentType = $"{MediaType}; boundary=\"-\"; incrementalSpec={IncrementalSpec}";

    public static ReadOnlySpan<byte> Begin => "\r\n---"u8;

    public static ReadOnlySpan<byte> PartHeaders => "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8;

    public static ReadOnlySpan<byte> Between => "\r\n---"u8;

    public static ReadOnlySpan<byte> End => "\r\n-----\r\n"u8;
}
