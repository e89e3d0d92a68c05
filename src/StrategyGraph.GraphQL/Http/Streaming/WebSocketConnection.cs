using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>
/// GraphQL over WebSocket: the server's side of the subprotocol <c>graphql-transport-ws</c>
/// (<see href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>), over a socket that someone has accepted.
/// </summary>
public sealed class WebSocketConnection : OperationConnection, IDisposable
{
    /// <summary>The subprotocol, to be chosen when a socket is accepted.</summary>
    public const string Subprotocol = "graphql-transport-ws";

    private const int FirstBufferSize = 4 * 1024;
    private const int LargestBufferKept = 64 * 1024;

    private readonly WebSocket _socket;
    private readonly WebSocketSender _sender;
    private readonly HttpLimits _requests;
    private readonly CancellationTokenSource _gone = new();

    /// <summary>How the connection ends: the first reason counts. Null when the other side is gone, so that there is nobody to tell.</summary>
    private readonly TaskCompletionSource<(int Code, string Reason)?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _initialised;
    private Exception? _fault;

    private WebSocketConnection(WebSocket socket, OperationExecution execute, StreamingLimits limits, HttpLimits requests) : base(execute, limits) =>
        (_socket, _sender, _requests) = (socket, new WebSocketSender(socket, limits.SendTime), requests);

    /// <summary>Serves a socket to its end, when nothing of the connection runs any more. Disposing of the socket is left to who made it.</summary>
    /// <param name="requests">The limits of a message are those of a request: a longer one closes the connection with 1009.</param>
    /// <param name="stopping">Closes the connection, as the server stops.</param>
    public static async Task Serve(
        WebSocket socket, OperationExecution execute, StreamingLimits limits, HttpLimits requests, CancellationToken stopping)
    {
        using var connection = new WebSocketConnection(socket, execute, limits, requests);
        await connection.Serve(stopping);
        if (connection._fault is { } fault) ExceptionDispatchInfo.Throw(fault);
    }

    public void Dispose()
    {
        _sender.Dispose();
        _gone.Dispose();
    }

    private async Task Serve(CancellationToken stopping)
    {
        if (_socket.SubProtocol != Subprotocol) End(WebSocketCloseCodes.SubprotocolNotAcceptable, "Subprotocol not acceptable");
        await using var stop = stopping.UnsafeRegister(_ => End((int)WebSocketCloseStatus.EndpointUnavailable, "The server is stopping"), null);
        var receiving = Receive();
        var watching = Watch();
        var end = await _end.Task;
        var operations = EndAll();
        await _gone.CancelAsync();
        await Close(end, receiving);
        await Task.WhenAll(receiving, watching, operations);
    }

    private void End(int code, string reason) => _end.TrySetResult((code, reason));

    private void Vanish() => _end.TrySetResult(null);

    private async Task Close((int Code, string Reason)? end, Task receiving)
    {
        try
        {
            if (end is not var (code, reason)) return;
            using var limit = new CancellationTokenSource(Limits.CloseTime);
            await _sender.Close(code, reason, limit.Token);

            // The other side answers with a close of its own, behind what it has sent before.
            await receiving.WaitAsync(limit.Token);
        }
        catch (Exception e) when (IsGone(e))
        {
            // Nobody is left to close the connection with.
        }
        finally
        {
            _socket.Abort();
        }
    }

    private static bool IsGone(Exception e) => e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;

    // ── Receiving ──

    private async Task Receive()
    {
        var buffer = new ArrayBufferWriter<byte>(FirstBufferSize);
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.GetMemory(FirstBufferSize), CancellationToken.None);
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    End((int)(_socket.CloseStatus is { } status and not WebSocketCloseStatus.Empty ? status : WebSocketCloseStatus.NormalClosure), "");
                    return;
                }

                buffer.Advance(received.Count);
                if (_end.Task.IsCompleted)
                {
                    // Only the close is still waited for.
                    buffer.ResetWrittenCount();
                }
                else if (received.MessageType is not WebSocketMessageType.Text)
                {
                    End(WebSocketCloseCodes.InvalidMessage, "A message must be text.");
                }
                else if (buffer.WrittenCount > _requests.MaxBodyBytes)
                {
                    End((int)WebSocketCloseStatus.MessageTooBig, $"The message is longer than {_requests.MaxBodyBytes} bytes.");
                }
                else if (received.EndOfMessage)
                {
                    await Take(buffer.WrittenMemory);
                    if (buffer.Capacity > LargestBufferKept) buffer = new ArrayBufferWriter<byte>(FirstBufferSize);
                    buffer.ResetWrittenCount();
                }
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fail(e);
        }
    }

    private async Task Take(ReadOnlyMemory<byte> text)
    {
        try
        {
            var message = WebSocketMessage.Read(text.Span, _requests);
            await (message.Kind switch
            {
                WebSocketMessageKind.ConnectionInit => Acknowledge(),
                WebSocketMessageKind.Ping => Pong(message.Payload),
                WebSocketMessageKind.Subscribe => Subscribe(message, text.Length),
                WebSocketMessageKind.Complete => Complete(message.Id!),
                _ => Task.CompletedTask,
            });
        }
        catch (RefusedException refused)
        {
            End(WebSocketCloseCodes.InvalidMessage, refused.Message);
        }
    }

    private Task Acknowledge()
    {
        if (_initialised)
        {
            End(WebSocketCloseCodes.TooManyInitialisationRequests, "Too many initialisation requests");
            return Task.CompletedTask;
        }

        _initialised = true;
        return _sender.Send("""{"type":"connection_ack"}"""u8.ToArray(), _gone.Token);
    }

    private Task Pong(byte[] payload) => _sender.Send(
        payload.Length == 0 ? """{"type":"pong"}"""u8.ToArray() : [.. """{"type":"pong","payload":"""u8, .. payload, (byte)'}'], _gone.Token);

    private Task Subscribe(WebSocketMessage message, int bytes)
    {
        if (!_initialised)
        {
            End(WebSocketCloseCodes.Unauthorized, "Unauthorized");
            return Task.CompletedTask;
        }

        switch (TryAdd(message.Id!, bytes, out var operation))
        {
            case Admission.Admitted:
                // Executing takes a while, and what is sent meanwhile (complete, ping) is not to wait for it.
                _ = Task.Run(() =>
                {
                    var responses = Execute(operation, message.Request!);
                    return Run(operation, responses, responses.MoveNextAsync());
                });
                break;
            case Admission.DuplicateId:
                End(WebSocketCloseCodes.SubscriberAlreadyExists, $"Subscriber for {message.Id} already exists");
                break;
            case Admission.TooMany:
                return _sender.Send("error", operation.JsonId, ErrorsOf(EventStreams.TooManyOperations(Limits).Body().Span), _gone.Token);
        }

        return Task.CompletedTask;
    }

    private Task Complete(string id)
    {
        Cancel(id);
        return Task.CompletedTask;
    }

    // ── Sending ──

    private protected override Task Send(RunningOperation operation, GraphQLResponse response)
    {
        var errors = response.HasData ? [] : ErrorsOf(response.Body.Span);
        return errors.Length == 0 ? _sender.Send("next", operation.JsonId, response.Body, operation.Cancellation) : SendErrors(operation, errors);
    }

    private protected override Task Send(RunningOperation operation, HttpRefusal refusal) => SendErrors(operation, ErrorsOf(refusal.Body().Span));

    /// <summary>An error is the operation's end, and no complete follows.</summary>
    private Task SendErrors(RunningOperation operation, byte[] errors) =>
        TryEnd(operation) ? _sender.Send("error", operation.JsonId, errors, operation.Cancellation) : Task.CompletedTask;

    private protected override Task SendComplete(RunningOperation operation) => _sender.Send("complete", operation.JsonId, default, operation.Cancellation);

    /// <summary>Ends the connection: the socket broke, or something of ours.</summary>
    private protected override void Fail(Exception fault)
    {
        if (IsGone(fault))
        {
            Vanish();
            return;
        }

        _fault = fault;
        End(WebSocketCloseCodes.InternalServerError, "Internal server error");
    }

    /// <summary>The list of errors in a response that has nothing else; empty for any other.</summary>
    private static byte[] ErrorsOf(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response);
        reader.Read();
        if (!reader.Read() || reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals("errors"u8)) return [];
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return response[start..(int)reader.BytesConsumed].ToArray();
    }

    /// <summary>Waits for the connection's beginning, then keeps it alive, and ends it when nothing has run for long.</summary>
    private async Task Watch()
    {
        try
        {
            await Task.Delay(Limits.InitTime, _gone.Token);
            if (!_initialised) End(WebSocketCloseCodes.InitialisationTimeout, "Connection initialisation timeout");
            using var timer = new PeriodicTimer(Limits.KeepAlive);
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                if (IdleSince is { } since && Environment.TickCount64 - since > Limits.IdleTime.TotalMilliseconds) End((int)WebSocketCloseStatus.NormalClosure, "Idle");
                else await _sender.Send("""{"type":"ping"}"""u8.ToArray(), _gone.Token);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fail(e);
        }
    }
}
