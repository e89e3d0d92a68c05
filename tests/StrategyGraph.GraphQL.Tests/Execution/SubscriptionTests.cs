using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §6.2.3: a source stream of events, each the root of one execution.</summary>
public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Mutation { a: Int }
        type Subscription { counted(to: Int! = 2): Int, told: Told, must: Int! }
        type Told { text: String, must: Int! }
        """;

    private static readonly Asking Server = new(Sdl);

    private static async Task<string[]> Subscribe(string document, SourceEventStream source, string variables = "{}", CancellationToken cancellationToken = default)
    {
        var answers = new List<string>();
        var request = new ExecutionRequest(document, null, JsonElement.Parse(variables), JsonElement.Parse("""{"a":1}"""));
        await foreach (var response in Server.Server.ExecuteStream(request, source, cancellationToken))
        {
            using (response) answers.Add(Encoding.UTF8.GetString(response.Body.Span));
        }

        return [.. answers];
    }

    private static SourceEventStream Events(params string[] events) => (_, _, _) => events.ToAsyncEnumerable().Select(e => (object)JsonElement.Parse(e));

    [Fact]
    public async Task Each_event_is_executed_as_the_root() => Assert.Equal(
        ["""{"data":{"told":{"text":"one"}}}""", """{"data":{"told":{"text":"two"}}}"""],
        await Subscribe("subscription { told { text } }", Events("""{"told":{"text":"one"}}""", """{"told":{"text":"two"}}""")));

    [Fact]
    public async Task The_source_is_told_the_field_and_its_arguments()
    {
        (string? Field, object? Arguments) told = default;
        await Subscribe("subscription ($n: Int! = 5) { n: counted(to: $n) }", (field, arguments, _) =>
        {
            told = (field.Name, arguments);
            return AsyncEnumerable.Empty<object>();
        });
        Assert.Equal("counted", told.Field);
        Assert.Equal([5], Assert.IsType<object?[]>(told.Arguments));
    }

    [Fact]
    public async Task An_error_in_one_event_leaves_the_others()
    {
        var answers = await Subscribe("subscription { told { must } }", Events("""{"told":{"must":null}}""", """{"told":{"must":2}}"""));
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Told.must.","locations":[{"line":1,"column":23}],"path":["told","must"]}],"data":{"told":null}}""",
            answers[0]);
        Assert.Equal("""{"data":{"told":{"must":2}}}""", answers[1]);
    }

    [Theory]
    [InlineData("subscription { told", "Syntax Error")]
    [InlineData("subscription { nothing }", "Cannot query field")]
    [InlineData("subscription { told { text } counted }", "must select only one top level field")]
    [InlineData("subscription ($n: Int!) { counted(to: $n) }", "was not provided|to be provided")]
    public async Task What_is_refused_is_one_response_without_data(string document, string message)
    {
        var answer = Assert.Single(await Subscribe(document, Events("{}")));
        Assert.StartsWith("""{"errors":[""", answer, StringComparison.Ordinal);
        Assert.Matches(message, answer);
    }

    [Fact]
    public async Task A_source_that_refuses_is_the_fields_error() => Assert.Equal(
        ["""{"errors":[{"message":"Not today.","locations":[{"line":1,"column":16}],"path":["c"]}]}"""],
        await Subscribe("subscription { c: counted }", (_, _, _) => throw new GraphQLException("Not today.")));

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_and_is_masked()
    {
        var answers = await Subscribe("subscription { counted }", (_, _, _) => Broken());
        Assert.Equal(
            ["""{"data":{"counted":1}}""", """{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":16}],"path":["counted"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"""],
            answers);

        static async IAsyncEnumerable<object> Broken()
        {
            yield return JsonElement.Parse("""{"counted":1}""");
            await Task.Yield();
            throw new InvalidOperationException("a secret");
        }
    }

    [Fact]
    public async Task When_nobody_listens_any_more_the_source_is_ended()
    {
        var ended = false;
        using var gone = new CancellationTokenSource();
        var answers = await Subscribe("subscription { counted }", (_, _, c) => Endless(c), cancellationToken: gone.Token);
        Assert.Equal(["""{"data":{"counted":1}}"""], answers);
        Assert.True(ended);

        async IAsyncEnumerable<object> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return JsonElement.Parse("""{"counted":1}""");
                await gone.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended = true;
            }
        }
    }

    [Fact]
    public async Task What_the_subscription_was_asked_of_is_not_kept_while_it_waits()
    {
        var never = new TaskCompletionSource();
        var (responses, root) = Begin();
        for (var i = 0; i < 20 && root.IsAlive; i++)
        {
            GC.Collect();
            await Task.Delay(10);
        }

        Assert.False(root.IsAlive);
        GC.KeepAlive(responses);
        never.SetResult();

        [MethodImpl(MethodImplOptions.NoInlining)]
        (IAsyncEnumerator<GraphQLResponse>, WeakReference) Begin()
        {
            var root = new object();
            var responses = Server.Server.ExecuteStream(new ExecutionRequest("subscription { counted }", Root: root), (_, _, _) => Waiting()).GetAsyncEnumerator();
            Assert.False(responses.MoveNextAsync().AsTask().IsCompleted);
            return (responses, new WeakReference(root));
        }

        async IAsyncEnumerable<object> Waiting()
        {
            await never.Task;
            yield break;
        }
    }

    [Fact]
    public async Task Queries_have_one_response() => Assert.Equal(["""{"data":{"a":1}}"""], await Subscribe("{ a }", Events("{}", "{}")));

    [Fact]
    public void Where_one_response_is_expected_a_subscription_is_not_served()
    {
        using var refused = Server.Server.Execute(new("subscription { counted }"));
        Assert.Equal(GraphQLOutcome.NotServed, refused.Outcome);
        Assert.Equal(
            """{"errors":[{"message":"A subscription is answered by a stream: ask over a WebSocket (graphql-transport-ws), or with Accept: text/event-stream.","extensions":{"code":"OPERATION_NOT_SERVED"}}]}""",
            Encoding.UTF8.GetString(refused.Body.Span));
    }
}
