using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Http.Streaming;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL;

/// <summary>What a server allows a request to cost, step by step, and what it remembers. Every limit is on by default.</summary>
public sealed record GraphQLOptions
{
    public static GraphQLOptions Default { get; } = new();

    // Objects of their own, not the rooms' shared defaults: a configuration is bound into them.

    /// <summary>Bytes and depth of an HTTP request.</summary>
    public HttpLimits Http { get; init; } = new();

    /// <summary>Connections that stay open: WebSockets and event streams.</summary>
    public StreamingLimits Streaming { get; init; } = new();

    /// <summary>Bytes, tokens and nesting of the document.</summary>
    public ParserOptions Parsing { get; init; } = new();

    /// <summary>Introspection and suggestions; what the document may hold of what multiplies; work and errors of validation.</summary>
    public ValidationOptions Validation { get; init; } = new();

    /// <summary>Variables; depth, fields, errors, response bytes and time of execution.</summary>
    public ExecutionLimits Execution { get; init; } = new();

    /// <summary>How much memory documents and their plans may keep, in bytes as estimated; 0 keeps none.</summary>
    public long DocumentCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many contexts, each with its response buffer, wait for the next request.</summary>
    public int PooledContexts { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>Documents that requests may name instead of carrying; null where there are none.</summary>
    public PersistedDocuments? PersistedDocuments { get; init; }

    /// <summary>Whether spans carry the text of documents (<c>graphql.document</c>), which may hold what a client would not want kept.</summary>
    public bool TraceDocuments { get; init; }

    /// <summary>
    /// Told of every exception that is our fault. Clients see "Internal error." and, as extension <c>correlationId</c>, what this returns.
    /// </summary>
    public Func<Exception, string?>? UnexpectedError { get; init; }
}
