using System.Text.Json;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §6.1.2, §6.4.1 and §3: variables and literals become arguments.</summary>
public sealed class VariableTests
{
    private static readonly Asking Server = new("""
        type Query {
          f(int: Int, float: Float, text: String, flag: Boolean, id: ID, e: E, list: [Int!], grid: [[Int]], d: Int = 5, dn: Int = null, in: In, one: One, any: Any): String
          must(int: Int!, d: Int! = 7): String
        }
        enum E { A B }
        input In { a: Int, b: Int! = 3, c: [In!], s: String }
        input One @oneOf { a: Int, b: String }
        scalar Any
        """);

    [Theory]
    [InlineData("", "f", "{}", """{"d":5,"dn":null}""")]
    [InlineData("", "f(int: null, d: null)", "{}", """{"int":null,"d":null,"dn":null}""")]
    [InlineData("", "f(float: 3, id: 4, e: B, flag: true, text: \"x\")", "{}", """{"float":3,"text":"x","flag":true,"id":"4","e":"B","d":5,"dn":null}""")]
    [InlineData("", "f(list: 1, grid: [1, [2, null]])", "{}", """{"list":[1],"grid":[[1],[2,null]],"d":5,"dn":null}""")]
    [InlineData("", "f(in: { a: 1, c: { b: 2 } })", "{}", """{"d":5,"dn":null,"in":{"a":1,"b":3,"c":[{"b":2}]}}""")]
    [InlineData("", "f(one: { b: \"x\" })", "{}", """{"d":5,"dn":null,"one":{"b":"x"}}""")]
    [InlineData("$v: Int", "f(int: $v, d: $v)", "{}", """{"d":5,"dn":null}""")]
    [InlineData("$v: Int", "f(int: $v, d: $v)", """{"v":null}""", """{"int":null,"d":null,"dn":null}""")]
    [InlineData("$v: Int", "f(int: $v, d: $v)", """{"v":1}""", """{"int":1,"d":1,"dn":null}""")]
    [InlineData("$v: Int = 9", "f(int: $v, d: $v)", "{}", """{"int":9,"d":9,"dn":null}""")]
    [InlineData("$v: Int = 9", "f(int: $v)", """{"v":null}""", """{"int":null,"d":5,"dn":null}""")]
    [InlineData("$v: Int", "f(in: { a: $v, b: 1 })", "{}", """{"d":5,"dn":null,"in":{"b":1}}""")]
    [InlineData("$v: Int!", "f(list: [$v, 2])", """{"v":1}""", """{"list":[1,2],"d":5,"dn":null}""")]
    [InlineData("$v: Int", "f(grid: [[$v], [1]])", "{}", """{"grid":[[null],[1]],"d":5,"dn":null}""")]
    [InlineData("$v: [Int!]", "f(list: $v)", """{"v":3}""", """{"list":[3],"d":5,"dn":null}""")]
    [InlineData("$v: [[Int]]", "f(grid: $v)", """{"v":[1,[2],null]}""", """{"grid":[[1],[2],null],"d":5,"dn":null}""")]
    [InlineData("$v: In!", "f(in: $v)", """{"v":{"a":1,"c":[{"a":null}]}}""", """{"d":5,"dn":null,"in":{"a":1,"b":3,"c":[{"a":null,"b":3}]}}""")]
    [InlineData("$v: E, $w: ID, $x: Float", "f(e: $v, id: $w, float: $x)", """{"v":"A","w":12,"x":1}""", """{"float":1,"id":"12","e":"A","d":5,"dn":null}""")]
    [InlineData("$v: One", "f(one: $v)", """{"v":{"a":1}}""", """{"d":5,"dn":null,"one":{"a":1}}""")]
    [InlineData("$v: Int!", "f(one: { a: $v })", """{"v":1}""", """{"d":5,"dn":null,"one":{"a":1}}""")]
    [InlineData("$v: Any, $w: Any, $x: E", "f(any: { a: [$v, $w], b: $x })", """{"v":{"n":1,"l":[1.5,null]},"w":[true,"t"],"x":"A"}""",
        """{"d":5,"dn":null,"any":{"a":[{"n":1,"l":[1.5,null]},[true,"t"]],"b":"A"}}""")]
    [InlineData("", "f: must(int: 1)", "{}", """{"int":1,"d":7}""")]
    [InlineData("$v: Int", "f: must(int: 1, d: $v)", "{}", """{"int":1,"d":7}""")]
    [InlineData("$v: Int = 2", "f: must(int: $v)", "{}", """{"int":2,"d":7}""")]
    public void Inputs_are_coerced(string definitions, string field, string variables, string arguments)
    {
        var response = JsonElement.Parse(Server.Ask(Query(definitions, field), """{"f":{"$arguments":true}}""", variables));
        Assert.Equal(arguments, response.GetProperty("data").GetProperty("f").GetString());
    }

    [Theory]
    [InlineData("$v: Int", "f(int: $v)", """{"v":"x"}""", "Variable \"$v\" has invalid value: Int cannot represent non-integer value: \"x\"")]
    [InlineData("$v: Int", "f(int: $v)", """{"v":2147483648}""", "Variable \"$v\" has invalid value: Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("$v: Int!", "f(int: $v)", "{}", "Variable \"$v\" has invalid value: Expected a value of non-null type \"Int!\" to be provided.")]
    [InlineData("$v: Int!", "f(int: $v)", """{"v":null}""", "Variable \"$v\" has invalid value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("$v: [Int!]", "f(list: $v)", """{"v":[1,null]}""", "Variable \"$v\" has invalid value at [1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("$v: E", "f(e: $v)", """{"v":"C"}""", "Variable \"$v\" has invalid value: Value \"C\" does not exist in \"E\" enum. Did you mean the enum value \"A\" or \"B\"?")]
    [InlineData("$v: E", "f(e: $v)", """{"v":1}""", "Variable \"$v\" has invalid value: Enum \"E\" cannot represent non-string value: 1. Did you mean the enum value \"A\" or \"B\"?")]
    [InlineData("$v: In", "f(in: $v)", """{"v":3}""", "Variable \"$v\" has invalid value: Expected value of type \"In\" to be an object, found: 3.")]
    [InlineData("$v: In", "f(in: $v)", """{"v":{"c":[{"a":"x"}],"zz":[1,{"k":[2]}]}}""",
        "Variable \"$v\" has invalid value at .c[0].a: Int cannot represent non-integer value: \"x\" | Variable \"$v\" has invalid value: Expected value of type \"In\" not to include unknown field \"zz\", found: { c: [[Object]], zz: [1, [Object]] }.")]
    [InlineData("$v: In", "f(in: $v)", """{"v":{"sa":1}}""",
        "Variable \"$v\" has invalid value: Expected value of type \"In\" not to include unknown field \"sa\". Did you mean \"a\" or \"s\"? Found: { sa: 1 }.")]
    [InlineData("$v: One", "f(one: $v)", """{"v":{"a":1,"b":"x"}}""",
        "Variable \"$v\" has invalid value: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("$v: One", "f(one: $v)", """{"v":{"a":null}}""",
        "Variable \"$v\" has invalid value at .a: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("$v: Int, $w: Float!", "f(int: $v, float: $w)", """{"v":[],"w":true}""",
        "Variable \"$v\" has invalid value: Int cannot represent non-integer value: [] | Variable \"$w\" has invalid value: Float cannot represent non numeric value: true")]
    public void A_wrong_variable_refuses_the_request(string definitions, string field, string variables, string messages)
    {
        var response = JsonElement.Parse(Server.Ask(Query(definitions, field), """{"f":"never"}""", variables));
        Assert.False(response.TryGetProperty("data", out _));
        Assert.Equal(messages, string.Join(" | ", response.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString())));
    }

    [Fact]
    public void A_null_that_only_shows_when_the_field_runs_is_the_fields_error() => Assert.Equal(
        """{"errors":[{"message":"Argument \"Query.must(int:)\" has invalid value: Expected variable \"$v\" provided to non-null type \"Int!\" not to be null.","locations":[{"line":1,"column":35}],"path":["f"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":{"f":null}}""",
        Server.Ask("query($v: Int = 1) { f: must(int: $v) }", """{"f":{"$arguments":true}}""", """{"v":null}"""));

    [Fact]
    public void At_most_fifty_errors_of_variables_are_listed()
    {
        var wrong = string.Join(",", Enumerable.Repeat("\"x\"", 200));
        var errors = JsonElement.Parse(Server.Ask("query($v: [Int!]) { f(list: $v) }", "{}", $$"""{"v":[{{wrong}}]}""")).GetProperty("errors");
        Assert.Equal(51, errors.GetArrayLength());
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted. There are more than 50 errors.", errors[50].GetProperty("message").GetString());
    }

    private static string Query(string definitions, string field) => $"query{(definitions.Length > 0 ? $"({definitions})" : "")} {{ {field} }}";
}
