using System.Text.Json;

namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// The parameters of a request (GraphQL over HTTP §5). Everything here is well formed: strings hold no lone surrogates,
/// and the JSON values are objects without duplicate keys, nested no deeper than <see cref="HttpLimits.MaxJsonDepth"/>.
/// </summary>
/// <param name="Query">
/// The text of the document; may be empty, and then does not parse. Null where the request names its document: by <see cref="DocumentId"/>
/// or by <see cref="DocumentHash"/>.
/// </param>
/// <param name="OperationName">Null where none was given; in a query string, an empty one counts as none.</param>
/// <param name="Variables">A JSON object; null where the parameter is absent or null.</param>
/// <param name="Extensions">A JSON object; null where the parameter is absent or null.</param>
public sealed record GraphQLRequest(string? Query, string? OperationName = null, JsonElement? Variables = null, JsonElement? Extensions = null)
{
    /// <summary>The id of a persisted document (GraphQL over HTTP, appendix A); only without <see cref="Query"/>.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The <c>sha256Hash</c> of the extension <c>persistedQuery</c>, Apollo's protocol; with the query or instead of it.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>
    /// Puts the parameters together. A document is named in one way: two could name two documents, and readers of one request disagree.
    /// </summary>
    internal static GraphQLRequest From(string? query, string? documentId, string? operationName, JsonElement? variables, JsonElement? extensions)
    {
        var hash = HashIn(extensions);
        if (documentId is not null && query is not null) throw RefusedException.InvalidRequest("The request has both \"query\" and \"documentId\"; send one.");
        if (documentId is not null && hash is not null) throw RefusedException.InvalidRequest("The request has both \"documentId\" and \"extensions.persistedQuery\"; send one.");
        if (documentId is null && query is null && hash is null) throw RefusedException.InvalidRequest("The request has no \"query\": the text of a GraphQL document.");
        return new GraphQLRequest(query, operationName, variables, extensions) { DocumentId = documentId, DocumentHash = hash };
    }

    private static string? HashIn(JsonElement? extensions)
    {
        if (extensions is not { } map || !map.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind is JsonValueKind.Null) return null;
        if (persisted.ValueKind is not JsonValueKind.Object) throw RefusedException.InvalidRequest("\"extensions.persistedQuery\" must be an object.");
        if (!persisted.TryGetProperty("version", out var version) || version.ValueKind is not JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw RefusedException.InvalidRequest("\"extensions.persistedQuery.version\" must be 1.");
        return persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind is JsonValueKind.String
            ? hash.GetString()
            : throw RefusedException.InvalidRequest("\"extensions.persistedQuery.sha256Hash\" must be a string.");
    }
}
