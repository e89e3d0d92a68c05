using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StrategyGraph.GraphQL;

namespace StrategyGraph.Server.Tests;

/// <summary>Documents that requests name: automatic ones by default, trusted ones from a folder.</summary>
[Collection(nameof(RunningServer))]
public sealed class TrustedDocumentTests(RunningServer open) : IDisposable
{
    private const string Counts = "query Counts { release { plans measures } }";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Apollos_protocol_works_by_get_and_post()
    {
        var text = "{ release { plans } }";
        var extension = Uri.EscapeDataString(JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = PersistedDocuments.HashOf(text) } }));

        var unknown = await open.Http.GetAsync(new Uri(open.Endpoint, "?extensions=" + extension));
        Assert.Equal((HttpStatusCode.OK, "no-store"), (unknown.StatusCode, unknown.Headers.CacheControl!.ToString()));
        Assert.Contains("PersistedQueryNotFound", await unknown.Content.ReadAsStringAsync());

        var registered = await open.Http.PostAsJsonAsync(open.Endpoint, new { query = text, extensions = new { persistedQuery = new { version = 1, sha256Hash = PersistedDocuments.HashOf(text) } } });
        Assert.Equal("""{"data":{"release":{"plans":5}}}""", await registered.Content.ReadAsStringAsync());

        var known = await open.Http.GetAsync(new Uri(open.Endpoint, "?extensions=" + extension));
        Assert.Equal("""{"data":{"release":{"plans":5}}}""", await known.Content.ReadAsStringAsync());
        Assert.NotNull(known.Headers.ETag);
    }

    [Fact]
    public async Task Only_trusted_documents_are_answered_where_that_is_set()
    {
        _folder.File("counts.graphql", Counts);
        _folder.File("relay.json", JsonSerializer.Serialize(new Dictionary<string, string> { ["5f3e"] = "query ById($id: ID!) { node(id: $id) { id } }" }));
        _folder.File("apollo.json", JsonSerializer.Serialize(new
        {
            format = "apollo-persisted-query-manifest",
            version = 1,
            operations = new[] { new { id = "a1", name = "Plans", type = "query", body = "query Plans { release { plans } }" } },
        }));
        _folder.File("notes.txt", "Not a document.");
        using var server = await RunningServer.StartWith(("PersistedDocuments__TrustedFolder", _folder.Path), ("PersistedDocuments__TrustedOnly", "true"));

        Assert.Contains("\"measures\":89", await (await server.Http.GetAsync(new Uri(server.Endpoint, "?documentId=counts"))).Content.ReadAsStringAsync());
        Assert.Contains("\"measures\":89", await Post(new { documentId = "sha256:" + PersistedDocuments.HashOf(Counts), operationName = "Counts" }));
        Assert.Contains("\"measures\":89", await Post(new { query = Counts }));
        Assert.Contains("\"plans\":5", await Post(new { documentId = "a1" }));
        Assert.Contains("\"node\":null", await Post(new { documentId = "5f3e", variables = new { id = "UGxhbjp4" } }));
        Assert.Contains("DOCUMENT_NOT_TRUSTED", await Post(new { query = "{ release { id } }" }));
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await Post(new { documentId = "notes" }));
        await server.DisposeAsync();

        async Task<string> Post(object request) => await (await server.Http.PostAsJsonAsync(server.Endpoint, request)).Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task Documents_that_would_fail_keep_the_server_from_starting()
    {
        var broken = _folder.File("broken.graphql", "query {\n  release { nothing }\n}\n");
        var cut = _folder.File("cut.graphql", "{ release {");
        var same = _folder.File("same.json", """{"broken":"{ __typename }"}""");
        var list = _folder.File("list.json", "[1]");
        var none = _folder.File("none.json", "{\n\"a\": }");

        var (code, _, errors) = await Serve(_folder.Path);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                $"{broken}:2:13: Cannot query field \"nothing\" on type \"Release\".",
                $"{cut}:1:12: Syntax Error: Expected Name, found <EOF>.",
                $"{list}: a manifest is an object of documents by id, or has \"operations\" with \"id\" and \"body\" each.",
                $"{none}:2:6: not JSON.",
                $"{same} (broken): another document has the id \"broken\" already.",
            ],
            errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var (code, _, errors) = await Serve(Path.Combine(_folder.Path, "nowhere"));
        Assert.Equal(1, code);
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Errors)> Serve(string trusted) => Tool.Run(
        ["serve", "--urls", "http://127.0.0.1:0", "--releases", Path.Combine(_folder.Path, "releases")], environment: [("PersistedDocuments__TrustedFolder", trusted)]);
}
