using System.Text;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>
/// Writes an event stream (HTML §9.2) as graphql-sse has it: <c>next</c> with a response, <c>complete</c>, and comments that keep the
/// connection alive. Events are written whole, one at a time, each within a time.
/// </summary>
internal sealed class EventWriter(Stream output, StreamingLimits limits) : IDisposable
{
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly byte[] NextHead = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] NextTail = "\n\n"u8.ToArray();
    private static readonly byte[] WrappedTail = "}\n\n"u8.ToArray();

    /// <summary>The data is there even where it is empty: a browser's EventSource passes over events without it.</summary>
    private static readonly byte[] Completed = "event: complete\ndata:\n\n"u8.ToArray();

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PeriodicTimer _quiet = new(limits.KeepAlive);

    /// <summary>
    /// Writes a comment at once, as some browsers wait for a first byte, and again and again; done when it is cancelled or a write has failed.
    /// </summary>
    public async Task KeepAlive(CancellationToken cancellation)
    {
        try
        {
            do
            {
                await Write(Comment, default, default, cancellation);
            }
            while (await _quiet.WaitForNextTickAsync(cancellation));
        }
        catch (Exception e) when (IsGone(e))
        {
            // The client has gone, or the server stops.
        }
    }

    /// <param name="operation">Where the stream carries several: the response is then wrapped, <c>{"id":…,"payload":…}</c>.</param>
    public Task Next(RunningOperation? operation, ReadOnlyMemory<byte> response, CancellationToken cancellation) => operation is null
        ? Write(NextHead, response, NextTail, cancellation)
        : Write(Encoding.UTF8.GetBytes($"event: next\ndata: {{\"id\":\"{operation.JsonId}\",\"payload\":"), response, WrappedTail, cancellation);

    public Task Complete(RunningOperation? operation, CancellationToken cancellation) =>
        Write(operation is null ? Completed : Encoding.UTF8.GetBytes($"event: complete\ndata: {{\"id\":\"{operation.JsonId}\"}}\n\n"), default, default, cancellation);

    /// <summary>Ends <see cref="KeepAlive"/>.</summary>
    public void Stop() => _quiet.Dispose();

    public static bool IsGone(Exception e) => e is OperationCanceledException or IOException or ObjectDisposedException;

    public void Dispose()
    {
        _quiet.Dispose();
        _turn.Dispose();
    }

    /// <param name="cancellation">Gives up waiting for the turn; an event that has begun is written to its end.</param>
    private async Task Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var limit = new CancellationTokenSource(limits.SendTime);
            await output.WriteAsync(head, limit.Token);
            if (!body.IsEmpty) await output.WriteAsync(body, limit.Token);
            if (!tail.IsEmpty) await output.WriteAsync(tail, limit.Token);
            await output.FlushAsync(limit.Token);
        }
        catch
        {
            // Half an event may have gone out: nothing can follow it.
            Stop();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}
