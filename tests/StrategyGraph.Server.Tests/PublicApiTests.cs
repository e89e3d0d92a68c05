using System.Net;
using System.Net.Http.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>What caches, proxies and pages of other origins meet: conditional requests, CORS, compression.</summary>
[Collection(nameof(RunningServer))]
public sealed class PublicApiTests(RunningServer server)
{
    private const string Small = "{ release { id } }";
    private const string Large = "{ __schema { types { name description } } }";

    [Fact]
    public async Task An_answer_to_get_may_be_kept_and_is_asked_for_again_by_its_tag()
    {
        var first = await Get(Small);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("public, must-revalidate, max-age=60", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], first.Headers.Vary);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);

        foreach (var held in new[] { tag.ToString(), tag.Tag, $"\"other\", {tag}", "*" })
        {
            var again = await Get(Small, ("If-None-Match", held));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(HttpStatusCode.OK, (await Get(Small, ("If-None-Match", "W/\"other\""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(Small, ("If-None-Match", "no tag"))).StatusCode);
    }

    [Fact]
    public async Task Another_request_or_format_has_another_tag()
    {
        var tags = new[]
        {
            await Get(Small), await Get(Large), await Get(Small, ("Accept", "application/graphql-response+json")),
            await server.Http.GetAsync(new Uri(server.Endpoint, $"?query={Uri.EscapeDataString("query ($a: Int) { municipalities(first: $a) { nodes { id } } }")}&variables=%7B%22a%22:1%7D")),
            await server.Http.GetAsync(new Uri(server.Endpoint, $"?query={Uri.EscapeDataString("query ($a: Int) { municipalities(first: $a) { nodes { id } } }")}&variables=%7B%22a%22:2%7D")),
        }.Select(r => r.Headers.ETag!.Tag).ToList();

        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(tags[0], (await Get(Small)).Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    [InlineData("query ($a: Int!) { municipalities(first: $a) { nodes { id } } }")]
    [InlineData("mutation { a }")]
    public async Task What_is_no_answer_of_the_release_is_not_kept(string query)
    {
        foreach (var held in new[] { "W/\"other\"", "*" })
        {
            var response = await Get(query, ("If-None-Match", held), ("Accept", "application/graphql-response+json"));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Null(response.Headers.ETag);
        }
    }

    [Fact]
    public async Task An_error_that_is_data_of_the_release_may_be_kept() =>
        Assert.NotNull((await Get("{ municipality(code: \"01100\") { name } }")).Headers.ETag);

    [Fact]
    public async Task Answers_to_post_are_not_kept()
    {
        var response = await server.Http.PostAsJsonAsync(server.Endpoint, new { query = Small });
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task A_page_of_any_origin_may_ask()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, server.Endpoint);
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match,graphql-cost,apollographql-client-name");
        var allowed = await server.Http.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("*", Header(allowed, "Access-Control-Allow-Origin"));
        Assert.Equal("GET,HEAD,POST,PUT,DELETE", Header(allowed, "Access-Control-Allow-Methods"));
        Assert.Equal("content-type,if-none-match,graphql-cost,apollographql-client-name", Header(allowed, "Access-Control-Allow-Headers"));
        Assert.Equal("86400", Header(allowed, "Access-Control-Max-Age"));
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));

        var answer = await Get(Small, ("Origin", "https://example.org"));
        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("ETag,Retry-After,Allow", Header(answer, "Access-Control-Expose-Headers"));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", "")]
    [InlineData(null, "")]
    public async Task A_large_answer_is_compressed_as_the_client_takes_it(string? accepted, string encoding)
    {
        foreach (var type in new[] { "application/json", "application/graphql-response+json" })
        {
            var (get, head) = (await Ask(HttpMethod.Get), await Ask(HttpMethod.Head));
            Assert.Equal(encoding, string.Join(", ", get.Content.Headers.ContentEncoding));
            Assert.Equal(encoding, string.Join(", ", head.Content.Headers.ContentEncoding));
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], get.Headers.Vary);
            Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], head.Headers.Vary);
            if (encoding == "") Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
            else Assert.Null(head.Content.Headers.ContentLength);

            Task<HttpResponseMessage> Ask(HttpMethod method) => Send(method, Large, accepted is null ? [("Accept", type)] : [("Accept", type), ("Accept-Encoding", accepted)]);
        }
    }

    [Fact]
    public async Task A_small_answer_is_not_compressed()
    {
        var response = await Get(Small, ("Accept-Encoding", "br"));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Origins_may_be_told_apart()
    {
        using var strict = await RunningServer.StartWith(("Http__CorsOrigins", "https://a.example,https://b.example"), ("Http__CacheControl", "private, max-age=5"));

        var allowed = await Send(strict, HttpMethod.Get, Small, ("Origin", "https://b.example"));
        Assert.Equal("https://b.example", Header(allowed, "Access-Control-Allow-Origin"));
        Assert.Equal("max-age=5, private", allowed.Headers.CacheControl!.ToString());
        foreach (var origin in new[] { "https://c.example", null })
        {
            var other = origin is null ? await Send(strict, HttpMethod.Get, Small) : await Send(strict, HttpMethod.Get, Small, ("Origin", origin));
            Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.Contains("Origin", other.Headers.Vary);
        }

        await strict.DisposeAsync();
    }

    private Task<HttpResponseMessage> Get(string query, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, query, headers);

    private Task<HttpResponseMessage> Send(HttpMethod method, string query, params (string Name, string Value)[] headers) => Send(server, method, query, headers);

    private static Task<HttpResponseMessage> Send(RunningServer server, HttpMethod method, string query, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(server.Endpoint, "?query=" + Uri.EscapeDataString(query)));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return server.Http.SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
