using System.Text;
using System.Text.Json;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Documents that requests name instead of carrying (GraphQL over HTTP, appendix A; Apollo's automatic persisted queries).</summary>
public sealed class PersistedDocumentTests
{
    private const string Sdl = "type Query { a: Int b: Int } type Mutation { a: Int }";
    private const string Answer = """{"data":{"a":1}}""";
    private static readonly Dictionary<string, string> Trusted = new() { ["one"] = "{ a }" };

    [Fact]
    public void A_client_registers_a_document_and_names_it_by_its_hash_from_then_on()
    {
        var server = WithAutomatic(10_000);
        var hash = PersistedDocuments.HashOf("{ a }");

        Assert.Equal(Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), Ask(server, new(null) { DocumentHash = hash }));
        Assert.Equal(Answer, Ask(server, new("{ a }") { DocumentHash = hash }));
        Assert.Equal(Answer, Ask(server, new(null) { DocumentHash = hash }));
        Assert.Equal(Answer, Ask(server, new("{ a }") { DocumentHash = hash }));
        Assert.Equal(Answer, Ask(server, new(null) { DocumentId = "sha256:" + hash }));
    }

    [Fact]
    public void A_hash_of_another_document_is_refused_and_registers_nothing()
    {
        var server = WithAutomatic(10_000);
        var hash = PersistedDocuments.HashOf("{ a }");

        Assert.Equal(Error("provided sha does not match query", "PERSISTED_QUERY_HASH_MISMATCH"), Ask(server, new("{ b }") { DocumentHash = hash }));
        Assert.Equal(Answer, Ask(server, new("{ a }") { DocumentHash = hash }));
        Assert.Equal(Error("provided sha does not match query", "PERSISTED_QUERY_HASH_MISMATCH"), Ask(server, new("{ b }") { DocumentHash = hash }));
    }

    [Fact]
    public void A_document_that_is_not_valid_is_not_kept()
    {
        var server = WithAutomatic(10_000);
        var hash = PersistedDocuments.HashOf("{ c }");

        Ask(server, new("{ c }") { DocumentHash = hash });
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", Ask(server, new(null) { DocumentHash = hash }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_documents_leaves_what_is_in_use()
    {
        var server = WithAutomatic(20_000);
        var used = PersistedDocuments.HashOf("{ a }");
        Ask(server, new("{ a }") { DocumentHash = used });
        for (var i = 0; i < 500; i++)
        {
            var text = $"{{ a x{i}: b }}";
            Ask(server, new(text) { DocumentHash = PersistedDocuments.HashOf(text) });
            Assert.Equal(Answer, Ask(server, new(null) { DocumentHash = used }));
        }

        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", Ask(server, new(null) { DocumentHash = PersistedDocuments.HashOf("{ a x1: b }") }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_documents_the_client_hears_that_there_are_none()
    {
        var server = new Asking(Sdl).Server;

        Assert.Equal(Error("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"), Ask(server, new(null) { DocumentHash = "00" }));
        Assert.Contains("PERSISTED_QUERY_NOT_SUPPORTED", Ask(server, new(null) { DocumentId = "one" }), StringComparison.Ordinal);
        Assert.Equal(Answer, Ask(server, new("{ a }") { DocumentHash = "00" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_trusted_document_is_named_by_id_or_hash(bool trustedOnly)
    {
        var server = WithTrusted(trustedOnly);

        Assert.Equal(Answer, Ask(server, new(null) { DocumentId = "one" }));
        Assert.Equal(Answer, Ask(server, new(null) { DocumentId = "sha256:" + PersistedDocuments.HashOf("{ a }") }));
        Assert.Equal(Answer, Ask(server, new(null) { DocumentHash = PersistedDocuments.HashOf("{ a }") }));
        Assert.Equal(Answer, Ask(server, new(null) { DocumentHash = "one" }));
        Assert.Equal(Error("No document has the id \\\"two\\\".", "PERSISTED_QUERY_NOT_FOUND"), Ask(server, new(null) { DocumentId = "two" }));
    }

    [Fact]
    public void Where_only_trusted_documents_are_accepted_there_is_no_way_around_them()
    {
        var server = WithTrusted(only: true, automaticBytes: 10_000);
        var hash = PersistedDocuments.HashOf("{ b }");

        Assert.Contains("DOCUMENT_NOT_TRUSTED", Ask(server, new("{ b }")), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", Ask(server, new("{ b }") { DocumentHash = hash }), StringComparison.Ordinal);
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", Ask(server, new(null) { DocumentHash = hash }), StringComparison.Ordinal);
        Assert.Equal(Answer, Ask(server, new("{ a }")));
    }

    private static GraphQLServer WithTrusted(bool only, long automaticBytes = 0) => With(new PersistedDocuments(Trusted, only, automaticBytes));

    private static GraphQLServer WithAutomatic(long bytes) => With(new PersistedDocuments(new Dictionary<string, string>(), automaticBytes: bytes));

    private static GraphQLServer With(PersistedDocuments documents) => new Asking(Sdl, new GraphQLOptions { PersistedDocuments = documents }).Server;

    private static string Ask(GraphQLServer server, ExecutionRequest request)
    {
        using var response = server.Execute(request with { Root = JsonElement.Parse("""{"a":1,"b":2}""") });
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private static string Error(string message, string code) => $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
}
