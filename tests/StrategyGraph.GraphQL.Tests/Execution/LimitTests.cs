using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>What a request may cost: every limit answers with an error that names it.</summary>
public sealed class LimitTests
{
    private const string Sdl = """
        type Query { o: O i: I a: Int list: [Int] bad: [Int!] objects: [O] }
        type Mutation { a: Int }
        type O implements I { o: O i: I a: Int must: Int! }
        type P implements I { o: O i: I a: Int }
        interface I { o: O i: I a: Int }
        input In { in: In, list: [In] }
        """;

    private static Asking With(ExecutionLimits limits) => new(Sdl, new GraphQLOptions { Execution = limits });

    private static (string Code, string Message) Error(string response)
    {
        var error = JsonElement.Parse(response).GetProperty("errors").EnumerateArray().Last();
        return (error.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("code").GetString()! : "", error.GetProperty("message").GetString()!);
    }

    [Fact]
    public void Fields_nest_only_so_deep_however_the_depth_is_made()
    {
        var server = With(new ExecutionLimits { MaxDepth = 5 });
        Assert.Equal("""{"data":{"o":null}}""", server.Ask("{ o { o { o { o { a } } } } }"));
        Assert.Equal("OPERATION_TOO_DEEP", Error(server.Ask("{ o { o { o { o { o { a } } } } } }")).Code);
        Assert.Equal("OPERATION_TOO_DEEP", Error(server.Ask("{ o { ...A } } fragment A on O { o { ...B } } fragment B on O { o { ...C } } fragment C on O { o { o { a } } }")).Code);

        // Every fragment's own depth is small, and each was planned before the chain above it.
        Assert.Equal("OPERATION_TOO_DEEP", Error(server.Ask(
            "{ x: o { ...C } y: o { ...B } z: o { ...A } } fragment C on O { o { o { a } } } fragment B on O { o { ...C } } fragment A on O { o { ...B } }")).Code);
    }

    [Fact]
    public void A_long_chain_of_fragments_is_refused_and_does_not_end_the_process()
    {
        var chain = string.Join(" ", Enumerable.Range(0, 400).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}"));
        Assert.Equal("OPERATION_TOO_DEEP", Error(new Asking(Sdl).Ask($"{{ ...F0 }} {chain} fragment F400 on Query {{ a }}")).Code);
    }

    [Fact]
    public void Nested_interfaces_cost_what_they_are_long_not_the_number_of_their_combinations()
    {
        var depth = 60;
        var query = string.Concat(Enumerable.Repeat("{ i ", depth)) + "{ a }" + new string('}', depth);
        Assert.Equal("""{"data":{"i":null}}""", new Asking(Sdl).Ask(query));
    }

    [Fact]
    public void Fragments_that_multiply_are_refused()
    {
        // Each level stands under two conditions, so the next has each of its fields under twice as many.
        var levels = Enumerable.Range(0, 20).Select(i => $"fragment F{i} on I {{ i @include(if: $a{i}) {{ ...F{i + 1} }} i @include(if: $b{i}) {{ ...F{i + 1} }} }}");
        var variables = string.Join(" ", Enumerable.Range(0, 20).Select(i => $"$a{i}: Boolean! $b{i}: Boolean!"));
        var (code, message) = Error(new Asking(Sdl).Ask($"query({variables}) {{ i {{ ...F0 }} }} {string.Join(" ", levels)} fragment F20 on I {{ a }}"));
        Assert.Equal("TOO_MANY_FIELDS", code);
        Assert.Contains("10000", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_grows_too_large_is_given_up()
    {
        var server = With(new ExecutionLimits { MaxResponseBytes = 20_000 });
        var data = $$"""{"list":[{{string.Join(",", Enumerable.Range(0, 9_000))}}]}""";
        Assert.Equal(("RESPONSE_TOO_LARGE", "The response has more than 20000 bytes. Ask for fewer fields, or for smaller pages."), Error(server.Ask("{ list }", data)));
        Assert.Equal("""{"data":{"a":1}}""", server.Ask("{ a }", """{"a":1}"""));
    }

    [Fact]
    public void An_operation_that_runs_too_long_is_stopped() => Assert.Equal(
        "TOO_MUCH_TIME", Error(With(new ExecutionLimits { MaxTime = TimeSpan.FromTicks(-1) }).Ask("{ a }", """{"a":1}""")).Code);

    [Fact]
    public void A_resolver_that_says_it_is_working_is_stopped_too()
    {
        var schema = SchemaLoader.Load([new Source("type Query { a: Int }")]);
        var server = new GraphQLServer(schema, new EndlessBinding(), new GraphQLOptions { Execution = new ExecutionLimits { MaxTime = TimeSpan.FromMilliseconds(20) } });
        using var response = server.Execute(new("{ a }", Root: ""));
        Assert.Equal("TOO_MUCH_TIME", Error(System.Text.Encoding.UTF8.GetString(response.Body.Span)).Code);
        Assert.Equal(GraphQLOutcome.Aborted, response.Outcome);
    }

    private sealed class EndlessBinding : SchemaBinding
    {
        protected override ObjectBinding? Find(ObjectType type) => new Endless();

        public override IReadOnlyList<string> PossibleTypes(string abstractType) => [];

        private sealed class Endless : ObjectBinding<string>
        {
            protected override int FieldId(string field) => 0;

            protected override bool WriteFields(RequestContext context, string source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
            {
                while (true) RequestContext.Working();
            }
        }
    }

    [Fact]
    public void A_cancelled_request_is_stopped()
    {
        using var response = new Asking(Sdl).Server.Execute(new("{ a }", Root: JsonElement.Parse("{}")), new CancellationToken(true));
        Assert.Equal(GraphQLOutcome.Aborted, response.Outcome);
    }

    [Fact]
    public void Only_so_many_errors_are_listed()
    {
        var data = $$"""{"objects":[{{string.Join(",", Enumerable.Repeat("{}", 30))}}]}""";
        var errors = JsonElement.Parse(With(new ExecutionLimits { MaxErrors = 10 }).Ask("{ objects { must } }", data)).GetProperty("errors");
        Assert.Equal(11, errors.GetArrayLength());
        Assert.Equal("20 more errors are not listed; a response lists 10.", errors[10].GetProperty("message").GetString());
    }

    [Fact]
    public void Variables_nest_only_so_deep()
    {
        var server = new Asking("type Query { f(in: In): Int } input In { in: In }", new GraphQLOptions { Execution = new ExecutionLimits { MaxVariableDepth = 8 } });
        var deep = string.Concat(Enumerable.Repeat("{\"in\":", 9)) + "null" + new string('}', 9);
        Assert.Equal(("VARIABLES_TOO_DEEP", "The value of variable \"$v\" nests more than 8 levels deep."), Error(server.Ask("query($v: In) { f(in: $v) }", "{}", $$"""{"v":{{deep}}}""")));
    }
}
