namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>Answers a request with one response or several, as <see cref="GraphQLServer.ExecuteStream"/> does, on a root of the server's choice.</summary>
/// <remarks>Where the server takes no operation now, the first step throws an <see cref="OperationRefusedException"/>.</remarks>
public delegate IAsyncEnumerable<GraphQLResponse> OperationExecution(GraphQLRequest request, CancellationToken cancellationToken);

/// <summary>An operation is not run, for reasons that are none of GraphQL: the client sends too many, or the server has no place for it.</summary>
public sealed class OperationRefusedException(HttpRefusal refusal) : Exception(refusal.Message)
{
    /// <summary>What HTTP would have answered.</summary>
    public HttpRefusal Refusal => refusal;
}

/// <summary>
/// A connection that carries several operations at once, told apart by ids that the client chooses. Here is what the protocols have in
/// common: which operations run, and how one is begun, sent and ended.
/// </summary>
public abstract class OperationConnection
{
    private readonly OperationExecution _execute;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RunningOperation> _byId = [];
    private readonly HashSet<RunningOperation> _running = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _runningBytes;
    private long _idleSince = Environment.TickCount64;
    private bool _ending;

    private protected OperationConnection(OperationExecution execute, StreamingLimits limits) => (_execute, Limits) = (execute, limits);

    private protected StreamingLimits Limits { get; }

    /// <summary>Since when nothing runs, by <see cref="Environment.TickCount64"/>; null while something does.</summary>
    private protected long? IdleSince
    {
        get
        {
            lock (_lock) return _running.Count == 0 ? _idleSince : null;
        }
    }

    /// <summary>Writes a response of an operation. When it ends the operation in the protocol's terms, <see cref="TryEnd"/> comes first.</summary>
    private protected abstract Task Send(RunningOperation operation, GraphQLResponse response);

    /// <summary>Writes that an operation is not run, which is its end.</summary>
    private protected abstract Task Send(RunningOperation operation, HttpRefusal refusal);

    /// <summary>Writes that an operation has no more responses.</summary>
    private protected abstract Task SendComplete(RunningOperation operation);

    /// <summary>Told of a fault of ours that ended an operation; nothing a client sends leads here.</summary>
    private protected abstract void Fail(Exception fault);

    /// <param name="bytes">How long the request is.</param>
    private protected Admission TryAdd(string id, int bytes, out RunningOperation operation)
    {
        operation = new RunningOperation(id, bytes);
        lock (_lock)
        {
            if (_ending) return Admission.Ending;
            if (_byId.ContainsKey(id)) return Admission.DuplicateId;
            if (_running.Count >= Limits.MaxOperations || _runningBytes + bytes > Limits.MaxOperationBytes) return Admission.TooMany;
            _byId.Add(id, operation);
            _running.Add(operation);
            _runningBytes += bytes;
            return Admission.Admitted;
        }
    }

    private protected IAsyncEnumerator<GraphQLResponse> Execute(RunningOperation operation, GraphQLRequest request) =>
        _execute(request, operation.Cancellation).GetAsyncEnumerator(operation.Cancellation);

    /// <summary>Sends the responses of an operation, to its end.</summary>
    /// <param name="moved">Whether there is a first response.</param>
    private protected async Task Run(RunningOperation operation, IAsyncEnumerator<GraphQLResponse> responses, ValueTask<bool> moved)
    {
        try
        {
            await SendAll(operation, responses, moved);
        }
        catch (Exception) when (operation.Cancellation.IsCancellationRequested)
        {
            // The client has completed it, or is gone.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Fail(fault);
        }
        finally
        {
            Remove(operation);
        }
    }

    private async Task SendAll(RunningOperation operation, IAsyncEnumerator<GraphQLResponse> responses, ValueTask<bool> moved)
    {
        try
        {
            await using (responses)
            {
                for (; await moved; moved = responses.MoveNextAsync())
                {
                    using var response = responses.Current;
                    operation.Cancellation.ThrowIfCancellationRequested();
                    await Send(operation, response);
                }
            }
        }
        catch (OperationRefusedException refused)
        {
            await Send(operation, refused.Refusal);
        }

        // The id is free before the client hears of it and uses it again.
        if (TryEnd(operation)) await SendComplete(operation);
    }

    /// <summary>Ends an operation towards the client, whose id is free from now on; false where that has happened already.</summary>
    private protected bool TryEnd(RunningOperation operation)
    {
        lock (_lock) return _byId.TryGetValue(operation.Id, out var running) && running == operation && _byId.Remove(operation.Id);
    }

    /// <summary>Ends an operation because the client wants no more of it; an id that nothing has is no matter.</summary>
    private protected void Cancel(string id)
    {
        RunningOperation? operation;
        lock (_lock)
        {
            if (!_byId.Remove(id, out operation)) return;
        }

        operation.Cancel();
    }

    /// <summary>Ends all operations, and is done when they have stopped. None begins afterwards.</summary>
    private protected Task EndAll()
    {
        RunningOperation[] running;
        lock (_lock)
        {
            _ending = true;
            running = [.. _running];
            _byId.Clear();
            if (running.Length == 0) _ended.TrySetResult();
        }

        foreach (var operation in running) operation.Cancel();
        return _ended.Task;
    }

    /// <summary>Forgets an operation that has stopped.</summary>
    private protected void Remove(RunningOperation operation)
    {
        TryEnd(operation);
        lock (_lock)
        {
            _running.Remove(operation);
            _runningBytes -= operation.Bytes;
            if (_running.Count > 0) return;
            _idleSince = Environment.TickCount64;
            if (_ending) _ended.TrySetResult();
        }
    }
}

/// <summary>What became of a request to run an operation on a connection.</summary>
internal enum Admission
{
    Admitted,

    /// <summary>An operation of that id runs.</summary>
    DuplicateId,

    /// <summary>See <see cref="StreamingLimits.MaxOperations"/> and <see cref="StreamingLimits.MaxOperationBytes"/>.</summary>
    TooMany,

    /// <summary>The connection is at its end.</summary>
    Ending,
}
