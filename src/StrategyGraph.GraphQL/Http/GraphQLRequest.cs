using System.Text.Json;

namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// The parameters of a request (GraphQL over HTTP §5). Everything here is well formed: strings hold no lone surrogates,
/// and the JSON values are objects without duplicate keys, nested no deeper than <see cref="HttpLimits.MaxJsonDepth"/>.
/// </summary>
/// <param name="Query">The text of the document; may be empty, and then does not parse.</param>
/// <param name="OperationName">Null where none was given; in a query string, an empty one counts as none.</param>
/// <param name="Variables">A JSON object; null where the parameter is absent or null.</param>
/// <param name="Extensions">A JSON object; null where the parameter is absent or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement? Variables = null, JsonElement? Extensions = null);
