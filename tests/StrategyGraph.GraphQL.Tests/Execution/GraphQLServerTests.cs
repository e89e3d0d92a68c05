using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §6.1 and §7.1: requests from text to response, the plans that are kept, and the threads that share them.</summary>
public sealed class GraphQLServerTests
{
    private const string Sdl = "type Query { a: Int o: O list: [O!]! f(x: Int): String } type O { a: Int text: String! o: O list: [O!]! } type Mutation { a: Int }";

    private static readonly Asking Server = new(Sdl);

    [Theory]
    [InlineData("query A { a } query B { x: a }", "B", """{"data":{"x":7}}""")]
    [InlineData("query A { a } mutation B { y: a }", "B", """{"data":{"y":8}}""")]
    [InlineData("query A { a }", null, """{"data":{"a":1}}""")]
    [InlineData("query A { a } query B { x: a }", null, """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    [InlineData("query A { a }", "C", """{"errors":[{"message":"Unknown operation named \"C\".","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    [InlineData("type A { a: Int }", null, null)]
    [InlineData("{ a", null, """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":4}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}]}""")]
    [InlineData("{ missing }", null, """{"errors":[{"message":"Cannot query field \"missing\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED","rule":"FieldsOnCorrectTypeRule"}}]}""")]
    public void A_request_is_answered_or_refused(string query, string? operationName, string? answer)
    {
        var response = Server.Ask(query, """{"a":1,"x":7,"y":8}""", operationName: operationName);
        if (answer is null) Assert.StartsWith("""{"errors":[""", response, StringComparison.Ordinal);
        else Assert.Equal(answer, response);
    }

    [Fact]
    public void Where_only_queries_are_served_nothing_else_runs()
    {
        using var refused = Server.Server.Execute(new("mutation { a }", Root: JsonElement.Parse("{}")) { QueriesOnly = true });
        Assert.Equal(GraphQLOutcome.NotServed, refused.Outcome);
        using var answered = Server.Server.Execute(new("{ a }", Root: JsonElement.Parse("{}")) { QueriesOnly = true });
        Assert.Equal(GraphQLOutcome.Executed, answered.Outcome);
    }

    [Fact]
    public void A_response_is_gone_once_it_is_disposed()
    {
        var response = Server.Server.Execute(new("{ a }", Root: JsonElement.Parse("{}")));
        response.Dispose();
        response.Dispose();
        Assert.Throws<ObjectDisposedException>(() => response.Body);
    }

    [Fact]
    public void An_interface_that_nothing_implements_is_null() => Assert.Equal(
        """{"data":{"i":null}}""", new Asking("type Query { i: I } interface I { i: I a: Int }").Ask("{ i { a i { a } } }"));

    [Fact]
    public void A_fault_outside_of_fields_is_masked_too()
    {
        using var response = Server.Server.Execute(new("{ a }", Root: "no JSON"));
        Assert.Equal("""{"errors":[{"message":"Internal error.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""", Encoding.UTF8.GetString(response.Body.Span));
    }

    [Fact]
    public void Plans_are_found_by_the_whole_text_and_the_operation()
    {
        var cache = new DocumentCache(1_000_000);
        var schema = Server.Server.Schema;
        var document = Parser.Parse("query A { a } query B { o { a } }");
        var plan = Planner.Plan(schema, new JsonBinding(schema), document, "A");
        cache.Keep("text"u8, "A", plan);
        Assert.Same(plan, cache.Find("text"u8, "A"));
        Assert.Same(document, cache.Document("text"u8));
        Assert.Null(cache.Find("text"u8, "B"));
        Assert.Null(cache.Find("texT"u8, "A"));
    }

    [Fact]
    public void A_flood_of_documents_leaves_what_is_in_use()
    {
        var cache = new DocumentCache(100_000);
        var schema = Server.Server.Schema;
        var plan = Planner.Plan(schema, new JsonBinding(schema), Parser.Parse("{ a }"), null);
        cache.Keep("in use"u8, null, plan);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Keep(Encoding.UTF8.GetBytes($"flood {i}"), null, plan);
            Assert.NotNull(cache.Find("in use"u8, null));
        }

        Assert.Null(cache.Find("flood 1"u8, null));
        Assert.NotNull(cache.Find("flood 9999"u8, null));
    }

    [Fact]
    public void One_server_answers_many_threads()
    {
        var wrong = 0;
        Parallel.For(0, 2_000, i =>
        {
            var query = $"query($x: Int) {{ f(x: $x) n{i % 50}: a }}";
            var answer = Server.Ask(query, $$"""{"f":{"$arguments":true},"n{{i % 50}}":{{i}}}""", $$"""{"x":{{i}}}""");
            if (answer != $$$"""{"data":{"f":"{\"x\":{{{i}}}}","n{{{i % 50}}}":{{{i}}}}}""") Interlocked.Increment(ref wrong);
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_request_allocates_little_beyond_its_response()
    {
        var schema = SchemaLoader.Load([new Source("type Query { item: Item! } type Item { name: String! items: [Item!]! }")]);
        var server = new GraphQLServer(schema, new ItemBinding());
        var root = new Item("root", [.. Enumerable.Range(0, 20).Select(i => new Item($"計画 {i}", [.. Enumerable.Range(0, 20).Select(j => new Item($"施策 {j}", []))]))]);
        const string query = "query($yes: Boolean!) { item { name items { name items @include(if: $yes) { name items { name } } } } }";
        var variables = JsonElement.Parse("""{"yes":true}""");
        long Allocated(int requests)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < requests; i++)
            {
                using var response = server.Execute(new(query, null, variables, root));
                Assert.True(response.Body.Length > 10_000);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(200);
        Assert.InRange(Allocated(100) / 100, 0, 500);
    }

    private sealed record Item(string Name, Item[] Items);

    /// <summary>What generated bindings look like.</summary>
    private sealed class ItemBinding : SchemaBinding
    {
        protected override ObjectBinding? Find(ObjectType type) => type.Name == "Query" ? QueryFields.Instance : ItemFields.Instance;

        public override IReadOnlyList<string> PossibleTypes(string abstractType) => [];
    }

    private sealed class QueryFields : ObjectBinding<Item>
    {
        public static QueryFields Instance { get; } = new();

        protected override int FieldId(string field) => 0;

        protected override bool WriteFields(RequestContext context, Item source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
        {
            for (; cursor.Index < fields.Length; cursor.Index++)
            {
                if (context.Begin(fields[cursor.Index], ref cursor)) ItemFields.Instance.Write(context, source, fields[cursor.Index].Selection!);
            }

            return true;
        }
    }

    private sealed class ItemFields : ObjectBinding<Item>
    {
        public static ItemFields Instance { get; } = new();

        protected override int FieldId(string field) => IndexOf(["name", "items"], field);

        protected override bool WriteFields(RequestContext context, Item source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
        {
            for (; cursor.Index < fields.Length; cursor.Index++)
            {
                var field = fields[cursor.Index];
                if (!context.Begin(field, ref cursor)) continue;
                var written = field.Id switch
                {
                    0 => context.Write(source.Name),
                    _ => context.WriteList(source.Items, field, true, static (c, item, f) => Instance.Write(c, item, f.Selection!)),
                };
                if (!written && field.IsNonNull) return context.NullInNonNull(field);
            }

            return true;
        }
    }
}
