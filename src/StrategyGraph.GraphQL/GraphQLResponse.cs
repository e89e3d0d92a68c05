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

/// <summary>
/// A finished response, or a finished payload of an incremental one, as JSON in a pooled buffer that is given back on <see cref="Dispose"/>.
/// </summary>
public sealed class GraphQLResponse : IDisposable
{
    /// <summary>Null where another response goes on with the context.</summary>
    private readonly ContextPool? _pool;
    private RequestContext? _context;
    private ReadOnlyMemory<byte> _body;

    internal GraphQLResponse(
        GraphQLOutcome outcome, ReadOnlyMemory<byte> body, IReadOnlyList<GraphQLError> errors, RequestContext context, ContextPool? pool) =>
        (Outcome, _body, Errors, _context, _pool, HasNext) = (outcome, body, errors, context, pool, context.HasNext);

    public GraphQLOutcome Outcome { get; private set; }

    /// <summary>The response's <c>errors</c>, until disposal; empty where it has none. Of a later payload, all that are in it.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; private set; }

    /// <summary>Whether an error of the response is a fault of ours, which may be gone the next time.</summary>
    public bool HasFault => Errors.Any(error => error.Code == ErrorCodes.InternalError);

    /// <summary>Whether the response has a <c>data</c> entry, or is a payload after one that had.</summary>
    public bool HasData => Outcome is GraphQLOutcome.Executed;

    /// <summary>Whether another payload follows. Only where <see cref="ExecutionRequest.Incremental"/> allowed it.</summary>
    public bool HasNext { get; private set; }

    /// <summary>The response as UTF-8 JSON, until disposal.</summary>
    public ReadOnlyMemory<byte> Body => _context is null ? throw new ObjectDisposedException(nameof(GraphQLResponse)) : _body;

    /// <summary>
    /// Executes the next payload; what this response says is then said of that payload. One that is stopped by a limit or a fault is the
    /// last, and completes all that was pending with the error.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Next() => GoOn(static (context, _) => context.NextPayload(), null);

    /// <summary>Gives a last payload in place of the next: all that is pending fails with an error.</summary>
    /// <exception cref="InvalidOperationException">Nothing is pending.</exception>
    public void Stop(GraphQLError error) => GoOn(static (context, reason) => context.LastPayload(reason!, GraphQLOutcome.Aborted), error);

    /// <summary>The response, or each of its payloads; whoever reads disposes of each before taking the next.</summary>
    internal IEnumerable<GraphQLResponse> Payloads()
    {
        if (!HasNext)
        {
            yield return this;
            yield break;
        }

        using (this)
        {
            yield return new GraphQLResponse(Outcome, Body, Errors, _context!, null);
            while (HasNext)
            {
                Next();
                yield return new GraphQLResponse(Outcome, Body, Errors, _context!, null);
            }
        }
    }

    private void GoOn(Func<RequestContext, GraphQLError?, Payload> step, GraphQLError? error)
    {
        var context = _context ?? throw new ObjectDisposedException(nameof(GraphQLResponse));
        if (!HasNext) throw new InvalidOperationException("The response is complete.");
        (_body, Outcome, Errors) = step(context, error);
        HasNext = context.HasNext;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _context, null) is not { } context) return;
        _body = default;
        _pool?.Return(context);
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
