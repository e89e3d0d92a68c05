namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §6.4.3 and §6.4.4: what a field's value may be, and where null goes when it fails.</summary>
public sealed class FieldErrorTests
{
    private static readonly Asking Server = new("""
        type Query { o: O must: O! list: [O] full: [O!] strict: [O!]! grid: [[Int!]] any: Any any2: Any! n: Int! }
        type Mutation { a: Int! b: Int! c: Int }
        type O { int: Int float: Float text: String id: ID kind: Kind flag: Boolean n: Int! o: O must: O! ints: [Int!] }
        type P { n: Int! }
        union Any = O | P
        enum Kind { A B }
        """);

    [Theory]
    [InlineData("{ o { int float text id kind flag } }",
        """{"o":{"int":-2147483648,"float":0.1,"text":"「東」 \"\\\n\u0001\t","id":"x","kind":"B","flag":true}}""",
        """{"data":{"o":{"int":-2147483648,"float":0.1,"text":"「東」 \"\\\n\u0001\t","id":"x","kind":"B","flag":true}}}""")]
    [InlineData("{ o { int text } }", """{"o":{"int":2147483648,"text":"x"}}""",
        """{"errors":[{"message":"Int cannot represent non 32-bit signed integer value: 2147483648","locations":[{"line":1,"column":7}],"path":["o","int"]}],"data":{"o":{"int":null,"text":"x"}}}""")]
    [InlineData("{ o { float } }", """{"o":{"float":"NaN"}}""",
        """{"errors":[{"message":"Float cannot represent non numeric value: NaN","locations":[{"line":1,"column":7}],"path":["o","float"]}],"data":{"o":{"float":null}}}""")]
    [InlineData("{ o { kind } }", """{"o":{"kind":"C"}}""",
        """{"errors":[{"message":"Enum \"Kind\" cannot represent value: \"C\"","locations":[{"line":1,"column":7}],"path":["o","kind"]}],"data":{"o":{"kind":null}}}""")]
    [InlineData("{ grid }", """{"grid":[[1,2],null,[],[3]]}""", """{"data":{"grid":[[1,2],null,[],[3]]}}""")]
    [InlineData("{ grid }", """{"grid":[[1,null],[2]]}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field Query.grid.","locations":[{"line":1,"column":3}],"path":["grid",0,1]}],"data":{"grid":[null,[2]]}}""")]
    [InlineData("{ list { int } }", """{"list":[]}""", """{"data":{"list":[]}}""")]
    [InlineData("{ any { __typename ... on P { n } } }", """{"any":{"__typename":"P","n":1}}""", """{"data":{"any":{"__typename":"P","n":1}}}""")]
    public void Values_are_written_or_fail_alone(string query, string data, string answer) => Assert.Equal(answer, Server.Ask(query, data));

    [Theory]
    [InlineData("{ o { int text } }", """{"o":{"int":{"$error":"no"},"text":"x"}}""", "no@o.int", """{"o":{"int":null,"text":"x"}}""")]
    [InlineData("{ o { text n int } }", """{"o":{"text":"x","n":null}}""", "Cannot return null for non-nullable field O.n.@o.n", """{"o":null}""")]
    [InlineData("{ o { text n } }", """{"o":{"n":{"$error":"no"}}}""", "no@o.n", """{"o":null}""")]
    [InlineData("{ o { text must { n } int } }", """{"o":{"must":{"n":null}}}""", "Cannot return null for non-nullable field O.n.@o.must.n", """{"o":null}""")]
    [InlineData("{ o { text o { must { must { n } } } int } }", """{"o":{"o":{"must":{"must":{"n":{"$error":"no"}}}},"int":3}}""", "no@o.o.must.must.n", """{"o":{"text":null,"o":null,"int":3}}""")]
    [InlineData("{ must { int } n }", """{"must":null}""", "Cannot return null for non-nullable field Query.must.@must", "null")]
    [InlineData("{ must { must { n } } }", """{"must":{"must":{}}}""", "Cannot return null for non-nullable field O.n.@must.must.n", "null")]
    [InlineData("{ list { n } }", """{"list":[{"n":1},{"n":null},{"n":3},null]}""", "Cannot return null for non-nullable field O.n.@list.1.n", """{"list":[{"n":1},null,{"n":3},null]}""")]
    [InlineData("{ full { n } }", """{"full":[{"n":1},{"n":{"$error":"no"}}]}""", "no@full.1.n", """{"full":null}""")]
    [InlineData("{ full { n } }", """{"full":[{"n":1},null]}""", "Cannot return null for non-nullable field Query.full.@full.1", """{"full":null}""")]
    [InlineData("{ strict { n } }", """{"strict":[{"n":1},{"$error":"no"}]}""", "no@strict.1", "null")]
    [InlineData("{ strict { n } }", """{"strict":{"$error":"no"}}""", "no@strict", "null")]
    [InlineData("{ o { ints } }", """{"o":{"ints":[1,2147483648]}}""", "Int cannot represent non 32-bit signed integer value: 2147483648@o.ints.1", """{"o":{"ints":null}}""")]
    [InlineData("{ list { int o { n } text } }", """{"list":[{"int":{"$error":"1"},"o":{"n":{"$error":"2"}},"text":"x"},{"int":{"$error":"3"},"text":"y"}]}""",
        "1@list.0.int 2@list.0.o.n 3@list.1.int", """{"list":[{"int":null,"o":null,"text":"x"},{"int":null,"o":null,"text":"y"}]}""")]
    [InlineData("{ o { int: ints n } }", """{"o":{"int":{"$error":"kept"},"n":{"$error":"no"}}}""", "kept@o.int no@o.n", """{"o":null}""")]
    [InlineData("{ any { ... on P { n } } list { n } }", """{"any":{"__typename":"P"},"list":[]}""", "Cannot return null for non-nullable field P.n.@any.n", """{"any":null,"list":[]}""")]
    [InlineData("{ any2 { __typename } }", """{"any2":{"__typename":"Q"}}""", "\"Any\" cannot be told.@any2", "null")]
    [InlineData("mutation { a c b }", """{"a":1,"c":{"$error":"no"},"b":2}""", "no@c", """{"a":1,"c":null,"b":2}""")]
    [InlineData("mutation { a b c }", """{"a":null,"b":{"$error":"never run"},"c":{"$error":"never run"}}""", "Cannot return null for non-nullable field Mutation.a.@a", "null")]
    [InlineData("{ o { text a: n } }", """{"o":{"a":null}}""", "Cannot return null for non-nullable field O.n.@o.a", """{"o":null}""")]
    public void Null_goes_up_to_the_nearest_position_that_may_be_null(string query, string data, string errors, string expected)
    {
        var response = System.Text.Json.JsonElement.Parse(Server.Ask(query, data));
        Assert.Equal(expected, response.GetProperty("data").GetRawText());
        Assert.Equal(errors, string.Join(" ", response.GetProperty("errors").EnumerateArray().Select(e =>
            $"{e.GetProperty("message").GetString()}@{string.Join(".", e.GetProperty("path").EnumerateArray().Select(s => s.ToString()))}")));
    }

    [Fact]
    public void An_exception_is_masked_and_the_next_field_runs()
    {
        var told = new List<string>();
        var server = new Asking("type Query { o: O } type O { a: Int b: [Int] c: Int }", new GraphQLOptions
        {
            UnexpectedError = e =>
            {
                told.Add(e.Message);
                return $"#{told.Count}";
            },
        });
        Assert.Equal(
            """{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":9}],"path":["o","b"],"extensions":{"code":"INTERNAL_SERVER_ERROR","correlationId":"#1"}}],"data":{"o":{"a":1,"b":null,"c":3}}}""",
            server.Ask("{ o { a b c } }", """{"o":{"a":1,"b":[1,{"$throw":"the secret"}],"c":3}}"""));
        Assert.Equal(["the secret"], told);
    }
}
