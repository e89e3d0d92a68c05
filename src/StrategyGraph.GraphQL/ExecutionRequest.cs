using System.Text.Json;

namespace StrategyGraph.GraphQL;

/// <summary>What a client asks (specification §6), and what it is asked of.</summary>
/// <param name="Query">The text of the document; null where the request names it by <see cref="DocumentId"/> or <see cref="DocumentHash"/>.</param>
/// <param name="OperationName">Which operation of it; null when there is one.</param>
/// <param name="Variables">A JSON object; <c>default</c> for none.</param>
/// <param name="Root">What the operation starts from, of the type that the binding wants.</param>
public readonly record struct ExecutionRequest(string? Query, string? OperationName = null, JsonElement Variables = default, object? Root = null)
{
    /// <summary>Refuse mutations and subscriptions, as HTTP's GET must.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>
    /// The client can take the answer in several payloads: <c>@defer</c> and <c>@stream</c> of a query or mutation are honoured. Else the
    /// answer is whole.
    /// </summary>
    public bool Incremental { get; init; }

    /// <summary>Whether the cost is told with the answer, or in its place.</summary>
    public CostRequest Cost { get; init; }

    /// <summary>Names a persisted document (GraphQL over HTTP, appendix A): a trusted document's id, or <c>sha256:</c> and the hash of its text.</summary>
    public string? DocumentId { get; init; }

    /// <summary>
    /// The document's SHA-256 in hexadecimal, as automatic persisted queries send it: without <see cref="Query"/> it names the document, with it
    /// it asks to remember the document.
    /// </summary>
    public string? DocumentHash { get; init; }
}

/// <summary>What a client asks about the cost of its operation.</summary>
public enum CostRequest
{
    None,

    /// <summary>The answer, with its cost in the extension <c>operationCost</c>.</summary>
    Report,

    /// <summary>Only the cost: the operation is not executed.</summary>
    Validate,
}
