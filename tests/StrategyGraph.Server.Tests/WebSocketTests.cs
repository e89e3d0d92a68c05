using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Http.Streaming;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>The subprotocol graphql-transport-ws as a client meets it: each message, each close code, each limit.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Ack = """{"type":"connection_ack"}""";

    private readonly GreetingEvents _events = new();
    private readonly List<IAsyncDisposable> _open = [];
    private GreetingServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var each in _open) await each.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    // ── Vocabulary ──

    private async Task<GreetingServer> Start(StreamingLimits? limits = null) => await Start(With(limits));

    private async Task<GreetingServer> Start(ServerSettings settings) => _server ??= await GreetingServer.Start("nowhere", settings, _events.Begin);

    private static ServerSettings With(StreamingLimits? limits) => new() { GraphQL = GraphQLOptions.Default with { Streaming = limits ?? StreamingLimits.Default } };

    private async Task<Client> Connect(
        StreamingLimits? limits = null, string? subprotocol = WebSocketConnection.Subprotocol, bool init = true, string? origin = null)
    {
        var server = await Start(limits);
        var client = new Client();
        _open.Add(client);
        await client.Connect(server.Address, subprotocol, origin);
        if (!init) return client;
        await client.Send(Init);
        Assert.Equal(Ack, await client.Receive());
        return client;
    }

    private static string Subscribe(string id, string query) => $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""";

    private sealed class Client : IAsyncDisposable
    {
        private readonly ClientWebSocket _socket = new();
        private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));
        private readonly byte[] _buffer = new byte[1 << 16];

        public string? Subprotocol => _socket.SubProtocol;

        public Task Connect(Uri server, string? subprotocol, string? origin)
        {
            if (origin is not null) _socket.Options.SetRequestHeader("Origin", origin);
            if (subprotocol is not null) _socket.Options.AddSubProtocol(subprotocol);
            return _socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, _patience.Token);
        }

        public Task Send(string message, WebSocketMessageType type = WebSocketMessageType.Text) =>
            _socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: true, _patience.Token);

        public async Task<string> Receive()
        {
            var received = await _socket.ReceiveAsync(_buffer, _patience.Token);
            Assert.True(received.MessageType is WebSocketMessageType.Text, $"Closed with {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}.");
            Assert.True(received.EndOfMessage);
            return Encoding.UTF8.GetString(_buffer, 0, received.Count);
        }

        /// <summary>How the server closes, whatever it sends before.</summary>
        public async Task<(int Code, string? Reason)> Closed()
        {
            while ((await _socket.ReceiveAsync(_buffer, _patience.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }

            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _patience.Token);
            return ((int)_socket.CloseStatus!, _socket.CloseStatusDescription);
        }

        public Task Close() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", _patience.Token);

        public void Vanish() => _socket.Abort();

        public ValueTask DisposeAsync()
        {
            _socket.Dispose();
            _patience.Dispose();
            return default;
        }
    }

    /// <summary>A client that keeps the connection and does nothing more: it neither reads nor answers pings.</summary>
    private async Task<TcpClient> ConnectSilently(params string[] messages)
    {
        var server = await Start();
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {server.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
            $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: {WebSocketConnection.Subprotocol}\r\n\r\n"));
        foreach (var message in messages)
        {
            // One frame: final text, masked with zeros.
            Assert.True(message.Length < 126);
            await stream.WriteAsync((byte[])[0x81, (byte)(0x80 | message.Length), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(message)]);
        }

        return client;
    }

    // ── Operations ──

    [Fact]
    public async Task A_query_has_one_next_and_a_complete()
    {
        var client = await Connect();
        Assert.Equal("graphql-transport-ws", client.Subprotocol);
        await client.Send("""{"id":"ä\"1","type":"subscribe","payload":{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"苫小牧"},"operationName":null,"extensions":{}}}""");
        Assert.Equal("""{"id":"ä\"1","type":"next","payload":{"data":{"hello":"Hello 苫小牧"}}}""", await client.Receive());
        Assert.Equal("""{"id":"ä\"1","type":"complete"}""", await client.Receive());
    }

    [Fact]
    public async Task A_mutation_and_a_fields_error_are_answered_like_a_query()
    {
        var client = await Connect();
        await client.Send(Subscribe("1", "mutation { bump }"));
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"bump":1}}}""", await client.Receive());
        await client.Receive();
        await client.Send(Subscribe("2", "{ broken }"));
        Assert.StartsWith("""{"id":"2","type":"next","payload":{"errors":[{""", await client.Receive(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"2","type":"complete"}""", await client.Receive());
    }

    [Fact]
    public async Task A_subscription_has_a_next_for_each_event_and_a_complete_when_there_are_no_more()
    {
        var client = await Connect();
        await client.Send(Subscribe("s", "subscription { n: greeted(times: 2) }"));
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"n":1}}}""", await client.Receive());
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"n":2}}}""", await client.Receive());
        Assert.Equal("""{"id":"s","type":"complete"}""", await client.Receive());
        await _events.BecomeActive(0);
    }

    [Theory]
    [InlineData("{ nothing }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    [InlineData("query($n: String!) { hello(name: $n) }", "$n")]
    public async Task What_is_refused_has_one_error_and_nothing_more_and_its_id_is_free(string query, string message)
    {
        var client = await Connect();
        await client.Send(Subscribe("1", query));
        var error = await client.Receive();
        Assert.StartsWith("""{"id":"1","type":"error","payload":[{"message":""", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        await client.Send(Subscribe("1", "{ hello }"));
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello you"}}}""", await client.Receive());
    }

    [Fact]
    public async Task A_client_that_completes_hears_no_more_and_its_source_ends()
    {
        var client = await Connect();
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await client.Send(Subscribe("b", "subscription { greeted }"));
        await _events.BecomeActive(2);
        await client.Send("""{"id":"a","type":"complete"}""");
        await _events.BecomeActive(1);
        _events.Tell(7);
        Assert.Equal("""{"id":"b","type":"next","payload":{"data":{"greeted":7}}}""", await client.Receive());
        await client.Send("""{"id":"never","type":"complete"}""");
        await client.Send(Subscribe("a", "{ hello }"));
        Assert.StartsWith("""{"id":"a","type":"next""", await client.Receive(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_query_holds_up_neither_pings_nor_other_operations()
    {
        var client = await Connect();
        await client.Send(Subscribe("slow", "{ slow(milliseconds: 1500) }"));
        await client.Send("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.Receive());
        await client.Send(Subscribe("fast", "{ hello }"));
        Assert.StartsWith("""{"id":"fast","type":"next""", await client.Receive(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"fast","type":"complete"}""", await client.Receive());
        Assert.StartsWith("""{"id":"slow","type":"next""", await client.Receive(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_operations_are_refused_one_by_one()
    {
        var client = await Connect(StreamingLimits.Default with { MaxOperations = 1 });
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await client.Send(Subscribe("b", "subscription { greeted }"));
        var refused = await client.Receive();
        Assert.StartsWith("""{"id":"b","type":"error","payload":[{""", refused, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"TOO_MANY_RUNNING_OPERATIONS\"", refused, StringComparison.Ordinal);
        await _events.BecomeActive(1);
        await client.Send("""{"id":"a","type":"complete"}""");
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task Subscriptions_that_keep_much_are_refused()
    {
        var client = await Connect(StreamingLimits.Default with { MaxOperationBytes = 200 });
        await client.Send(Subscribe("a", "subscription { greeted }" + new string(' ', 300)));
        Assert.Contains("\"code\":\"TOO_MANY_RUNNING_OPERATIONS\"", await client.Receive(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_operation_counts_as_a_request_of_the_client()
    {
        // The connection itself is the first.
        await Start(new ServerSettings { RateLimits = new RateLimitSettings { RequestsPerSecond = 1, Burst = 2 } });
        var client = await Connect();
        await client.Send(Subscribe("a", "{ hello }"));
        Assert.StartsWith("""{"id":"a","type":"next""", await client.Receive(), StringComparison.Ordinal);
        await client.Receive();
        await client.Send(Subscribe("b", "{ hello }"));
        var refused = await client.Receive();
        Assert.StartsWith("""{"id":"b","type":"error","payload":[{""", refused, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"TOO_MANY_REQUESTS\"", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_a_place_to_run_in_is_refused_and_subscriptions_need_none_while_they_wait()
    {
        await Start(new ServerSettings { RateLimits = new RateLimitSettings { ConcurrentPerProcessor = 1, Queued = 0 } });
        var client = await Connect();
        for (var i = 0; i < Environment.ProcessorCount + 5; i++)
        {
            // One after the other: to begin, each needs a place.
            await client.Send(Subscribe($"s{i}", "subscription { greeted }"));
            await _events.BecomeActive(i + 1);
        }

        for (var i = 0; i <= Environment.ProcessorCount; i++) await client.Send(Subscribe($"{i}", "{ slow(milliseconds: 2000) }"));
        var refused = await client.Receive();
        Assert.Contains("\"type\":\"error\"", refused, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"SERVER_BUSY\"", refused, StringComparison.Ordinal);
    }

    // ── Origins ──

    [Theory]
    [InlineData("https://a.example", "https://a.example", true)]
    [InlineData("https://a.example", "https://b.example", false)]
    [InlineData("https://a.example", "http://own", true)]
    [InlineData("https://a.example", "null", false)]
    [InlineData("https://a.example", null, true)]
    [InlineData("*", "https://b.example", true)]
    [InlineData("", "https://b.example", false)]
    public async Task A_page_of_another_origin_may_connect_where_cors_lets_it_ask(string allowed, string? origin, bool may)
    {
        var server = await Start(new ServerSettings { Http = new HttpSettings { CorsOrigins = allowed.Length == 0 ? [] : [allowed] } });
        if (origin == "http://own") origin = server.Address.GetLeftPart(UriPartial.Authority);
        if (may) await Connect(origin: origin);
        else Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => Connect(origin: origin))).Message, StringComparison.Ordinal);
    }

    // ── Pings ──

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_and_before_the_acknowledgement_too()
    {
        var client = await Connect(init: false);
        await client.Send("""{"type":"ping","payload":{"a":[1, 2]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1, 2]}}""", await client.Receive());
        await client.Send("""{"type":"pong"}""");
        await client.Send("""{"type":"ping","payload":null}""");
        Assert.Equal("""{"type":"pong"}""", await client.Receive());
    }

    [Fact]
    public async Task A_quiet_connection_is_kept_alive()
    {
        var client = await Connect(StreamingLimits.Default with { KeepAlive = TimeSpan.FromMilliseconds(100), InitTime = TimeSpan.FromSeconds(1) });
        Assert.Equal("""{"type":"ping"}""", await client.Receive());
        await client.Send("""{"type":"pong"}""");
        Assert.Equal("""{"type":"ping"}""", await client.Receive());
    }

    // ── Ends ──

    [Theory]
    [InlineData("no JSON", "A message must be JSON.")]
    [InlineData("", "A message must be JSON.")]
    [InlineData("""{"type":"ping"} {}""", "A message must be JSON.")]
    [InlineData("[]", "A message must be a JSON object.")]
    [InlineData("{}", "The message has no \"type\".")]
    [InlineData("""{"type":1}""", "\"type\" must be a string.")]
    [InlineData("""{"type":"start","id":"1"}""", "A client sends no message of type \"start\".")]
    [InlineData("""{"type":"connection_ack"}""", "A client sends no message of type \"connection_ack\".")]
    [InlineData("""{"type":"ping","type":"pong"}""", "\"type\" is given twice.")]
    [InlineData("""{"type":"ping","payload":"text"}""", "\"payload\" must be an object.")]
    [InlineData("""{"type":"complete"}""", "A message of type \"complete\" must have an \"id\".")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""", "A message of type \"subscribe\" must have an \"id\".")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "A message of type \"subscribe\" must have a \"payload\".")]
    [InlineData("""{"type":"subscribe","id":"\ud83d","payload":{"query":"{ hello }"}}""", "A message must be JSON.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", null)]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""", null)]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""", null)]
    public async Task A_message_that_is_none_closes_the_connection_with_4400(string message, string? reason)
    {
        var client = await Connect();
        await client.Send(message);
        var closed = await client.Closed();
        Assert.Equal(4400, closed.Code);
        if (reason is null) Assert.NotEmpty(closed.Reason!);
        else Assert.Equal(reason, closed.Reason);
    }

    [Fact]
    public async Task Nesting_without_end_closes_the_connection_with_4400()
    {
        var client = await Connect();
        await client.Send($$"""{"type":"ping","payload":{{new string('[', 500_000)}}}""");
        Assert.Equal(4400, (await client.Closed()).Code);
    }

    [Fact]
    public async Task Bytes_close_the_connection_with_4400()
    {
        var client = await Connect();
        await client.Send("""{"type":"ping"}""", WebSocketMessageType.Binary);
        Assert.Equal((4400, "A message must be text."), await client.Closed());
    }

    [Fact]
    public async Task A_long_reason_is_cut_to_what_a_close_frame_holds()
    {
        var client = await Connect();
        await client.Send($$"""{"type":"{{new string('苫', 100)}}"}""");
        var (code, reason) = await client.Closed();
        Assert.Equal(4400, code);
        Assert.StartsWith("A client sends no message of type \"苫", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_closes_with_4401()
    {
        var client = await Connect(init: false);
        await client.Send(Subscribe("1", "{ hello }"));
        Assert.Equal((4401, "Unauthorized"), await client.Closed());
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData(null)]
    public async Task Another_subprotocol_is_closed_with_4406(string? subprotocol)
    {
        var client = await Connect(subprotocol: subprotocol, init: false);
        Assert.Equal((4406, "Subprotocol not acceptable"), await client.Closed());
    }

    [Fact]
    public async Task A_connection_that_is_not_begun_in_time_is_closed_with_4408()
    {
        var client = await Connect(StreamingLimits.Default with { InitTime = TimeSpan.FromMilliseconds(100) }, init: false);
        Assert.Equal((4408, "Connection initialisation timeout"), await client.Closed());
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_with_4409_and_ends_what_runs()
    {
        var client = await Connect();
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await _events.BecomeActive(1);
        await client.Send(Subscribe("a", "{ hello }"));
        Assert.Equal((4409, "Subscriber for a already exists"), await client.Closed());
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task A_second_init_closes_with_4429()
    {
        var client = await Connect();
        await client.Send(Init);
        Assert.Equal((4429, "Too many initialisation requests"), await client.Closed());
    }

    [Fact]
    public async Task A_message_that_is_too_long_closes_with_1009()
    {
        await Start(new ServerSettings { GraphQL = GraphQLOptions.Default with { Http = new HttpLimits { MaxBodyBytes = 1_000 } } });
        var client = await Connect();
        await client.Send(Subscribe("1", "{ hello }" + new string(' ', 10_000)));
        Assert.Equal((1009, "The message is longer than 1000 bytes."), await client.Closed());
    }

    [Fact]
    public async Task A_connection_without_operations_is_closed_after_a_while()
    {
        var client = await Connect(StreamingLimits.Default with
        {
            InitTime = TimeSpan.FromSeconds(1),
            KeepAlive = TimeSpan.FromMilliseconds(100),
            IdleTime = TimeSpan.FromMilliseconds(1),
        });
        Assert.Equal((1000, "Idle"), await client.Closed());
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001_and_ends_what_runs()
    {
        var client = await Connect();
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await _events.BecomeActive(1);
        var stopping = _server!.Stop();
        Assert.Equal((1001, "The server is stopping"), await client.Closed());
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _events.Active);
    }

    [Fact]
    public async Task A_client_that_closes_leaves_nothing_behind()
    {
        var client = await Connect();
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await client.Send(Subscribe("b", "subscription { greeted }"));
        await _events.BecomeActive(2);
        await client.Close();
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task A_client_that_breaks_off_leaves_nothing_behind()
    {
        var client = await Connect();
        await client.Send(Subscribe("a", "subscription { greeted }"));
        await _events.BecomeActive(1);
        client.Vanish();
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task A_client_that_has_gone_without_a_word_is_found_out()
    {
        await Start(StreamingLimits.Default with { KeepAlive = TimeSpan.FromMilliseconds(300) });
        using var client = await ConnectSilently(Init, Subscribe("a", "subscription { greeted }"));
        await _events.BecomeActive(1);
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off()
    {
        await Start(StreamingLimits.Default with { SendTime = TimeSpan.FromMilliseconds(500) });
        using var client = await ConnectSilently(Init, Subscribe("a", "subscription { greeted(times: 2000000000) }"));
        await _events.BecomeActive(1);
        await _events.BecomeActive(0);
    }

    [Fact]
    public async Task Too_many_connections_are_refused_until_one_has_ended()
    {
        var limits = StreamingLimits.Default with { MaxConnections = 1 };
        var first = await Connect(limits);
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => Connect(limits));
        Assert.Contains("503", refused.Message, StringComparison.Ordinal);
        await first.Close();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Connect(limits);
                return;
            }
            catch (WebSocketException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }
}
