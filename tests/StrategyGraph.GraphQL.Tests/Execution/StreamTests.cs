namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary><c>@stream</c>, alone and with <c>@defer</c>, payload by payload, as graphql-js 17 has it (which puts more into one payload).</summary>
public sealed class StreamTests
{
    private static readonly Asking Server = new(Asking.IncrementalSdl);

    [Theory]
    [InlineData("{ ints @stream }", "{}", """{"ints":[1,2,3]}""",
        """{"data":{"ints":[]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[1,2,3]}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ ints @stream(initialCount: 1, label: "rest") }""", "{}", """{"ints":[1,2,3]}""",
        """{"data":{"ints":[1]},"pending":[{"id":"0","path":["ints"],"label":"rest"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[2,3]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ ints @stream(initialCount: 3) }", "{}", """{"ints":[1,2,3]}""",
        """{"data":{"ints":[1,2,3]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0"}]}""")]
    [InlineData("{ ints @stream(initialCount: 4) }", "{}", """{"ints":[1,2,3]}""",
        """{"data":{"ints":[1,2,3]}}""")]
    [InlineData("{ ints @stream }", "{}", """{"ints":[]}""",
        """{"data":{"ints":[]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0"}]}""")]
    [InlineData("{ ints @stream }", "{}", """{"ints":null}""",
        """{"data":{"ints":null}}""")]
    [InlineData("{ ints @stream(if: false) }", "{}", """{"ints":[1]}""",
        """{"data":{"ints":[1]}}""")]
    [InlineData("{ ints @stream(initialCount: -1) n }", "{}", """{"ints":[1],"n":1}""",
        """{"errors":[{"message":"initialCount must be a positive integer","locations":[{"line":1,"column":3}],"path":["ints"]}],"data":{"ints":null,"n":1}}""")]
    [InlineData("{ grid @stream(initialCount: 1) }", "{}", """{"grid":[[1,2],[3,4],null,[]]}""",
        """{"data":{"grid":[[1,2]]},"pending":[{"id":"0","path":["grid"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[[3,4],null,[]]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ list @stream(initialCount: 1) { n s } }", "{}", """{"list":[{"n":1,"s":"a"},{"n":2,"s":"b"},null,{"n":3}]}""",
        """{"data":{"list":[{"n":1,"s":"a"}]},"pending":[{"id":"0","path":["list"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"n":2,"s":"b"},null,{"n":3,"s":null}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ nodes @stream { s ... on P { p } } }", "{}", """{"nodes":[{"__typename":"O","s":"a"},{"__typename":"P","s":"b","p":1}]}""",
        """{"data":{"nodes":[]},"pending":[{"id":"0","path":["nodes"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"s":"a"},{"s":"b","p":1}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ a: ints @stream b: ints @stream(initialCount: 1) }", "{}", """{"a":[1,2],"b":[3,4]}""",
        """{"data":{"a":[],"b":[3]},"pending":[{"id":"0","path":["a"]},{"id":"1","path":["b"]}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","items":[1,2]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","items":[4]}],"completed":[{"id":"1"}]}""")]
    [InlineData("{ list { ints @stream(initialCount: 1) } }", "{}", """{"list":[{"ints":[1,2]},{"ints":[3]},{"ints":[]}]}""",
        """{"data":{"list":[{"ints":[1]},{"ints":[3]},{"ints":[]}]},"pending":[{"id":"0","path":["list",0,"ints"]},{"id":"1","path":["list",1,"ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[2]}],"completed":[{"id":"0"},{"id":"1"}]}""")]
    [InlineData("mutation { a { ints @stream } }", "{}", """{"a":{"ints":[1]}}""",
        """{"data":{"a":{"ints":[]}},"pending":[{"id":"0","path":["a","ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0"}]}""")]
    public void Lists_are_streamed(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("{ ints @stream(initialCount: 1) }", "{}", """{"ints":[1,{"$error":"no"},3]}""",
        """{"data":{"ints":[1]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[null,3],"errors":[{"message":"no","locations":[{"line":1,"column":3}],"path":["ints",1]}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ ints @stream(initialCount: 2) }", "{}", """{"ints":[1,{"$error":"no"},3]}""",
        """{"errors":[{"message":"no","locations":[{"line":1,"column":3}],"path":["ints",1]}],"data":{"ints":[1,null]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[3]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ strict @stream(initialCount: 1) }", "{}", """{"strict":[1,2,null,4]}""",
        """{"data":{"strict":[1]},"pending":[{"id":"0","path":["strict"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[2]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Query.strict.","locations":[{"line":1,"column":3}],"path":["strict",2]}]}]}""")]
    [InlineData("{ strict @stream(initialCount: 2) n }", "{}", """{"strict":[1,null,3],"n":1}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field Query.strict.","locations":[{"line":1,"column":3}],"path":["strict",1]}],"data":{"strict":null,"n":1}}""")]
    [InlineData("{ o { n strict @stream(initialCount: 2) } }", "{}", """{"o":{"n":1,"strict":[1,{"$error":"no"}]}}""",
        """{"errors":[{"message":"no","locations":[{"line":1,"column":9}],"path":["o","strict",1]}],"data":{"o":null}}""")]
    [InlineData("{ list @stream { n must } }", "{}", """{"list":[{"n":1,"must":1},{"n":2},{"n":3,"must":3}]}""",
        """{"data":{"list":[]},"pending":[{"id":"0","path":["list"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"n":1,"must":1},null,{"n":3,"must":3}],"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":20}],"path":["list",1,"must"]}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ full @stream { n must } }", "{}", """{"full":[{"n":1,"must":1},{"n":{"$error":"of no use"}},{"n":3,"must":3}]}""",
        """{"data":{"full":[]},"pending":[{"id":"0","path":["full"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"n":1,"must":1}]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":20}],"path":["full",1,"must"]}]}]}""")]
    [InlineData("{ list { ints @stream must } }", "{}", """{"list":[{"ints":[1],"must":1},{"ints":[2]}]}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":23}],"path":["list",1,"must"]}],"data":{"list":[{"ints":[],"must":1},null]},"pending":[{"id":"0","path":["list",0,"ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0"}]}""")]
    public void Errors_of_streamed_items(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("{ list @stream(initialCount: 1) { s ... @defer { n } } }", "{}", """{"list":[{"s":"a","n":1},{"s":"b","n":2}]}""",
        """{"data":{"list":[{"s":"a"}]},"pending":[{"id":"0","path":["list",0]},{"id":"1","path":["list"]}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":true,"pending":[{"id":"2","path":["list",1]}],"incremental":[{"id":"1","items":[{"s":"b"}]}],"completed":[{"id":"1"}]}""",
        """{"hasNext":false,"incremental":[{"id":"2","data":{"n":2}}],"completed":[{"id":"2"}]}""")]
    [InlineData("{ o { s ... @defer { ints @stream(initialCount: 1) } } }", "{}", """{"o":{"s":"a","ints":[1,2,3]}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["o","ints"]}],"incremental":[{"id":"0","data":{"ints":[1]}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","items":[2,3]}],"completed":[{"id":"1"}]}""")]
    [InlineData("{ list @stream { list @stream(initialCount: 1) { n } } }", "{}", """{"list":[{"list":[{"n":1},{"n":2}]},{"list":[{"n":3}]}]}""",
        """{"data":{"list":[]},"pending":[{"id":"0","path":["list"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["list",0,"list"]},{"id":"2","path":["list",1,"list"]}],"incremental":[{"id":"0","items":[{"list":[{"n":1}]},{"list":[{"n":3}]}]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","items":[{"n":2}]}],"completed":[{"id":"1"},{"id":"2"}]}""")]
    [InlineData("""{ o { ... @defer(label: "a") { list @stream { n s } } ... @defer(label: "b") { n } } }""", "{}", """{"o":{"n":1,"list":[{"n":1,"s":"a"}]}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"a"},{"id":"1","path":["o"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"2","path":["o","list"]}],"incremental":[{"id":"0","data":{"list":[]}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":true,"incremental":[{"id":"1","data":{"n":1}}],"completed":[{"id":"1"}]}""",
        """{"hasNext":false,"incremental":[{"id":"2","items":[{"n":1,"s":"a"}]}],"completed":[{"id":"2"}]}""")]
    [InlineData("{ list @stream { ... @defer { n ... @defer { s } } } }", "{}", """{"list":[{"n":1,"s":"a"}]}""",
        """{"data":{"list":[]},"pending":[{"id":"0","path":["list"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["list",0]}],"incremental":[{"id":"0","items":[{}]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":true,"pending":[{"id":"2","path":["list",0]}],"incremental":[{"id":"1","data":{"n":1}}],"completed":[{"id":"1"}]}""",
        """{"hasNext":false,"incremental":[{"id":"2","data":{"s":"a"}}],"completed":[{"id":"2"}]}""")]
    [InlineData("{ o { s ... @defer { must ints @stream } } }", "{}", """{"o":{"s":"a","ints":[1]}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":22}],"path":["o","must"]}]}]}""")]
    [InlineData("{ o { ... @defer { list @stream(initialCount: 1) { n ... @defer { s } } } } }", "{}", """{"o":{"list":[{"n":1,"s":"a"},{"n":2,"s":"b"}]}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["o","list",0]},{"id":"2","path":["o","list"]}],"incremental":[{"id":"0","data":{"list":[{"n":1}]}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":true,"incremental":[{"id":"1","data":{"s":"a"}}],"completed":[{"id":"1"}]}""",
        """{"hasNext":true,"pending":[{"id":"3","path":["o","list",1]}],"incremental":[{"id":"2","items":[{"n":2}]}],"completed":[{"id":"2"}]}""",
        """{"hasNext":false,"incremental":[{"id":"3","data":{"s":"b"}}],"completed":[{"id":"3"}]}""")]
    public void Deferrals_and_streams_mix(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));
}
