using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>Sends whole messages over a WebSocket, one at a time, each within a time.</summary>
internal sealed class WebSocketSender(WebSocket socket, TimeSpan maxTime) : IDisposable
{
    private const int MaxReasonBytes = 123;

    private readonly SemaphoreSlim _turn = new(1, 1);

    public void Dispose() => _turn.Dispose();

    public Task Send(ReadOnlyMemory<byte> message, CancellationToken cancellation) => Send(message, default, default, cancellation);

    /// <summary>Sends the message of an operation: <c>{"id":…,"type":…,"payload":…}</c>.</summary>
    public async Task Send(string type, JsonEncodedText id, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var head = Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"type\":\"{type}\"{(payload.IsEmpty ? "" : ",\"payload\":")}");
        await Send(head, payload, "}"u8.ToArray(), cancellation);
    }

    /// <summary>Closes our side: nothing is sent afterwards.</summary>
    public async Task Close(int code, string reason, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, Shorten(reason), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <param name="cancellation">Gives up waiting for the turn; a message that has begun is sent, as half of one would end the connection.</param>
    private async Task Send(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        var length = head.Length + body.Length + tail.Length;
        var message = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            head.CopyTo(message);
            body.CopyTo(message.AsMemory(head.Length));
            tail.CopyTo(message.AsMemory(head.Length + body.Length));
            using var limit = new CancellationTokenSource(maxTime);
            await socket.SendAsync(message.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
            _turn.Release();
        }
    }

    /// <summary>A close frame has so much room; text is cut between characters.</summary>
    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes) reason = reason[..^(char.IsLowSurrogate(reason[^1]) && reason.Length > 1 ? 2 : 1)];
        return reason;
    }
}
