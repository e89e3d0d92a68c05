namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>
/// GraphQL over server-sent events (<see href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md"/>): one stream a request
/// in <em>distinct connections mode</em>, by <see cref="Answer"/>; in <em>single connection mode</em> one stream that is reserved, opened
/// and then carries the responses to requests that come beside it.
/// </summary>
public sealed class EventStream : OperationConnection
{
    /// <summary>The value of the response's Content-Type header.</summary>
    public const string ContentType = "text/event-stream; charset=utf-8";

    private readonly TaskCompletionSource<EventWriter> _writer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _claimed;
    private volatile Exception? _fault;

    internal EventStream(OperationExecution execute, StreamingLimits limits) : base(execute, limits)
    {
    }

    /// <summary>Whether someone has opened the stream.</summary>
    internal Task Opened => _writer.Task;

    /// <summary>Writes the responses to one request, and that there are no more.</summary>
    /// <param name="moved">Whether there is a first response.</param>
    /// <param name="ended">What the responses are cancelled by: here as well, when the client is found to be gone.</param>
    /// <returns>False where the client went, or did not read, before all was written.</returns>
    public static async Task<bool> Answer(
        Stream output, IAsyncEnumerator<GraphQLResponse> responses, ValueTask<bool> moved, StreamingLimits limits, CancellationTokenSource ended)
    {
        using var writer = new EventWriter(output, limits);
        var keepingAlive = KeepAlive();
        try
        {
            try
            {
                for (; await moved; moved = responses.MoveNextAsync())
                {
                    using var response = responses.Current;
                    await writer.Next(null, response.Body, ended.Token);
                }
            }
            catch (OperationRefusedException refused)
            {
                await writer.Next(null, refused.Refusal.Body(), ended.Token);
            }

            await writer.Complete(null, ended.Token);
            return true;
        }
        catch (Exception e) when (EventWriter.IsGone(e))
        {
            return false;
        }
        finally
        {
            await ended.CancelAsync();
            await keepingAlive;
        }

        async Task KeepAlive()
        {
            await writer.KeepAlive(ended.Token);
            await ended.CancelAsync();
        }
    }

    /// <summary>The one who may open the stream: true once.</summary>
    internal bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>
    /// Begins an operation, whose responses go into the stream. A request that is refused before it runs has its response here, and
    /// nothing of it in the stream.
    /// </summary>
    /// <exception cref="OperationRefusedException">It is not run.</exception>
    internal async Task<(Admission Admission, GraphQLResponse? Refused)> Start(string id, GraphQLRequest request, int bytes)
    {
        var admission = TryAdd(id, bytes, out var operation);
        if (admission is not Admission.Admitted) return (admission, null);

        var responses = Execute(operation, request);
        var moved = responses.MoveNextAsync().AsTask();

        // A request is prepared before the first wait, so what is refused is known now.
        try
        {
            if (moved.IsCompleted && await moved && responses.Current is { Outcome: GraphQLOutcome.Refused or GraphQLOutcome.NotServed } refused)
            {
                await responses.DisposeAsync();
                Remove(operation);
                return (admission, refused);
            }
        }
        catch (OperationRefusedException)
        {
            await responses.DisposeAsync();
            Remove(operation);
            throw;
        }

        _ = Run(operation, responses, new ValueTask<bool>(moved));
        return (admission, null);
    }

    /// <summary>Ends an operation; an id that nothing has is no matter.</summary>
    internal void Stop(string id) => Cancel(id);

    /// <summary>Opens the stream and serves it until it is cancelled or the client is gone; all of its operations have stopped then.</summary>
    public async Task Serve(Stream output, CancellationToken cancellation)
    {
        using var writer = new EventWriter(output, Limits);
        _writer.SetResult(writer);
        await writer.KeepAlive(cancellation);
        await EndAll();
        if (_fault is { } fault) throw new InvalidOperationException("An operation of an event stream failed.", fault);
    }

    /// <summary>Ends all that runs; none begins afterwards.</summary>
    internal Task End() => EndAll();

    private protected override async Task Send(RunningOperation operation, GraphQLResponse response)
    {
        var writer = await _writer.Task.WaitAsync(operation.Cancellation);
        await writer.Next(operation, response.Body, operation.Cancellation);
    }

    private protected override async Task Send(RunningOperation operation, HttpRefusal refusal)
    {
        var writer = await _writer.Task.WaitAsync(operation.Cancellation);
        await writer.Next(operation, refusal.Body(), operation.Cancellation);
    }

    private protected override async Task SendComplete(RunningOperation operation)
    {
        var writer = await _writer.Task.WaitAsync(operation.Cancellation);
        await writer.Complete(operation, operation.Cancellation);
    }

    private protected override void Fail(Exception fault)
    {
        if (!EventWriter.IsGone(fault)) _fault = fault;
        if (_writer.Task.IsCompletedSuccessfully) _writer.Task.Result.Stop();
    }
}
