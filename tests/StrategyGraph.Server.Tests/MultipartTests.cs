using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary><c>@defer</c> and <c>@stream</c> as a client meets them over HTTP.</summary>
[Collection(nameof(RunningServer))]
public sealed class MultipartTests(RunningServer server)
{
    private const string Multipart = "multipart/mixed;incrementalSpec=v0.2";
    private const string Both = Multipart + ", application/graphql-response+json, application/json;q=0.9";

    private const string Incremental = // lang=graphql
        """
        {
          plans(first: 3) {
            ... @defer(label: "count") { totalCount }
            nodes @stream(initialCount: 1) { id ... @defer(label: "title") { title } }
          }
        }
        """;

    private const string Whole = "{ plans(first: 3) { totalCount nodes { id title } } }";

    [Fact]
    public async Task The_parts_together_are_the_whole_answer()
    {
        using var response = await Post(Incremental, Both);
        Assert.Equal("""multipart/mixed; boundary="-"; incrementalSpec=v0.2""", response.Content.Headers.ContentType!.ToString());
        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.True(response.Headers.CacheControl!.NoStore);

        var parts = Parts(await response.Content.ReadAsStringAsync());
        var whole = (await server.Data(Whole)).GetProperty("plans");
        var ids = whole.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()).ToList();
        Assert.Equal($$$"""{"plans":{"nodes":[{"id":"{{{ids[0]}}}"}]}}""", parts[0].GetProperty("data").GetRawText());
        Assert.Equal(["title", "count", null], Entries(parts[0], "pending").Select(p => p.TryGetProperty("label", out var label) ? label.GetString() : null));
        Assert.All(parts.SkipLast(1), part => Assert.True(part.GetProperty("hasNext").GetBoolean()));
        Assert.False(parts[^1].GetProperty("hasNext").GetBoolean());

        var entries = parts.SelectMany(p => Entries(p, "incremental")).ToList();
        Assert.Equal(ids[1..], entries.Where(e => e.TryGetProperty("items", out _)).SelectMany(e => e.GetProperty("items").EnumerateArray()).Select(i => i.GetProperty("id").GetString()));
        var data = entries.Where(e => e.TryGetProperty("data", out _)).Select(e => e.GetProperty("data")).ToList();
        Assert.Equal([whole.GetProperty("totalCount").GetInt32()], data.Where(d => d.TryGetProperty("totalCount", out _)).Select(d => d.GetProperty("totalCount").GetInt32()));
        Assert.Equal(
            whole.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()),
            data.Where(d => d.TryGetProperty("title", out _)).Select(d => d.GetProperty("title").GetString()));
        Assert.Equal(parts.SelectMany(p => Entries(p, "pending")).Select(Id), parts.SelectMany(p => Entries(p, "completed")).Select(Id).Order());
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    public async Task A_client_that_does_not_know_the_format_gets_one_answer(string accept, string contentType)
    {
        using var response = await Post(Incremental, accept);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        var plans = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("plans");
        Assert.Equal(3, plans.GetProperty("nodes").EnumerateArray().Count(n => n.TryGetProperty("title", out _)));
    }

    [Fact]
    public async Task An_answer_in_one_payload_is_multipart_only_for_a_client_that_takes_nothing_else()
    {
        using (var both = await Post("{ __typename }", Both))
        {
            Assert.Equal("application/graphql-response+json", both.Content.Headers.ContentType!.MediaType);
        }

        using (var only = await Post("{ __typename }", Multipart))
        {
            Assert.Equal(
                "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"__typename\":\"Query\"}}\r\n-----\r\n",
                await only.Content.ReadAsStringAsync());
        }

        using var refused = await Post("{ nothing }", Multipart);
        Assert.True(Parts(await refused.Content.ReadAsStringAsync()).Single().TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_get_may_defer_and_a_head_has_no_parts()
    {
        var address = $"{server.Endpoint}?query={Uri.EscapeDataString(Incremental)}";
        using var get = await Send(new HttpRequestMessage(HttpMethod.Get, address), Both);
        Assert.InRange(Parts(await get.Content.ReadAsStringAsync()).Count, 2, 10);

        using var head = await Send(new HttpRequestMessage(HttpMethod.Head, address), Both);
        Assert.Equal("multipart/mixed", head.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await head.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_may_leave_after_the_first_part()
    {
        const string query = "{ measures(first: 100) { nodes @stream { id ... @defer { title plan { title } } } } }";
        using (var response = await Post(query, Multipart))
        {
            using var body = await response.Content.ReadAsStreamAsync();
            Assert.NotEqual(0, await body.ReadAsync(new byte[64]));
        }

        Assert.Equal("Query", (await server.Data("{ __typename }")).GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task The_schema_says_that_answers_may_come_in_parts()
    {
        var directives = (await server.Data("{ __schema { directives { name args { name } } } }")).GetProperty("__schema").GetProperty("directives");
        var arguments = directives.EnumerateArray().ToDictionary(
            d => d.GetProperty("name").GetString()!, d => string.Join(" ", d.GetProperty("args").EnumerateArray().Select(a => a.GetProperty("name").GetString())));
        Assert.Equal("if label", arguments["defer"]);
        Assert.Equal("if label initialCount", arguments["stream"]);
    }

    private Task<HttpResponseMessage> Post(string query, string accept) =>
        Send(new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = JsonContent.Create(new { query }) }, accept);

    private Task<HttpResponseMessage> Send(HttpRequestMessage request, string accept)
    {
        foreach (var range in accept.Split(", ")) request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(range));
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static List<JsonElement> Parts(string body)
    {
        const string delimiter = "\r\n---";
        Assert.StartsWith(delimiter, body);
        Assert.EndsWith(delimiter + "--\r\n", body);
        return [.. body[..^(delimiter.Length + 4)][delimiter.Length..].Split(delimiter).Select(part =>
        {
            const string headers = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
            Assert.StartsWith(headers, part);
            return JsonElement.Parse(part[headers.Length..]);
        })];
    }

    private static List<JsonElement> Entries(JsonElement part, string name) => part.TryGetProperty(name, out var entries) ? [.. entries.EnumerateArray()] : [];

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;
}
