using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Limits and switches as a client meets them: the message says what is allowed and what was asked, the extensions say it to programs.</summary>
public sealed class RequestLimitTests
{
    private const string Sdl = """
        type Query { a(in: In, list: [Int!], kind: Kind, odd: Odd): Int o: Query }
        input In { name: String, in: In }
        enum Kind { RED GREEN }
        scalar Odd
        """;

    private static readonly GraphQLOptions Small = new()
    {
        Parsing = new ParserOptions { MaxBytes = 200, MaxTokens = 60, MaxDepth = 8 },
        Validation = new ValidationOptions { MaxAliases = 2, MaxDirectivesPerLocation = 1, MaxFragmentSpreads = 2, MaxErrors = 2, MaxIntrospectionDepth = 1 },
        Execution = new ExecutionLimits { MaxDepth = 4, MaxFields = 12, MaxVariableDepth = 2, MaxListItems = 3, MaxVariableErrors = 2 },
    };

    private static readonly Asking Server = new(Sdl, Small);

    [Theory]
    [InlineData("{ a } # 計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計", "DOCUMENT_TOO_LARGE", 200, 203,
        "The document has 203 bytes; at most 200 are allowed.")]
    [InlineData("{ a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a }", "TOO_MANY_TOKENS", 60, null,
        "Syntax Error: Document contains more than 60 tokens. Parsing aborted.")]
    [InlineData("{o{o{o{o{o{o{o{o{a}}}}}}}}}", "DOCUMENT_TOO_DEEP", 8, null, "Syntax Error: Document is nested more than 8 levels deep. Parsing aborted.")]
    [InlineData("{ x: a y: a z: a }", "TOO_MANY_ALIASES", 2, 3, "The document has 3 aliases; at most 2 are allowed.")]
    [InlineData("{ a @skip(if: true) @include(if: true) }", "TOO_MANY_DIRECTIVES", 1, 2, "2 directives stand at one place; at most 1 are allowed.")]
    [InlineData("query($v: Int @a @b @c) { a }", "TOO_MANY_DIRECTIVES", 1, 3, "3 directives stand at one place; at most 1 are allowed.")]
    [InlineData("{ ...F ...F ...F } fragment F on Query { a }", "TOO_MANY_FRAGMENT_SPREADS", 2, 3, "The document has 3 fragment spreads; at most 2 are allowed.")]
    [InlineData("{ b c d e }", "TOO_MANY_ERRORS", 2, null, "Too many validation errors, error limit reached. Validation aborted. There are more than 2 errors.")]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }", "INTROSPECTION_TOO_DEEP", 1, null,
        "Maximum introspection depth exceeded: lists lie within each other more than 1 levels deep.")]
    [InlineData("{ o { o { o { o { a } } } } }", "OPERATION_TOO_DEEP", 4, null, "The operation selects fields more than 4 levels deep, fragments counted. Ask for fewer levels.")]
    [InlineData("{ a a a a a a a a a a a a a }", "TOO_MANY_FIELDS", 12, null, "The operation expands to more than 12 selections. Split it, or use fewer fragments within fragments.")]
    public void A_document_beyond_a_limit_is_refused(string query, string code, int limit, int? actual, string message) =>
        Expect(Server.Ask(query), code, limit, actual, message);

    [Theory]
    [InlineData("""{"in":{"in":{"in":{"in":null}}}}""", "VARIABLES_TOO_DEEP", 2, null, "The value of variable \"$in\" nests more than 2 levels deep.")]
    [InlineData("""{"list":[1,2,3,4]}""", "TOO_MANY_LIST_ITEMS", 3, 4, "The value of variable \"$list\" has a list of 4 items; at most 3 are allowed.")]
    [InlineData("""{"list":["a","b","c"]}""", "TOO_MANY_ERRORS", 2, null,
        "Too many errors processing variables, error limit reached. Execution aborted. There are more than 2 errors.")]
    public void Variables_beyond_a_limit_are_refused(string variables, string code, int limit, int? actual, string message) =>
        Expect(Server.Ask("query($in: In, $list: [Int!]) { a(in: $in, list: $list) }", "{}", variables), code, limit, actual, message);

    [Fact]
    public void As_much_as_is_allowed_is_allowed() => Assert.Equal(
        """{"data":{"x":null,"y":null,"a":null}}""",
        Server.Ask("query($in: In, $list: [Int!]) { x: a(in: $in, list: $list) y: a @skip(if: false) ...F ...F } fragment F on Query { a }", "{}", """{"in":{"in":{"name":"x"}},"list":[1,2,3]}"""));

    [Fact]
    public void Parameters_are_measured_before_they_are_read()
    {
        HttpReading Read(string body) => GraphQLHttp.Read(
            new("POST", "", "application/json", "application/json", Body: System.Text.Encoding.UTF8.GetBytes(body)), new HttpLimits { MaxParameterBytes = 20 });
        Assert.IsType<HttpAccepted>(Read("""{"query":"{a}","variables":{"a":"12345678901"}}"""));
        foreach (var parameter in new[] { "variables", "extensions" })
        {
            var refusal = Assert.IsType<HttpRefusal>(Read($$$"""{"query":"{a}","{{{parameter}}}":{"a":"1234567890123456"}}"""));
            Assert.Equal((413, "PARAMETER_TOO_LARGE", $"\"{parameter}\" has 24 bytes; at most 20 are allowed."), (refusal.Status, refusal.Code, refusal.Message));
            Assert.Contains(""" "extensions":{"code":"PARAMETER_TOO_LARGE","limit":20,"actual":24}""".Trim(), System.Text.Encoding.UTF8.GetString(refusal.Body().Span), StringComparison.Ordinal);
        }
    }

    // ── Switches ──

    [Fact]
    public void Introspection_can_be_turned_off_and_type_names_stay()
    {
        var server = new Asking(Sdl, new GraphQLOptions { Validation = new ValidationOptions { Introspection = false } });
        Assert.Equal("""{"data":{"__typename":"Query"}}""", server.Ask("{ __typename }"));
        foreach (var query in new[] { "{ __schema { types { name } } }", "{ x: __schema { types { name } } }", "{ ...F } fragment F on Query { __type(name: \"Query\") { name } }" })
        {
            var error = Assert.Single(Errors(server.Ask(query)));
            Assert.Equal("INTROSPECTION_DISABLED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.StartsWith("GraphQL introspection has been disabled, but the requested query contained the field \"__", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("query($in: In) { a(in: $in) }", """{"in":{"nam":1}}""")]
    [InlineData("query($kind: Kind) { a(kind: $kind) }", """{"kind":"GREEM"}""")]
    [InlineData("query($kind: Kind) { a(kind: $kind) }", """{"kind":["GREEN"]}""")]
    [InlineData("query($kind: Kind = GREEM) { a(kind: $kind) }", "{}")]
    [InlineData("{ a(in: { nam: 1 }) }", "{}")]
    [InlineData("{ a(knd: RED) }", "{}")]
    [InlineData("{ A }", "{}")]
    [InlineData("query($v: Inn) { a(in: $v) }", "{}")]
    public void Suggestions_are_turned_off_everywhere_at_once(string query, string variables)
    {
        var silent = new Asking(Sdl, new GraphQLOptions { Validation = new ValidationOptions { Suggestions = false } });
        Assert.Contains("Did you mean", new Asking(Sdl).Ask(query, "{}", variables), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", silent.Ask(query, "{}", variables), StringComparison.Ordinal);
    }

    // ── Messages ──

    [Fact]
    public void What_a_message_quotes_is_shortened_in_the_middle()
    {
        var server = new Asking(Sdl);
        var name = new string('x', 100_000);
        foreach (var response in new[]
        {
            server.Ask($"{{ {name} }}"),
            server.Ask($"{{ a }} {name}"),
            server.Ask($"{{ a(in: {{ name: [{string.Join(" ", Enumerable.Range(0, 7_000))}] }}) }}"),
            server.Ask("query($in: In) { a(in: $in) }", "{}", $$$"""{"in":{"{{{name}}}":1}}"""),
            server.Ask("query($in: In) { a(in: $in) }", "{}", $$$"""{"in":"{{{name}}}"}"""),
            server.Ask("{ a }", operationName: name),
        })
        {
            Assert.All(Errors(response), error => Assert.InRange(error.GetProperty("message").GetString()!.Length, 50, GraphQLError.MaxMessageLength + 3));
        }

        var message = Assert.Single(Errors(server.Ask($"{{ {name} }}"))).GetProperty("message").GetString()!;
        Assert.StartsWith("Cannot query field \"xxx", message, StringComparison.Ordinal);
        Assert.EndsWith("xxx\" on type \"Query\".", message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_is_cut_in_half()
    {
        for (var shift = 0; shift < 2; shift++)
        {
            var message = new GraphQLError(new string('x', shift) + string.Concat(Enumerable.Repeat("𠮷", 5_000))).Message;
            Assert.Equal(message, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
        }
    }

    // ── Faults ──

    [Fact]
    public void A_scalar_that_breaks_is_a_fault_of_ours_and_masked()
    {
        var schema = SchemaLoader.Load([new Source(Sdl)], new SchemaBuilderOptions { Scalars = new Dictionary<string, ScalarCoercion> { ["Odd"] = new Broken() } });
        var server = new GraphQLServer(schema, new JsonBinding(schema), new GraphQLOptions { UnexpectedError = _ => "#1" });
        foreach (var (query, variables) in new[] { ("query($v: Odd) { a(odd: $v) }", """{"v":1}"""), ("{ a(odd: 1) }", "{}") })
        {
            using var response = server.Execute(new(query, null, JsonElement.Parse(variables), JsonElement.Parse("{}")));
            Assert.Equal(GraphQLOutcome.Failed, response.Outcome);
            Assert.Equal(
                """{"errors":[{"message":"Internal error.","extensions":{"code":"INTERNAL_SERVER_ERROR","correlationId":"#1"}}]}""",
                System.Text.Encoding.UTF8.GetString(response.Body.Span));
        }
    }

    [Fact]
    public void A_log_that_breaks_leaves_the_answer()
    {
        var server = new Asking("type Query { a: Int b: Int }", new GraphQLOptions { UnexpectedError = _ => throw new InvalidOperationException("the log is full") });
        Assert.Equal(
            """{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":3}],"path":["a"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"a":null,"b":2}}""",
            server.Ask("{ a b }", """{"a":{"$throw":"the secret"},"b":2}"""));
    }

    private sealed class Broken : ScalarCoercion
    {
        public override object Parse(ValueNode literal) => throw new InvalidOperationException("the secret");

        public override object Parse(JsonElement value) => throw new InvalidOperationException("the secret");
    }

    private static List<JsonElement> Errors(string response) => [.. JsonElement.Parse(response).GetProperty("errors").EnumerateArray()];

    private static void Expect(string response, string code, int limit, int? actual, string message)
    {
        var error = Errors(response)[^1];
        var extensions = error.GetProperty("extensions");
        Assert.Equal(
            (message, code, limit, actual),
            (error.GetProperty("message").GetString()!, extensions.GetProperty("code").GetString()!, extensions.GetProperty("limit").GetInt32(),
                extensions.TryGetProperty("actual", out var given) ? given.GetInt32() : null));
    }
}
