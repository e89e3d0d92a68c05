namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §6.3.2 and §3.13: which fields stand in a response, in which order, under which variables.</summary>
public sealed class CollectFieldsTests
{
    private static readonly Asking Server = new("""
        type Query { a: Int b: Int c: Int d: Int o: O i: I list: [I] }
        type O implements I { a: Int b: Int c: Int o: O i: I }
        type P implements I { a: Int b: Int p: Int i: I }
        interface I { a: Int b: Int i: I }
        """);

    private const string Data = """
        {"a":1,"b":2,"c":3,"d":4,"x":9,"o":{"a":11,"b":12,"c":13,"x":19,"o":{"a":21,"b":22,"c":23}},
         "i":{"__typename":"P","a":31,"b":32,"p":33,"i":{"__typename":"O","a":41,"b":42,"c":43}},
         "list":[{"__typename":"O","a":1,"c":2},{"__typename":"P","a":3,"p":4}]}
        """;

    [Theory]
    [InlineData("{ b a }", """{"b":2,"a":1}""")]
    [InlineData("{ a b a }", """{"a":1,"b":2}""")]
    [InlineData("{ x: a a }", """{"x":9,"a":1}""")]
    [InlineData("{ ...F a } fragment F on Query { b c }", """{"b":2,"c":3,"a":1}""")]
    [InlineData("{ c ...F a ...F } fragment F on Query { b c }", """{"c":3,"b":2,"a":1}""")]
    [InlineData("{ o { b } a o { a b } }", """{"o":{"b":12,"a":11},"a":1}""")]
    [InlineData("{ ... on Query { o { c } } ... { o { a } } }", """{"o":{"c":13,"a":11}}""")]
    [InlineData("{ o { o { b } } ...F } fragment F on Query { o { a o { a } } }", """{"o":{"o":{"b":22,"a":21},"a":11}}""")]
    [InlineData("{ i { a ... on O { c } ... on P { p } b } }", """{"i":{"a":31,"p":33,"b":32}}""")]
    [InlineData("{ i { ...F i { ...F } } } fragment F on I { __typename ... on O { c } ... on P { p } }",
        """{"i":{"__typename":"P","p":33,"i":{"__typename":"O","c":43}}}""")]
    [InlineData("{ list { ... on I { a } ... on O { c } kind: __typename } }",
        """{"list":[{"a":1,"c":2,"kind":"O"},{"a":3,"kind":"P"}]}""")]
    [InlineData("{ __typename a @skip(if: true) b @include(if: false) c @skip(if: false) @include(if: true) d @include(if: true) @skip(if: true) }",
        """{"__typename":"Query","c":3}""")]
    [InlineData("{ o { a @skip(if: true) } }", """{"o":{}}""")]
    public void Fields_stand_in_the_order_of_first_appearance(string query, string data) =>
        Assert.Equal($$"""{"data":{{data}}}""", Server.Ask(query, Data));

    [Theory]
    // Variables s and t, each false and true: FF, TF, FT, TT.
    [InlineData("a @include(if: $s) b a", """{"b":2,"a":1}""", """{"a":1,"b":2}""", """{"b":2,"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("a b a @include(if: $s)", """{"a":1,"b":2}""", """{"a":1,"b":2}""", """{"a":1,"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("a @include(if: $s) b @skip(if: $s) a @include(if: $t)", """{"b":2}""", """{"a":1}""", """{"b":2,"a":1}""", """{"a":1}""")]
    [InlineData("a @include(if: $s) @skip(if: $t) b", """{"b":2}""", """{"a":1,"b":2}""", """{"b":2}""", """{"b":2}""")]
    [InlineData("o { a } b o @include(if: $s) { b c @skip(if: $t) }",
        """{"o":{"a":11},"b":2}""", """{"o":{"a":11,"b":12,"c":13},"b":2}""", """{"o":{"a":11},"b":2}""", """{"o":{"a":11,"b":12},"b":2}""")]
    [InlineData("o @include(if: $s) { a } b o @include(if: $t) { c a }",
        """{"b":2}""", """{"o":{"a":11},"b":2}""", """{"b":2,"o":{"c":13,"a":11}}""", """{"o":{"a":11,"c":13},"b":2}""")]
    [InlineData("...F @include(if: $s) b ...F @include(if: $t) } fragment F on Query { a",
        """{"b":2}""", """{"a":1,"b":2}""", """{"b":2,"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("... @include(if: $s) { ...F } b ...F } fragment F on Query { c a @skip(if: $t)",
        """{"b":2,"c":3,"a":1}""", """{"c":3,"a":1,"b":2}""", """{"b":2,"c":3}""", """{"c":3,"b":2}""")]
    [InlineData("... @include(if: $s) { ... @skip(if: $s) { a } } ... @include(if: $t) { ... @include(if: $t) { b } }",
        "{}", "{}", """{"b":2}""", """{"b":2}""")]
    [InlineData("o @include(if: $s) { o { a } } o @skip(if: $s) { o { b } } c @include(if: $t)",
        """{"o":{"o":{"b":22}}}""", """{"o":{"o":{"a":21}}}""", """{"o":{"o":{"b":22}},"c":3}""", """{"o":{"o":{"a":21}},"c":3}""")]
    [InlineData("i @include(if: $s) { a ... on P { p } } i @include(if: $t) { ... on P { b } a }",
        "{}", """{"i":{"a":31,"p":33}}""", """{"i":{"b":32,"a":31}}""", """{"i":{"a":31,"p":33,"b":32}}""")]
    public void Conditions_choose_within_one_plan(string selection, params string[] data)
    {
        // Every variable has to be used; this one is left out for any value of it.
        const string unused = "... @skip(if: true) { u: a @skip(if: $s) v: a @skip(if: $t) }";
        var query = $"query($s: Boolean!, $t: Boolean!) {{ {unused} {selection} }}";
        for (var i = 0; i < 4; i++)
        {
            var variables = $$"""{"s":{{(i & 1) != 0}},"t":{{(i & 2) != 0}}}""".ToLowerInvariant();
            Assert.Equal($$"""{"data":{{data[i]}}}""", Server.Ask(query, Data, variables));
        }
    }

    [Fact]
    public void There_is_no_bound_on_the_number_of_conditions()
    {
        var numbers = Enumerable.Range(0, 200).ToList();
        var query = $"query({string.Join(" ", numbers.Select(n => $"$v{n}: Boolean!"))}) {{ {string.Join(" ", numbers.Select(n => $"a{n}: a @include(if: $v{n})"))} }}";
        var data = $$"""{{{string.Join(",", numbers.Select(n => $"\"a{n}\":{n}"))}}}""";
        var variables = $$"""{{{string.Join(",", numbers.Select(n => $"\"v{n}\":{(n % 67 == 0 ? "true" : "false")}"))}}}""";
        var server = new Asking("type Query { a: Int }", new GraphQLOptions { Validation = new() { MaxAliases = 200 } });
        Assert.Equal("""{"data":{"a0":0,"a67":67,"a134":134}}""", server.Ask(query, data, variables));
    }

    [Fact]
    public void A_variable_that_is_no_boolean_refuses_the_request() => Assert.Equal(
        """{"errors":[{"message":"Variable \"$s\" has invalid value: Expected value of non-null type \"Boolean!\" not to be null.","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}""",
        Server.Ask("query($s: Boolean = true) { a @skip(if: $s) }", Data, """{"s":null}"""));

    [Fact]
    public void Errors_name_every_included_selection_of_their_field() => Assert.Equal(
        """{"errors":[{"message":"no","locations":[{"line":1,"column":23},{"line":1,"column":50}],"path":["a"]}],"data":{"a":null}}""",
        Server.Ask("query($s: Boolean!) { a a @include(if: $s) ... { a } }", """{"a":{"$error":"no"}}""", """{"s":false}"""));

    [Fact]
    public void A_selection_in_a_fragment_that_is_spread_twice_is_named_once() => Assert.Equal(
        """{"errors":[{"message":"no","locations":[{"line":1,"column":71}],"path":["a"]}],"data":{"a":null}}""",
        Server.Ask("query($s: Boolean!) { ...F @skip(if: $s) ...F } fragment F on Query { a }", """{"a":{"$error":"no"}}""", """{"s":false}"""));
}
