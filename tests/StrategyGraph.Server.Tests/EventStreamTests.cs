using System.Net;
using System.Text;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http.Streaming;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>GraphQL over server-sent events as graphql-sse has it, in both modes.</summary>
public sealed class EventStreamTests : IAsyncLifetime, IDisposable
{
    private readonly GreetingEvents _events = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private GreetingServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    // ── Vocabulary ──

    private async Task Start(StreamingLimits? limits = null)
    {
        _server = await GreetingServer.Start(
            "nowhere", new ServerSettings { GraphQL = GraphQLOptions.Default with { Streaming = limits ?? StreamingLimits.Default } }, _events.Begin);
        _http.BaseAddress = _server.Address;
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? body = null, string? accept = null, string? token = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        if (token is not null) request.Headers.Add(EventStreams.TokenHeader, token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Query(string query, string? operationId = null) => operationId is null
        ? $$$"""{"query":"{{{query}}}"}"""
        : $$$"""{"query":"{{{query}}}","extensions":{"operationId":"{{{operationId}}}"}}""";

    private Task<HttpResponseMessage> Post(string query, string path = "/graphql") => Send(HttpMethod.Post, path, Query(query), "text/event-stream");

    private async Task<string> Reserve()
    {
        var response = await Send(HttpMethod.Put, "/graphql/stream");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<Events> Open(string token) => await Events.Of(await Send(HttpMethod.Get, "/graphql/stream", accept: "text/event-stream", token: token));

    private Task<HttpResponseMessage> Ask(string token, string query, string id) => Send(HttpMethod.Post, "/graphql/stream", Query(query, id), token: token);

    private static async Task Expect(HttpStatusCode status, string code, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A response as it comes, event by event.</summary>
    private sealed class Events : IDisposable
    {
        private readonly StreamReader _reader;

        private Events(StreamReader reader) => _reader = reader;

        public static async Task<Events> Of(HttpResponseMessage response)
        {
            Assert.Equal((HttpStatusCode.OK, "text/event-stream; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
            Assert.True(response.Headers.CacheControl!.NoCache);
            return new Events(new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        /// <summary>The next block of lines, joined by bars; null at the end.</summary>
        public async Task<string?> NextBlock()
        {
            var lines = new List<string>();
            while (await _reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            {
                if (line.Length == 0) return string.Join('|', lines);
                lines.Add(line);
            }

            Assert.Empty(lines);
            return null;
        }

        /// <summary>The next that is no comment.</summary>
        public async Task<string?> Next()
        {
            var block = await NextBlock();
            return block == ":" ? await Next() : block;
        }

        public void Dispose() => _reader.Dispose();
    }

    // ── Distinct connections mode ──

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/stream")]
    public async Task A_query_is_a_stream_of_one_response(string path)
    {
        await Start();
        using var response = await Post("{ hello }", path);
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(":\n\nevent: next\ndata: {\"data\":{\"hello\":\"Hello you\"}}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_is_a_stream_of_its_events_by_post_and_by_get()
    {
        await Start();
        const string Expected = ":\n\nevent: next\ndata: {\"data\":{\"greeted\":1}}\n\nevent: next\ndata: {\"data\":{\"greeted\":2}}\n\nevent: complete\ndata:\n\n";
        using var posted = await Post("subscription { greeted(times: 2) }");
        Assert.Equal(Expected, await posted.Content.ReadAsStringAsync());
        using var got = await Send(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { greeted(times: 2) }"), accept: "text/event-stream");
        Assert.Equal(Expected, await got.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Events_come_as_they_happen_and_a_client_that_leaves_ends_the_source()
    {
        await Start();
        using (var events = await Events.Of(await Post("subscription { greeted }")))
        {
            await _events.BecomeActive(1);
            _events.Tell(1);
            Assert.Equal("event: next|data: {\"data\":{\"greeted\":1}}", await events.Next());
            _events.Tell(2);
            Assert.Equal("event: next|data: {\"data\":{\"greeted\":2}}", await events.Next());
        }

        await _events.BecomeActive(0);
    }

    [Theory]
    [InlineData("{ nothing }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    public async Task What_graphql_refuses_is_told_in_the_stream(string query, string message)
    {
        await Start();
        using var events = await Events.Of(await Post(query));
        var next = await events.Next();
        Assert.StartsWith("event: next|data: {\"errors\":[{", next, StringComparison.Ordinal);
        Assert.Contains(message, next, StringComparison.Ordinal);
        Assert.Equal("event: complete|data:", await events.Next());
        Assert.Null(await events.Next());
    }

    [Fact]
    public async Task A_mutation_by_get_does_not_run()
    {
        await Start();
        using var events = await Events.Of(await Send(HttpMethod.Get, "/graphql?query=mutation%7Bbump%7D", accept: "text/event-stream"));
        Assert.Contains("OPERATION_NOT_SERVED", await events.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_request_is_refused_before_the_stream()
    {
        await Start();
        await Expect(HttpStatusCode.BadRequest, "INVALID_JSON", await Send(HttpMethod.Post, "/graphql", "{", "text/event-stream"));
        await Expect(HttpStatusCode.BadRequest, "INVALID_REQUEST", await Send(HttpMethod.Post, "/graphql", "{}", "text/event-stream"));
    }

    [Fact]
    public async Task A_client_that_likes_json_as_well_gets_json()
    {
        await Start();
        using var response = await Send(HttpMethod.Post, "/graphql", Query("{ hello }"), "application/json, text/event-stream");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive_by_comments()
    {
        await Start(StreamingLimits.Default with { KeepAlive = TimeSpan.FromMilliseconds(100) });
        using var events = await Events.Of(await Post("subscription { greeted }"));
        for (var i = 0; i < 3; i++) Assert.Equal(":", await events.NextBlock());
    }

    [Fact]
    public async Task A_server_that_stops_ends_streams_without_completing_them()
    {
        await Start();
        using var events = await Events.Of(await Post("subscription { greeted }"));
        await _events.BecomeActive(1);
        var stopping = _server!.Stop();
        Assert.Null(await events.Next());
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _events.Active);
    }

    [Fact]
    public async Task Too_many_streams_are_refused()
    {
        await Start(StreamingLimits.Default with { MaxConnections = 1 });
        using var events = await Events.Of(await Post("subscription { greeted }"));
        await Expect(HttpStatusCode.ServiceUnavailable, "TOO_MANY_CONNECTIONS", await Post("{ hello }"));
    }

    // ── Single connection mode ──

    [Fact]
    public async Task One_stream_carries_the_responses_of_several_requests()
    {
        await Start();
        var token = await Reserve();
        Assert.Matches("^[0-9a-f]{48}$", token);
        using var events = await Open(token);

        Assert.Equal(HttpStatusCode.Accepted, (await Ask(token, "{ hello }", "q")).StatusCode);
        Assert.Equal("event: next|data: {\"id\":\"q\",\"payload\":{\"data\":{\"hello\":\"Hello you\"}}}", await events.Next());
        Assert.Equal("event: complete|data: {\"id\":\"q\"}", await events.Next());

        Assert.Equal(HttpStatusCode.Accepted, (await Ask(token, "subscription { greeted }", "s")).StatusCode);
        await _events.BecomeActive(1);
        _events.Tell(5);
        Assert.Equal("event: next|data: {\"id\":\"s\",\"payload\":{\"data\":{\"greeted\":5}}}", await events.Next());

        await Expect(HttpStatusCode.Conflict, "OPERATION_ALREADY_EXISTS", await Ask(token, "{ hello }", "s"));
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Delete, "/graphql/stream?operationId=s", token: token)).StatusCode);
        await _events.BecomeActive(0);

        Assert.Equal(HttpStatusCode.Accepted, (await Ask(token, "{ hello }", "s")).StatusCode);
        Assert.StartsWith("event: next|data: {\"id\":\"s\"", await events.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_may_stand_in_the_address_as_a_browsers_event_source_needs()
    {
        await Start();
        var token = await Reserve();
        using var events = await Events.Of(await Send(HttpMethod.Get, "/graphql/stream?token=" + token, accept: "text/event-stream"));
        Assert.Equal(":", await events.NextBlock());
    }

    [Fact]
    public async Task What_is_asked_before_the_stream_is_open_is_told_when_it_is()
    {
        await Start();
        var token = await Reserve();
        Assert.Equal(HttpStatusCode.Accepted, (await Ask(token, "{ hello }", "q")).StatusCode);
        using var events = await Open(token);
        Assert.StartsWith("event: next|data: {\"id\":\"q\"", await events.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_graphql_refuses_is_the_answer_to_the_request_and_not_in_the_stream()
    {
        await Start();
        var token = await Reserve();
        using var events = await Open(token);
        var refused = await Ask(token, "{ nothing }", "1");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Cannot query field", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Ask(token, "{ hello }", "1");
        Assert.StartsWith("event: next|data: {\"id\":\"1\",\"payload\":{\"data\"", await events.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_fit_no_stream_say_why()
    {
        await Start();
        var token = await Reserve();
        using var events = await Open(token);
        await Expect(HttpStatusCode.Conflict, "STREAM_ALREADY_OPEN", await Send(HttpMethod.Get, "/graphql/stream", accept: "text/event-stream", token: token));
        await Expect(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", await Send(HttpMethod.Get, "/graphql/stream", accept: "text/event-stream", token: "guessed"));
        await Expect(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", await Ask("guessed", "{ hello }", "1"));
        await Expect(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", await Send(HttpMethod.Delete, "/graphql/stream?operationId=1", token: "guessed"));
        await Expect(HttpStatusCode.BadRequest, "INVALID_REQUEST", await Send(HttpMethod.Delete, "/graphql/stream", token: token));
        await Expect(HttpStatusCode.BadRequest, "INVALID_REQUEST", await Send(HttpMethod.Post, "/graphql/stream", Query("{ hello }"), token: token));
        await Expect(HttpStatusCode.BadRequest, "INVALID_JSON", await Send(HttpMethod.Post, "/graphql/stream", "{", token: token));
        var patched = await Send(HttpMethod.Patch, "/graphql/stream", token: token);
        await Expect(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED", patched);
        Assert.Equal(["GET", "POST", "PUT", "DELETE"], patched.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_stream_that_the_client_leaves_ends_its_operations_and_its_token()
    {
        await Start();
        var token = await Reserve();
        using (await Open(token))
        {
            await Ask(token, "subscription { greeted }", "a");
            await Ask(token, "subscription { greeted }", "b");
            await _events.BecomeActive(2);
        }

        await _events.BecomeActive(0);
        await Expect(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", await Ask(token, "{ hello }", "c"));
    }

    [Fact]
    public async Task A_reservation_that_nobody_opens_expires_with_what_was_asked()
    {
        await Start(StreamingLimits.Default with { ReservationTime = TimeSpan.FromSeconds(1) });
        var token = await Reserve();
        await Ask(token, "subscription { greeted }", "a");
        await _events.BecomeActive(1);
        await _events.BecomeActive(0);
        await Expect(HttpStatusCode.NotFound, "STREAM_NOT_FOUND", await Ask(token, "{ hello }", "b"));
    }

    [Fact]
    public async Task Reservations_and_operations_are_counted()
    {
        await Start(StreamingLimits.Default with { MaxReservations = 1, MaxOperations = 1 });
        var token = await Reserve();
        await Expect(HttpStatusCode.ServiceUnavailable, "TOO_MANY_CONNECTIONS", await Send(HttpMethod.Put, "/graphql/stream"));
        using var events = await Open(token);
        await Ask(token, "subscription { greeted }", "a");
        await Expect(HttpStatusCode.TooManyRequests, "TOO_MANY_RUNNING_OPERATIONS", await Ask(token, "{ hello }", "b"));
        while ((await Send(HttpMethod.Put, "/graphql/stream")).StatusCode is not HttpStatusCode.Created) await Task.Delay(20);
    }
}
