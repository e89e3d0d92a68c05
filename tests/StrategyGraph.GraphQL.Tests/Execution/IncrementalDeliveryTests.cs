using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>How payloads are asked for, what they may cost, and what becomes of them when it ends early.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string Deferred = "{ o { s ... @defer { n } } ints @stream }";
    private const string Data = """{"o":{"s":"a","n":1},"ints":[1,2]}""";

    private static Asking With(ExecutionLimits limits) => new(Asking.IncrementalSdl, new GraphQLOptions { Execution = limits });

    private static GraphQLResponse Begin(Asking asking, string query, string data, CancellationToken cancellationToken = default) =>
        asking.Server.Execute(new(query, Root: JsonElement.Parse(data)) { Incremental = true }, cancellationToken);

    private static string Text(GraphQLResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    private static string Code(string payload) => JsonElement.Parse(payload) switch
    {
        var json when json.TryGetProperty("errors", out var errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString()!,
        var json => json.GetProperty("completed")[0].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!,
    };

    private static IEnumerable<JsonElement> Incremental(string payload) =>
        JsonElement.Parse(payload).TryGetProperty("incremental", out var incremental) ? incremental.EnumerateArray() : [];

    [Fact]
    public void A_client_that_takes_one_response_gets_it_whole() =>
        Assert.Equal("""{"data":{"o":{"s":"a","n":1},"ints":[1,2]}}""", new Asking(Asking.IncrementalSdl).Ask(Deferred, Data));

    [Fact]
    public void One_document_is_planned_for_what_its_variables_decide()
    {
        var server = new Asking(Asking.IncrementalSdl);
        const string query = "query ($d: Boolean = true, $s: Boolean! = false) { o { s @skip(if: $s) ... @defer(if: $d) { n } } }";
        foreach (var (variables, first) in new[]
        {
            ("{}", """{"s":"a"}"""),
            ("""{"d":false}""", """{"s":"a","n":1}"""),
            ("""{"s":true}""", "{}"),
            ("""{"d":true,"s":false}""", """{"s":"a"}"""),
            ("""{"d":true,"s":true}""", "{}"),
        })
        {
            Assert.Equal(first, JsonElement.Parse(server.Payloads(query, Data, variables)[0]).GetProperty("data").GetProperty("o").GetRawText());
            Assert.Contains("\"data\":{\"o\":{", server.Ask(query, Data, variables));
        }

        Assert.Equal(
            ["""{"errors":[{"message":"Argument \"@defer(if:)\" of non-null type \"Boolean!\" must not be null."}]}"""],
            server.Payloads(query, Data, """{"d":null}"""));
        Assert.Equal(
            """{"errors":[{"message":"Argument \"@stream(initialCount:)\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":23}],"path":["ints"]}],"data":{"ints":null}}""",
            server.Payloads("query ($c: Int = 1) { ints @stream(initialCount: $c) }", Data, """{"c":null}""").Single());
    }

    [Fact]
    public void A_payload_is_executed_when_it_is_asked_for()
    {
        var faults = new List<string>();
        var server = new Asking(Asking.IncrementalSdl, new GraphQLOptions
        {
            UnexpectedError = fault =>
            {
                faults.Add(fault.Message);
                return null;
            },
        });
        using var response = Begin(server, "{ o { s ... @defer { n must } } ints @stream(initialCount: 1) }", """{"o":{"s":"a","n":{"$throw":"one"},"must":1},"ints":[1,2,{"$throw":"two"}]}""");
        Assert.Empty(faults);
        response.Next();
        Assert.Equal(
            """{"hasNext":true,"incremental":[{"id":"0","data":{"n":null,"must":1},"errors":[{"message":"Internal error.","locations":[{"line":1,"column":22}],"path":["o","n"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}],"completed":[{"id":"0"}]}""",
            Text(response));
        Assert.Equal(["one"], faults);
        response.Next();
        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"1","items":[2]}],"completed":[{"id":"1","errors":[{"message":"Internal error.","locations":[{"line":1,"column":33}],"path":["ints"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}]}""",
            Text(response));
        Assert.Equal(["one", "two"], faults);
        Assert.Throws<InvalidOperationException>(response.Next);
    }

    [Fact]
    public void Long_lists_and_many_places_come_in_payloads_of_some_size()
    {
        var items = Enumerable.Range(0, 1000).ToList();
        var streamed = new Asking(Asking.IncrementalSdl).Payloads("{ ints @stream }", $$"""{"ints":[{{string.Join(",", items)}}]}""");
        Assert.Equal(items, streamed.Skip(1).SelectMany(Incremental).SelectMany(i => i.GetProperty("items").EnumerateArray()).Select(i => i.GetInt32()));
        Assert.InRange(streamed.Length, 10, 12);

        var text = new string('x', 1000);
        var deferred = new Asking(Asking.IncrementalSdl).Payloads(
            "{ list { ... @defer { s } } }", $$"""{"list":[{{string.Join(",", items[..100].Select(i => $$"""{"s":"{{i}} {{text}}"}"""))}}]}""");
        Assert.Equal(items[..100], deferred.Skip(1).SelectMany(Incremental).Select(i => int.Parse(i.GetProperty("data").GetProperty("s").GetString()!.Split(' ')[0])));
        Assert.InRange(deferred.Length, 6, 9);
    }

    [Fact]
    public async Task A_stream_of_responses_has_one_for_each_payload()
    {
        var server = new Asking(Asking.IncrementalSdl, new GraphQLOptions { PooledContexts = 1 });
        var request = new ExecutionRequest(Deferred, Root: JsonElement.Parse(Data)) { Incremental = true };
        for (var taken = 1; taken <= 3; taken++)
        {
            var payloads = new List<string>();
            await foreach (var response in server.Server.ExecuteStream(request, NoEvents))
            {
                using (response) payloads.Add(Text(response));
                Assert.Equal(payloads.Count < 3, response.HasNext);
                if (payloads.Count == taken) break;
            }

            Assert.Equal(server.Payloads(Deferred, Data)[..taken], payloads);
        }

        await foreach (var response in server.Server.ExecuteStream(request with { Incremental = false }, NoEvents)) Assert.False(response.HasNext);
    }

    [Fact]
    public async Task Events_of_a_subscription_are_whole()
    {
        var server = new Asking(Asking.IncrementalSdl);
        var request = new ExecutionRequest("subscription ($d: Boolean! = true) { o { s ... @defer(if: $d) { n } } }") { Incremental = true };
        var source = new[] { (object)JsonElement.Parse(Data) };
        await foreach (var response in server.Server.ExecuteStream(request, (_, _, _) => source.ToAsyncEnumerable()))
        {
            using (response) Assert.Equal("""{"data":{"o":{"s":"a","n":1}}}""", Text(response));
        }
    }

    [Fact]
    public void Only_so_many_results_may_be_pending()
    {
        const string data = """{"list":[{"n":1,"ints":[]},{"n":2,"ints":[]}]}""";
        Assert.Equal(2, With(new ExecutionLimits { MaxPendingResults = 4 }).Payloads("{ list { ... @defer { n } } }", data).Length);
        Assert.Equal("TOO_MANY_PENDING", Code(With(new ExecutionLimits { MaxPendingResults = 3 }).Payloads("{ list { ... @defer { n } } }", data).Single()));
        Assert.Equal("TOO_MANY_PENDING", Code(With(new ExecutionLimits { MaxPendingResults = 1 }).Payloads("{ list { ints @stream } }", data).Single()));
        Assert.Equal("TOO_MANY_PENDING", Code(With(new ExecutionLimits { MaxPendingResults = 4 }).Payloads("{ list { ... @defer { n } ... @defer { n } } }", data).Single()));

        var late = With(new ExecutionLimits { MaxPendingResults = 3 }).Payloads("{ list @stream { ... @defer { n } } }", data);
        Assert.Equal(2, late.Length);
        Assert.Equal("TOO_MANY_PENDING", Code(late[1]));
        Assert.Contains("\"hasNext\":false", late[1]);
    }

    [Fact]
    public void The_payloads_together_may_have_so_many_bytes()
    {
        var data = $$"""{"list":[{{string.Join(",", Enumerable.Range(0, 400).Select(_ => $$"""{"s":"{{new string('x', 100)}}"}"""))}}]}""";
        var server = With(new ExecutionLimits { MaxResponseBytes = 30_000 });
        var payloads = server.Payloads("{ list @stream { s } }", data);
        Assert.Equal("RESPONSE_TOO_LARGE", Code(payloads[^1]));
        Assert.InRange(payloads.Sum(p => p.Length), 20_000, 31_000);

        payloads = server.Payloads("{ n ... @defer { list { s } } }", data);
        Assert.Equal(2, payloads.Length);
        Assert.Equal("RESPONSE_TOO_LARGE", Code(payloads[1]));
    }

    [Fact]
    public void All_that_is_pending_fails_when_the_client_gives_up()
    {
        using var cancellation = new CancellationTokenSource();
        using var response = Begin(new Asking(Asking.IncrementalSdl), Deferred, Data, cancellation.Token);
        cancellation.Cancel();
        response.Next();
        Assert.Equal(GraphQLOutcome.Aborted, response.Outcome);
        Assert.False(response.HasNext);
        const string errors = """[{"message":"The request was cancelled.","extensions":{"code":"CANCELLED"}}]""";
        Assert.Equal($$"""{"hasNext":false,"completed":[{"id":"0","errors":{{errors}}},{"id":"1","errors":{{errors}}}]}""", Text(response));
    }

    [Fact]
    public void Whoever_reads_may_stop_with_a_reason()
    {
        using var response = Begin(new Asking(Asking.IncrementalSdl), Deferred, Data);
        response.Next();
        response.Stop(GraphQLError.WithCode("ENOUGH", "That will do."));
        Assert.Equal("""{"hasNext":false,"completed":[{"id":"1","errors":[{"message":"That will do.","extensions":{"code":"ENOUGH"}}]}]}""", Text(response));
        Assert.Equal("ENOUGH", Assert.Single(response.Errors).Code);
        Assert.False(response.HasNext);
    }

    [Fact]
    public void The_time_of_the_reader_is_not_counted()
    {
        using var response = Begin(With(new ExecutionLimits { MaxTime = TimeSpan.FromSeconds(2) }), Deferred, Data);
        Thread.Sleep(2_100);
        response.Next();
        Assert.Equal(GraphQLOutcome.Executed, response.Outcome);
    }

    [Fact]
    public void Deferrals_nest_only_so_deep()
    {
        var nested = string.Concat(Enumerable.Repeat("... @defer { ", 20));
        var query = $"{{ {nested} o {{ {nested} n {new string('}', 42)}";
        Assert.Equal(3, With(new ExecutionLimits { MaxDepth = 40 }).Payloads(query, Data).Length);
        Assert.Equal("OPERATION_TOO_DEEP", Code(With(new ExecutionLimits { MaxDepth = 39 }).Payloads(query, Data).Single()));
    }

    [Fact]
    public void Many_overlapping_deferrals_cost_what_they_are_long()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"a{i}: n").ToList();
        var query = $"{{ o {{ {string.Join(" ", Enumerable.Range(0, 10).Select(i => $"... @defer {{ {string.Join(" ", names[(i * 20)..])} }}"))} }} }}";
        var server = new Asking(Asking.IncrementalSdl, new GraphQLOptions { Validation = ValidationOptions.Default with { MaxAliases = 2_000 } });
        var payloads = server.Payloads(query, Data);
        Assert.Equal(200, payloads.Skip(1).SelectMany(Incremental).Sum(i => i.GetProperty("data").EnumerateObject().Count()));
    }

    [Fact]
    public async Task A_streamed_list_is_read_as_it_is_sent_and_closed_when_the_reader_leaves()
    {
        var list = new CountingList();
        var request = new ExecutionRequest("{ items @stream(initialCount: 2) }", Root: list) { Incremental = true };
        await foreach (var response in list.Server.ExecuteStream(request, NoEvents))
        {
            Assert.Equal(2, list.Read);
            Assert.False(list.IsClosed);
            response.Dispose();
            break;
        }

        Assert.True(list.IsClosed);
    }

    private static IAsyncEnumerable<object> NoEvents(FieldDefinition field, object? arguments, CancellationToken cancellationToken) => AsyncEnumerable.Empty<object>();

    /// <summary>A root whose one list tells how far it was read.</summary>
    private sealed class CountingList : SchemaBinding
    {
        private readonly Schema _schema = SchemaLoader.Load([new Source("""
            directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
            type Query { items: [Int!] }
            """)]);

        public GraphQLServer Server => new(_schema, this);
        public int Read { get; private set; }
        public bool IsClosed { get; private set; }

        protected override ObjectBinding Find(ObjectType type) => new Fields();

        public override IReadOnlyList<string> PossibleTypes(string abstractType) => [];

        private IEnumerable<int> Items()
        {
            try
            {
                while (true) yield return ++Read;
            }
            finally
            {
                IsClosed = true;
            }
        }

        private sealed class Fields : ObjectBinding<CountingList>
        {
            protected override int FieldId(string field) => 0;

            protected override bool WriteFields(RequestContext context, CountingList source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
            {
                for (; cursor.Index < fields.Length; cursor.Index++)
                {
                    if (context.Begin(fields[cursor.Index], ref cursor))
                        context.WriteList(source.Items(), fields[cursor.Index], itemsNonNull: true, static (c, item, _) => c.WriteInt(item));
                }

                return true;
            }
        }
    }
}
