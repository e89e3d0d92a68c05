using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests;

public class SchemaLoaderTests
{
    private static IEnumerable<string> Refusals(params Source[] files) =>
        Assert.Throws<GraphQLException>(() => SchemaLoader.Load(files)).Errors
            .SelectMany(e => e.Locations ?? [], (e, l) => $"{l.File}:{l.Line}:{l.Column} {e.Message}");

    [Fact]
    public void Files_make_one_schema()
    {
        var schema = SchemaLoader.Load([
            new Source("type Query { plan: Plan } # no line break at the end", "query.graphql"),
            new Source("type Plan { title: String }\nextend type Query { now: Date }\nscalar Date", "plan.graphql"),
        ]);

        Assert.Equal(["plan", "now"], schema.Query.Fields.Select(f => f.Name));
    }

    [Fact]
    public void Every_syntax_error_names_its_own_file() => Assert.Equal(
        ["a.graphql:2:2 Syntax Error: Expected Name, found <EOF>.", "c.graphql:1:6 Syntax Error: Expected Name, found \"!\"."],
        Refusals(new Source("type Query {\n ", "a.graphql"), new Source("type B { b: Int }", "b.graphql"), new Source("type ! { b: Int }", "c.graphql")));

    [Fact]
    public void An_error_between_files_is_reported_where_each_stands() => Assert.Equal(
        ["a.graphql:1:6 There can be only one type named \"Query\".", "b.graphql:2:6 There can be only one type named \"Query\"."],
        Refusals(new Source("type Query { a: Int }", "a.graphql"), new Source("\ntype Query { b: Int }", "b.graphql")));

    [Fact]
    public void Each_step_is_reported_before_the_next_is_taken()
    {
        Assert.Equal(["a.graphql:1:17 Unknown type \"Plan\"."], Refusals(new Source("type Query { a: Plan }", "a.graphql")));
        Assert.Equal(["a.graphql:1:17 The type of Query.a must be Output Type but got: In."], Refusals(new Source("type Query { a: In } input In { b: Int }", "a.graphql")));
        Assert.Equal(
            ["a.graphql:1:1 A schema file has no place for operations and fragments."],
            Refusals(new Source("{ a } type Query { a: Int }", "a.graphql")));
    }
}
