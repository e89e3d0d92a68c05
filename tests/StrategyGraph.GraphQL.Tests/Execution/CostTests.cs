using System.Globalization;
using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>IBM's cost directives: what operations weigh, for the variables they are sent with.</summary>
public sealed class CostTests
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

        """;

    private const string Sdl = Directives + """
        type Query {
          leaf: Int
          heavy: Int @cost(weight: "2.5")
          object: O
          plain: [O]
          assumed: [O] @listSize(assumedSize: 7)
          first(first: Int, last: Int = 3): [O] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          unsaid(first: Int, last: Int): [O] @listSize(assumedSize: 4, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          strict(first: Int, last: Int): [O] @listSize(slicingArguments: ["first", "last"])
          ids(ids: [ID!]): [O] @listSize(slicingArguments: ["ids"])
          page(first: Int): Page @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
          any: Any
          weighed: [W] @listSize(assumedSize: 2)
          find(where: Filter @cost(weight: "10"), number: Int @cost(weight: "0.5")): Int
        }
        type O { leaf: Int object: O assumed: [O] @listSize(assumedSize: 7) }
        type Page { nodes: [O] edges: [Edge] total: Int }
        type Edge { node: O }
        interface Any { object: O }
        type Small implements Any { object: O }
        type Large implements Any { object: O many: [O] @listSize(assumedSize: 100) }
        type W @cost(weight: "3") { leaf: S }
        scalar S @cost(weight: "0.25")
        input Filter { and: [Filter!] text: String @cost(weight: "4") list: Sub @cost(weight: "20") plain: Sub }
        input Sub { text: String }
        type Subscription { object: O }
        """;

    private static readonly Asking Server = new(Sdl);

    [Theory]
    [InlineData("{ leaf }", 0, 1)]
    [InlineData("{ __typename leaf }", 0, 1)]
    [InlineData("{ heavy again: heavy }", 5, 1)]
    [InlineData("{ object { leaf } }", 1, 2)]
    [InlineData("{ object { object { leaf } } }", 2, 3)]
    [InlineData("{ plain { leaf } }", 1, 2)]
    [InlineData("{ assumed { leaf } }", 1, 8)]
    [InlineData("{ assumed { assumed { leaf } } }", 8, 57)]
    [InlineData("{ first(first: 5, last: null) { leaf } }", 1, 6)]
    [InlineData("{ first(first: 5) { leaf } }", 1, 6)]
    [InlineData("{ first { leaf } }", 1, 4)]
    [InlineData("{ first(first: -5, last: null) { leaf } }", 1, 1)]
    [InlineData("{ unsaid { leaf } }", 1, 5)]
    [InlineData("{ strict(first: 2) { leaf } }", 1, 3)]
    [InlineData("{ ids(ids: [1, 2, 3]) { leaf } }", 1, 4)]
    [InlineData("{ ids(ids: 1) { leaf } }", 1, 2)]
    [InlineData("{ page { total } }", 1, 2)]
    [InlineData("{ page { nodes { leaf } } }", 2, 22)]
    [InlineData("{ page(first: 5) { total edges { node { object { leaf } } } nodes { leaf } } }", 13, 22)]
    [InlineData("{ a: page(first: 5) { nodes { leaf } } b: page(first: 6) { nodes { leaf } } }", 4, 14)]
    [InlineData("{ a: page(first: 5) { ...F } b: page(first: 6) { ...F } } fragment F on Page { nodes { leaf } }", 4, 14)]
    [InlineData("{ any { object { leaf } ... on Large { many { leaf } } } }", 3, 103)]
    [InlineData("{ any { ... on Small { object { leaf } } } }", 2, 3)]
    [InlineData("{ weighed { leaf } }", 1, 7.5)]
    [InlineData("{ find(number: 1) }", 0.5, 1)]
    [InlineData("{ find(where: {}) }", 10, 1)]
    [InlineData("{ find(where: { text: \"a\", list: { text: \"b\" }, plain: {} }) }", 35, 1)]
    [InlineData("{ find(where: { and: [{ text: \"a\" }, { text: \"b\" }] }) }", 20, 1)]
    [InlineData("{ object @skip(if: true) { leaf } }", 0, 1)]
    [InlineData("{ a: object { leaf } ... @include(if: false) { b: object { leaf } } a: object { object { leaf } } }", 2, 3)]
    public void An_operation_weighs_what_its_schema_says(string query, double fieldCost, double typeCost) =>
        Assert.Equal(Told(fieldCost, typeCost), Ask(query));

    [Theory]
    [InlineData("query ($n: Int) { page(first: $n) { nodes { leaf } } }", """{"n":3}""", 2, 5)]
    [InlineData("query ($n: Int) { page(first: $n) { nodes { leaf } } }", """{"n":50}""", 2, 52)]
    [InlineData("query ($n: Int) { page(first: $n) { nodes { leaf } } }", "{}", 2, 22)]
    [InlineData("query ($n: Int = 2) { page(first: $n) { nodes { leaf } } }", "{}", 2, 4)]
    [InlineData("query ($ids: [ID!]) { ids(ids: $ids) { leaf } }", """{"ids":["1","2"]}""", 1, 3)]
    [InlineData("query ($where: Filter) { find(where: $where) }", "{}", 0, 1)]
    [InlineData("query ($where: Filter) { find(where: $where) }", """{"where":null}""", 0, 1)]
    [InlineData("query ($where: Filter) { find(where: $where) }", """{"where":{"and":[{"text":"a"},{"list":{"text":"b"}}]}}""", 36, 1)]
    [InlineData("query ($a: [Filter!]) { find(where: { and: $a }) }", """{"a":[{"text":"a"}]}""", 15, 1)]
    [InlineData("query ($yes: Boolean!) { object @include(if: $yes) { leaf } }", """{"yes":true}""", 1, 2)]
    [InlineData("query ($yes: Boolean!) { object @include(if: $yes) { leaf } }", """{"yes":false}""", 0, 1)]
    public void Variables_weigh_by_their_values(string query, string variables, double fieldCost, double typeCost)
    {
        Assert.Equal(Told(fieldCost, typeCost), Ask(query, variables));
        Assert.Equal(Told(fieldCost, typeCost), Ask(query, variables));
    }

    [Fact]
    public void The_cost_comes_with_the_answer_when_asked_for()
    {
        Assert.Equal("""{"data":{"leaf":1},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", Ask("{ leaf }", request: CostRequest.Report));
        Assert.Equal("""{"data":{"leaf":1}}""", Ask("{ leaf }", request: CostRequest.None));
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Q.must.","locations":[{"line":1,"column":3}],"path":["must"]}],"data":null,"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""",
            Ask("{ must }", request: CostRequest.Report, server: new Asking("schema { query: Q } type Q { must: Int! }")));
    }

    [Theory]
    [InlineData("{ page(first: 50) { nodes { leaf } } }", "The operation's type cost is 52; at most 51 is allowed. Ask for smaller pages, or for fewer lists within lists.", 51, 52)]
    [InlineData("{ find(where: { list: {} }) a: find(where: {}) }", "The operation's field cost is 40; at most 30.5 is allowed. Ask for fewer fields, with simpler filters.", 30.5, 40)]
    public void What_costs_too_much_is_refused_before_it_runs(string query, string message, double limit, double cost)
    {
        var server = new Asking(Sdl, new GraphQLOptions { Execution = new ExecutionLimits { MaxTypeCost = 51, MaxFieldCost = 30.5 } });
        foreach (var asked in new[] { CostRequest.None, CostRequest.Report })
        {
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $$"""{"errors":[{"message":"{{message}}","extensions":{"code":"COST_TOO_HIGH","limit":{{limit}},"actual":{{cost}}""") + "}}]}",
                Ask(query, request: asked, server: server));
        }

        Assert.StartsWith("""{"data":""", Ask("{ page(first: 49) { nodes { leaf } } }", request: CostRequest.None, server: server), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_lists_in_lists_leave_no_number_unwritten()
    {
        var query = string.Concat(Enumerable.Repeat("{ assumed ", 100)) + "{ leaf }" + new string('}', 100);
        var cost = JsonElement.Parse(Ask(query)).GetProperty("extensions").GetProperty("operationCost");
        Assert.True(cost.GetProperty("typeCost").GetDouble() > 1e80);
    }

    [Theory]
    [InlineData("{ strict { leaf } }")]
    [InlineData("{ strict(first: 1, last: 2) { leaf } }")]
    public void Where_a_page_needs_one_size_it_needs_just_one(string query) => Assert.Equal(
        """{"errors":[{"message":"Exactly one of the arguments first, last must be given for the field \"Query.strict\".","locations":[{"line":1,"column":3}]}]}""",
        Ask(query));

    [Theory]
    [InlineData("type Query { a: Int @cost(weight: \"much\") }", "A weight is a number in quotes, such as \"2.5\", not \"much\".")]
    [InlineData("type Query { a: Int @listSize(assumedSize: 2) }", "a is no list, and no fields of it are said to be (sizedFields).")]
    [InlineData("type Query { a: [Int] @listSize(assumedSize: -2) }", "A list cannot have -2 items.")]
    [InlineData("type Query { a(s: String): [Int] @listSize(slicingArguments: [\"s\"]) }", "a has no argument \"s\" that is an Int or a list.")]
    [InlineData("type Query { a: Query @listSize(sizedFields: [\"b\"]) b: Int }", "Query has no list \"b\".")]
    public void A_schema_that_cannot_be_weighed_is_refused(string sdl, string message)
    {
        var refused = Assert.Throws<GraphQLException>(() => new Asking(Directives + sdl));
        Assert.Equal(message, Assert.Single(refused.Errors).Message);
        Assert.Equal(3, Assert.Single(refused.Errors).Locations![0].Line);
    }

    private static string Told(double fieldCost, double typeCost) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"extensions":{"operationCost":{"fieldCost":{{fieldCost}},"typeCost":{{typeCost}}""") + "}}}";

    private static string Ask(string query, string variables = "{}", CostRequest request = CostRequest.Validate, Asking? server = null)
    {
        using var response = (server ?? Server).Server.Execute(new(query, null, JsonElement.Parse(variables), JsonElement.Parse("""{"leaf":1}""")) { Cost = request });
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}
