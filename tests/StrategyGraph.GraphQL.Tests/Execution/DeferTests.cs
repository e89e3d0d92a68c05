namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary><c>@defer</c>, payload by payload, as graphql-js 17 has it (which puts more into one payload).</summary>
public sealed class DeferTests
{
    private static readonly Asking Server = new(Asking.IncrementalSdl);

    [Theory]
    [InlineData("{ o { s ...F @defer } } fragment F on O { n }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ o { ... @defer { n } s } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ ...F @defer(label: "root") } fragment F on Query { n o { s } }""", "{}", """{"n":1,"o":{"s":"a"}}""",
        """{"data":{},"pending":[{"id":"0","path":[],"label":"root"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1,"o":{"s":"a"}}}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { s ... @defer(label: "other") { __typename o { n } } } }""", "{}", """{"o":{"s":"a","o":{"n":1}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"],"label":"other"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"__typename":"O","o":{"n":1}}}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ o { ... @defer { n } ... @defer { s } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"]},{"id":"1","path":["o"]}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"s":"a"}}],"completed":[{"id":"1"}]}""")]
    [InlineData("{ a: o { ... @defer { n } } b: o { ... @defer { n } } }", "{}", """{"a":{"n":1},"b":{"n":2}}""",
        """{"data":{"a":{},"b":{}},"pending":[{"id":"0","path":["a"]},{"id":"1","path":["b"]}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"n":2}}],"completed":[{"id":"1"}]}""")]
    [InlineData("""{ list { s ... @defer(label: "item") { n } } }""", "{}", """{"list":[{"s":"a","n":1},null,{"s":"b","n":2}]}""",
        """{"data":{"list":[{"s":"a"},null,{"s":"b"}]},"pending":[{"id":"0","path":["list",0],"label":"item"},{"id":"1","path":["list",2],"label":"item"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}},{"id":"1","data":{"n":2}}],"completed":[{"id":"0"},{"id":"1"}]}""")]
    [InlineData("""{ nodes { s ... on O @defer { n } ... on P @defer(label: "p") { p } } }""", "{}", """{"nodes":[{"__typename":"O","s":"a","n":1},{"__typename":"P","s":"b","p":2}]}""",
        """{"data":{"nodes":[{"s":"a"},{"s":"b"}]},"pending":[{"id":"0","path":["nodes",0]},{"id":"1","path":["nodes",1],"label":"p"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"p":2}}],"completed":[{"id":"1"}]}""")]
    [InlineData("{ node { ... on Node @defer { s ... on P { p } } } }", "{}", """{"node":{"__typename":"P","s":"b","p":2}}""",
        """{"data":{"node":{}},"pending":[{"id":"0","path":["node"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"s":"b","p":2}}],"completed":[{"id":"0"}]}""")]
    [InlineData("mutation { a { s ... @defer { n } } b { n } }", "{}", """{"a":{"s":"a","n":1},"b":{"n":2}}""",
        """{"data":{"a":{"s":"a"},"b":{"n":2}},"pending":[{"id":"0","path":["a"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ __schema { ... @defer { queryType { name } } } }", "{}", "{}",
        """{"data":{"__schema":{}},"pending":[{"id":"0","path":["__schema"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"queryType":{"name":"Query"}}}],"completed":[{"id":"0"}]}""")]
    public void Fragments_are_deferred(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("{ o { n ... @defer { n } } }", "{}", """{"o":{"n":1}}""",
        """{"data":{"o":{"n":1}}}""")]
    [InlineData("{ o { ... @defer { n } ...F } } fragment F on O { n }", "{}", """{"o":{"n":1}}""",
        """{"data":{"o":{"n":1}}}""")]
    [InlineData("{ o { ...F ...F @defer } } fragment F on O { n }", "{}", """{"o":{"n":1}}""",
        """{"data":{"o":{"n":1}}}""")]
    [InlineData("{ o { s ... @defer(if: false) { n } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a","n":1}}}""")]
    [InlineData("query ($d: Boolean!) { o { s ... @defer(if: $d) { n } } }", """{"d":false}""", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a","n":1}}}""")]
    [InlineData("{ o { s ... @defer @skip(if: true) { n } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}}}""")]
    [InlineData("{ o { s ... @defer @include(if: false) { n } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}}}""")]
    [InlineData("{ node { s ... on P @defer { p } } }", "{}", """{"node":{"__typename":"O","s":"a"}}""",
        """{"data":{"node":{"s":"a"}}}""")]
    [InlineData("{ o { ... @defer { n } } list { ... @defer { n } } }", "{}", """{"o":null,"list":[]}""",
        """{"data":{"o":null,"list":[]}}""")]
    public void Nothing_is_deferred_where_nothing_is_left_to_defer(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("query ($d: Boolean!) { o { s ... @defer(if: $d) { n } } }", """{"d":true}""", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($d: Boolean) { o { s ... @defer(if: $d) { n } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($d: Boolean! = true) { o { s ... @defer(if: $d) { n } } }", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($in: Boolean!) { o { n @include(if: $in) ... @defer { n s } } }", """{"in":true}""", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"n":1}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"s":"a"}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($in: Boolean!) { o { n @include(if: $in) ... @defer { n s } } }", """{"in":false}""", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1,"s":"a"}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($skip: Boolean!) { o { s ... @defer { n @skip(if: $skip) o { n } } } }", """{"skip":true}""", """{"o":{"s":"a","n":1,"o":{"n":2}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"o":{"n":2}}}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($c: Int!) { ints @stream(initialCount: $c) }", """{"c":2}""", """{"ints":[1,2,3]}""",
        """{"data":{"ints":[1,2]},"pending":[{"id":"0","path":["ints"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[3]}],"completed":[{"id":"0"}]}""")]
    [InlineData("query ($s: Boolean!) { ints @stream(if: $s) }", """{"s":false}""", """{"ints":[1,2]}""",
        """{"data":{"ints":[1,2]}}""")]
    public void Variables_decide(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("""{ o { s ... @defer(label: "outer") { n ... @defer(label: "inner") { o { n } } } } }""", "{}", """{"o":{"s":"a","n":1,"o":{"n":2}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"],"label":"outer"}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["o"],"label":"inner"}],"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"o":{"n":2}}}],"completed":[{"id":"1"}]}""")]
    [InlineData("""{ o { ... @defer(label: "outer") { n ... @defer(label: "inner") { n } } } }""", "{}", """{"o":{"n":1}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"outer"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { ... @defer(label: "outer") { ... @defer(label: "inner") { n } } } }""", "{}", """{"o":{"n":1}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"inner"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { ... @defer(label: "a") { n s } ... @defer(label: "b") { n o { n } } } }""", "{}", """{"o":{"n":1,"s":"a","o":{"n":2}}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"a"},{"id":"1","path":["o"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}},{"id":"0","data":{"s":"a"}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"o":{"n":2}}}],"completed":[{"id":"1"}]}""")]
    [InlineData("""{ o { ... @defer(label: "a") { o { n } } ... @defer(label: "b") { o { s } } } }""", "{}", """{"o":{"o":{"n":1,"s":"a"}}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"a"},{"id":"1","path":["o"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"o":{}}},{"id":"0","data":{"n":1},"subPath":["o"]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"s":"a"},"subPath":["o"]}],"completed":[{"id":"1"}]}""")]
    [InlineData("{ o { o { n } ... @defer { o { s } } } }", "{}", """{"o":{"o":{"n":1,"s":"a"}}}""",
        """{"data":{"o":{"o":{"n":1}}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"s":"a"},"subPath":["o"]}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ ... @defer(label: "far") { o { o { s } } } o { ... @defer(label: "near") { o { s n } } } }""", "{}", """{"o":{"o":{"n":1,"s":"a"}}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"near"},{"id":"1","path":[],"label":"far"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"o":{"s":"a"}}}],"completed":[{"id":"1"}]}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1},"subPath":["o"]}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { o { n } } ... @defer(label: "far") { o { o { s } } } o { o { ... @defer(label: "near") { s must } } } }""", "{}", """{"o":{"o":{"n":1,"s":"a","must":3}}}""",
        """{"data":{"o":{"o":{"n":1}}},"pending":[{"id":"0","path":["o","o"],"label":"near"},{"id":"1","path":[],"label":"far"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"s":"a"}}],"completed":[{"id":"1"}]}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"must":3}}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { s } ... @defer(label: "outer") { o { n ... @defer(label: "inner") { o { n } } } } }""", "{}", """{"o":{"s":"a","n":1,"o":{"n":2}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":[],"label":"outer"}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["o"],"label":"inner"}],"incremental":[{"id":"0","data":{"n":1},"subPath":["o"]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"o":{"n":2}}}],"completed":[{"id":"1"}]}""")]
    [InlineData("""{ o { ...F @defer(label: "1") ... @defer(label: "2") { ...F s } } } fragment F on O { n }""", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{}},"pending":[{"id":"0","path":["o"],"label":"1"},{"id":"1","path":["o"],"label":"2"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"s":"a"}}],"completed":[{"id":"1"}]}""")]
    public void Deferrals_nest_and_overlap(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));

    [Theory]
    [InlineData("{ o { s ... @defer { n o { n } } } }", "{}", """{"o":{"s":"a","n":{"$error":"no"},"o":{"n":1}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":null,"o":{"n":1}},"errors":[{"message":"no","locations":[{"line":1,"column":22}],"path":["o","n"]}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("{ o { s ... @defer { n must } } }", "{}", """{"o":{"s":"a","n":{"$error":"of no use"},"must":{"$error":"no"}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"no","locations":[{"line":1,"column":24}],"path":["o","must"]}]}]}""")]
    [InlineData("{ o { s ... @defer { must } } }", "{}", """{"o":{"s":"a"}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":22}],"path":["o","must"]}]}]}""")]
    [InlineData("{ o { s ... @defer { o { must n } } } }", "{}", """{"o":{"s":"a","o":{"must":null,"n":1}}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"o":null},"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":26}],"path":["o","o","must"]}]}],"completed":[{"id":"0"}]}""")]
    [InlineData("""{ o { s ... @defer(label: "a") { must n } ... @defer(label: "b") { must } } }""", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"],"label":"a"},{"id":"1","path":["o"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":34},{"line":1,"column":68}],"path":["o","must"]}]},{"id":"1","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":34},{"line":1,"column":68}],"path":["o","must"]}]}]}""")]
    [InlineData("""{ o { s ... @defer(label: "a") { n } ... @defer(label: "b") { must } } }""", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"],"label":"a"},{"id":"1","path":["o"],"label":"b"}],"hasNext":true}""",
        """{"hasNext":true,"incremental":[{"id":"0","data":{"n":1}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"completed":[{"id":"1","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":63}],"path":["o","must"]}]}]}""")]
    [InlineData("""{ o { s ... @defer(label: "outer") { must ... @defer(label: "inner") { n } } } }""", "{}", """{"o":{"s":"a","n":1}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"],"label":"outer"}],"hasNext":true}""",
        """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":38}],"path":["o","must"]}]}]}""")]
    [InlineData("{ o { must ... @defer { n } } n }", "{}", """{"o":{"n":1},"n":2}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":7}],"path":["o","must"]}],"data":{"o":null,"n":2}}""")]
    [InlineData("{ o { o { s ... @defer { n } } must } n }", "{}", """{"o":{"o":{"s":"a","n":1}},"n":2}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":32}],"path":["o","must"]}],"data":{"o":null,"n":2}}""")]
    [InlineData("{ list { must ... @defer { n } } }", "{}", """{"list":[{"must":1,"n":1},{"n":2},{"must":3,"n":3}]}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":10}],"path":["list",1,"must"]}],"data":{"list":[{"must":1},null,{"must":3}]},"pending":[{"id":"0","path":["list",0]},{"id":"1","path":["list",2]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"n":1}},{"id":"1","data":{"n":3}}],"completed":[{"id":"0"},{"id":"1"}]}""")]
    [InlineData("{ full { must ... @defer { n } } n }", "{}", """{"full":[{"must":1,"n":1},{"n":2}],"n":4}""",
        """{"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":10}],"path":["full",1,"must"]}],"data":{"full":null,"n":4}}""")]
    [InlineData("{ o { s ... @defer { list { must ... @defer { n } } } } }", "{}", """{"o":{"s":"a","list":[{"must":1,"n":1},{"n":2}]}}""",
        """{"data":{"o":{"s":"a"}},"pending":[{"id":"0","path":["o"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["o","list",0]}],"incremental":[{"id":"0","data":{"list":[{"must":1},null]},"errors":[{"message":"Cannot return null for non-nullable field O.must.","locations":[{"line":1,"column":29}],"path":["o","list",1,"must"]}]}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"n":1}}],"completed":[{"id":"1"}]}""")]
    public void Errors_of_deferred_fields(string query, string variables, string data, params string[] payloads) => Assert.Equal(payloads, Server.Payloads(query, data, variables));
}
