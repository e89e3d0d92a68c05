using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>How many requests are taken, from one client and at once, and how a batch counts.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    private static readonly (string, string)[] Narrow =
    [
        ("RateLimits__RequestsPerSecond", "1"), ("RateLimits__Burst", "3"), ("Http__TrustedProxies", "127.0.0.1"), ("GraphQL__Http__MaxBatch", "3"),
    ];

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartWith(Narrow);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task A_client_that_asks_too_much_is_sent_away_and_others_are_not()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await Ask("192.0.2.1")).StatusCode);

        var refused = await Ask("192.0.2.1", "application/graphql-response+json");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3);
        Assert.Equal("application/graphql-response+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("TOO_MANY_REQUESTS", await Code(refused));
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());

        Assert.Equal(HttpStatusCode.OK, (await Ask("192.0.2.2")).StatusCode);
        var health = new Uri(_server.Endpoint, "/health/ready");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await _server.Http.GetAsync(health)).StatusCode);
    }

    [Fact]
    public async Task A_customer_of_ipv6_has_one_bucket_for_all_addresses()
    {
        for (var i = 1; i <= 3; i++) Assert.Equal(HttpStatusCode.OK, (await Ask($"2001:db8:1:1::{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("2001:db8:1:1:ffff::1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("2001:db8:1:2::1")).StatusCode);
    }

    [Fact]
    public async Task Each_request_of_a_batch_counts()
    {
        var batch = await Batch("192.0.2.3", """[{"query":"{ release { plans } }"},{"query":"{ nothing }"},{}]""");
        Assert.Equal(HttpStatusCode.OK, batch.StatusCode);
        var answers = (await batch.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        Assert.Equal(5, answers[0].GetProperty("data").GetProperty("release").GetProperty("plans").GetInt32());
        Assert.True(answers[1].TryGetProperty("errors", out _));
        Assert.Equal("INVALID_REQUEST", answers[2].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("192.0.2.3")).StatusCode);

        var tooLong = await Batch("192.0.2.4", "[{},{},{},{}]");
        Assert.Equal((HttpStatusCode.BadRequest, "TOO_MANY_OPERATIONS"), (tooLong.StatusCode, await Code(tooLong)));
    }

    [Fact]
    public async Task Operations_beyond_the_places_wait_and_beyond_the_queue_are_refused()
    {
        using var limits = new RequestLimits(new RateLimitSettings { ConcurrentPerProcessor = 1, Queued = 1, QueueTime = TimeSpan.FromSeconds(30) });
        var places = new List<IDisposable>();
        for (var i = 0; i < Environment.ProcessorCount; i++) places.Add((await limits.Enter(default))!);

        var waiting = limits.Enter(default).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.Null(await limits.Enter(default));

        places[0].Dispose();
        using var place = await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotNull(place);
    }

    [Fact]
    public async Task Who_waits_too_long_is_refused_and_who_hangs_up_is_forgotten()
    {
        using var limits = new RequestLimits(new RateLimitSettings { ConcurrentPerProcessor = 1, Queued = 5, QueueTime = TimeSpan.FromMilliseconds(50) });
        for (var i = 0; i < Environment.ProcessorCount; i++) Assert.NotNull(await limits.Enter(default));

        Assert.Null(await limits.Enter(default));
        using var gone = new CancellationTokenSource(10);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limits.Enter(gone.Token));
    }

    [Fact]
    public async Task A_server_without_a_place_says_that_it_is_busy()
    {
        await using var server = await GreetingServer.Start("", new ServerSettings
        {
            RateLimits = new() { ConcurrentPerProcessor = 1, Queued = 0 },
            GraphQL = new() { Http = new() { MaxBatch = 2 } },
        });
        var places = new List<IDisposable>();
        for (var i = 0; i < Environment.ProcessorCount; i++) places.Add((await server.Limits.Enter(default))!);
        var endpoint = new Uri(server.Address, GraphQLEndpoint.Path);

        var refused = await _server.Http.GetAsync(endpoint + "?query=%7Bhello%7D");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "SERVER_BUSY"), (refused.StatusCode, await Code(refused)));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);

        var batch = await _server.Http.PostAsJsonAsync(endpoint, new[] { new { query = "{ hello }" } });
        Assert.Equal("SERVER_BUSY", (await batch.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        places.ForEach(place => place.Dispose());
        Assert.Equal(HttpStatusCode.OK, (await _server.Http.GetAsync(endpoint + "?query=%7Bhello%7D")).StatusCode);
    }

    private Task<HttpResponseMessage> Ask(string client, string accept = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Endpoint, "?query=%7Brelease%7Bid%7D%7D"));
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("Accept", accept);
        return _server.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> Batch(string client, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _server.Endpoint) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("X-Forwarded-For", client);
        return _server.Http.SendAsync(request);
    }

    private static async Task<string?> Code(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
