using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL;

/// <summary>What became of a request.</summary>
public enum GraphQLOutcome
{
    /// <summary>It ran: the response has <c>data</c>, and <c>errors</c> where fields failed.</summary>
    Executed,

    /// <summary>It was refused before it ran: no such document, operation or variables (specification §7.1.1, request error).</summary>
    Refused,

    /// <summary>It is of a kind that is not served this way: a subscription where one response is expected, a mutation by GET.</summary>
    NotServed,

    /// <summary>It was not to run: the response tells its cost.</summary>
    CostTold,

    /// <summary>It was stopped as a whole while it ran: a limit or a cancellation.</summary>
    Aborted,

    /// <summary>It was stopped as a whole by a fault of ours.</summary>
    Failed,
}

/// <summary>A finished response, as JSON in a pooled buffer that is given back on <see cref="Dispose"/>.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly ContextPool _pool;
    private RequestContext? _context;
    private ReadOnlyMemory<byte> _body;

    internal GraphQLResponse(
        GraphQLOutcome outcome, ReadOnlyMemory<byte> body, IReadOnlyList<GraphQLError> errors, RequestContext context, ContextPool pool) =>
        (Outcome, _body, Errors, _context, _pool) = (outcome, body, errors, context, pool);

    public GraphQLOutcome Outcome { get; }

    /// <summary>The response's <c>errors</c>, until disposal; empty where it has none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether an error of the response is a fault of ours, which may be gone the next time.</summary>
    public bool HasFault => Errors.Any(error => error.Code == ErrorCodes.InternalError);

    /// <summary>Whether the response has a <c>data</c> entry.</summary>
    public bool HasData => Outcome is GraphQLOutcome.Executed;

    /// <summary>The response as UTF-8 JSON, until disposal.</summary>
    public ReadOnlyMemory<byte> Body => _context is null ? throw new ObjectDisposedException(nameof(GraphQLResponse)) : _body;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _context, null) is not { } context) return;
        _body = default;
        _pool.Return(context);
    }
}

/// <summary>Contexts that wait for the next request: a bounded number, shared by all threads.</summary>
internal sealed class ContextPool(int capacity)
{
    private readonly RequestContext?[] _waiting = new RequestContext?[capacity];

    public RequestContext Rent()
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is not null && Interlocked.Exchange(ref _waiting[i], null) is { } context) return context;
        }

        return new RequestContext();
    }

    public void Return(RequestContext context)
    {
        context.Reset();
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is null && Interlocked.CompareExchange(ref _waiting[i], context, null) is null) return;
        }

        context.Dispose();
    }
}
