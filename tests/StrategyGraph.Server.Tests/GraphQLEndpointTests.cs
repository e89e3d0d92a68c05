using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>GraphQL over HTTP as a client meets it, on a real port.</summary>
public sealed class GraphQLEndpointTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly DirectoryInfo _explorer = Directory.CreateTempSubdirectory();
    private GreetingServer _server = null!;

    public async Task InitializeAsync() => _server = await GreetingServer.Start(_explorer.FullName);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _explorer.Delete(recursive: true);
    }

    [Theory]
    [InlineData(null, "application/json; charset=utf-8")]
    [InlineData(Json, "application/json; charset=utf-8")]
    [InlineData(GraphQLResponse, "application/graphql-response+json; charset=utf-8")]
    public async Task A_query_is_answered_in_the_format_asked_for(string? accept, string contentType)
    {
        var response = await Post("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"苫小牧"}}""", accept);

        Assert.Equal("""{"data":{"hello":"Hello 苫小牧"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.NotNull(response.Content.Headers.ContentLength);
        Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{ nothing }", HttpStatusCode.BadRequest)]
    [InlineData("query($n: String!) { hello(name: $n) }", HttpStatusCode.BadRequest)]
    [InlineData("{ broken }", HttpStatusCode.OK)]
    public async Task Errors_have_a_status_only_in_the_newer_format(string query, HttpStatusCode status)
    {
        var body = $$"""{"query":"{{query}}"}""";
        Assert.Equal(HttpStatusCode.OK, (await Post(body, Json)).StatusCode);

        var response = await Post(body, GraphQLResponse);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("\"errors\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_that_is_none_is_refused_as_graphql_tells_errors()
    {
        var response = await Post("{ \"not a JSON");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"The request body is not valid JSON: see line 1, byte 14.","extensions":{"code":"INVALID_JSON"}}]}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(1 << 20, HttpStatusCode.OK)]
    [InlineData((1 << 20) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(40_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_read_up_to_the_limit(int length, HttpStatusCode status)
    {
        var response = await Post("""{"query":"{ hello }"}""".PadRight(length));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(Json, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_get_may_query_and_not_mutate()
    {
        var query = await Client.GetAsync(At("/graphql?query=" + Uri.EscapeDataString("{ hello(name: \"北斗 市\") }")));
        Assert.Equal("""{"data":{"hello":"Hello 北斗 市"}}""", await query.Content.ReadAsStringAsync());

        var mutation = await Client.GetAsync(At("/graphql?query=mutation+%7B+bump+%7D"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.StatusCode);
        Assert.Equal(["POST"], mutation.Content.Headers.Allow);
        Assert.Equal("""{"data":{"bump":1}}""", await (await Post("""{"query":"mutation { bump }"}""")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_answers_as_get_without_the_body()
    {
        var response = await Client.SendAsync(new(HttpMethod.Head, At("/graphql?query={hello}")));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"data":{"hello":"Hello you"}}""".Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("OPTIONS", HttpStatusCode.NoContent)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Other_methods_learn_which_there_are(string method, HttpStatusCode status)
    {
        var response = await Client.SendAsync(new(new HttpMethod(method), At("/graphql")));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("GET, HEAD, POST, OPTIONS", string.Join(", ", response.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_form_is_refused()
    {
        var response = await Client.PostAsync(At("/graphql"), new FormUrlEncodedContent([new("query", "mutation { bump }")]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("2\r\n{}\r\nzz\r\n")]
    [InlineData("fffffffffffffffff\r\n")]
    public async Task A_body_with_broken_framing_is_the_clients_fault(string chunks)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_server.Address.Host, _server.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 Bad Request", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"errors":[{"message":"The request body cannot be read to its end.","extensions":{"code":"INVALID_REQUEST"}}]}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_told_by_an_id_that_finds_it_in_the_log()
    {
        var log = new KeptLog();
        await _server.DisposeAsync();
        _server = await GreetingServer.Start(_explorer.FullName, new ServerSettings { GraphQL = new() { UnexpectedError = new FaultLog(log).Report } });

        var response = await Client.GetAsync(At("/graphql?query=%7Bbroken%7D"));
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];

        Assert.DoesNotContain("Nobody outside", error.ToString(), StringComparison.Ordinal);
        var line = Assert.Single(log.Lines);
        Assert.Contains(error.GetProperty("extensions").GetProperty("correlationId").GetString()!, line, StringComparison.Ordinal);
        Assert.Contains("Nobody outside may read this.", line, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Without_an_explorer_a_browser_reads_what_to_do()
    {
        var page = await Browse("/graphql");
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("install Node.js", await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Browse("/graphql/explorer/assets/index.js")).StatusCode);
    }

    [Fact]
    public async Task The_explorer_is_sent_as_the_build_compressed_it()
    {
        Directory.CreateDirectory(Path.Combine(_explorer.FullName, "assets"));
        Write("index.html", "<title>page</title>");
        Write("assets/a-1.js", "plain");
        Write("assets/a-1.js.br", "brotli");
        Write("assets/a-1.js.gz", "gzip");
        Write("assets/secret.txt", "");
        await _server.DisposeAsync();
        _server = await GreetingServer.Start(_explorer.FullName);

        var page = await Browse("/graphql");
        Assert.Equal("<title>page</title>", await page.Content.ReadAsStringAsync());
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        Assert.Equal("../graphql", (await Browse("/graphql/")).Headers.Location!.ToString());

        foreach (var (acceptEncoding, content, contentEncoding) in new[]
        {
            ("gzip, deflate, br", "brotli", "br"), ("gzip", "gzip", "gzip"), ("br;q=0, gzip;q=0.1", "gzip", "gzip"), ("deflate", "plain", ""), ("", "plain", ""),
        })
        {
            var asset = await Browse("/graphql/explorer/assets/a-1.js", acceptEncoding);
            Assert.Equal(content, await asset.Content.ReadAsStringAsync());
            Assert.Equal(contentEncoding, string.Join(",", asset.Content.Headers.ContentEncoding));
            Assert.Equal("text/javascript; charset=utf-8", asset.Content.Headers.ContentType!.ToString());
            Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl!.ToString());
            Assert.Equal(["Accept-Encoding"], asset.Headers.Vary);
        }

        foreach (var unknown in new[] { "", "/", "/index.html", "/assets/secret.txt", "/assets/a-1.js.br", "/..%2f..%2fsecret.txt", "/assets" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Browse("/graphql/explorer" + unknown)).StatusCode);
        }

        void Write(string name, string content) => File.WriteAllText(Path.Combine(_explorer.FullName, name), content);
    }

    private sealed class KeptLog : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }

    private Uri At(string path) => new(_server.Address, path);

    private Task<HttpResponseMessage> Post(string body, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, At("/graphql")) { Content = new StringContent(body, Encoding.UTF8, Json) };
        if (accept is not null) request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> Browse(string path, string acceptEncoding = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, At(path));
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        if (acceptEncoding != "") request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        return Client.SendAsync(request);
    }
}
