using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, from the request's parts to the GraphQL request or the refusal.</summary>
public sealed class GraphQLHttpTests
{
    private const string Json = "application/json";

    [Fact]
    public void A_post_carries_all_four_parameters()
    {
        var request = ExpectAccepted(Post("""{"query":"query A { a }","operationName":"A","variables":{"市":"苫小牧","n":[1,{"x":null}]},"extensions":{"some":"value"}}"""));

        Assert.Equal("query A { a }", request.Query);
        Assert.Equal("A", request.OperationName);
        Assert.Equal("苫小牧", request.Variables!.Value.GetProperty("市").GetString());
        Assert.Equal("""[1,{"x":null}]""", request.Variables.Value.GetProperty("n").GetRawText());
        Assert.Equal("value", request.Extensions!.Value.GetProperty("some").GetString());
    }

    [Theory]
    [InlineData("""{"query":"{a}"}""")]
    [InlineData("""{"query":"{a}","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"other":{"query":[{}]},"query":"{a}","another":[[1]]}""")]
    [InlineData("  {\r\n\t\"query\" : \"{a}\" }\n")]
    [InlineData("\uFEFF{\"query\":\"{a}\"}")]
    [InlineData("""{"qu\u0065ry":"{\u0061}"}""")]
    public void Only_the_query_is_required(string body) => Assert.Equal(new GraphQLRequest("{a}"), ExpectAccepted(Post(body)));

    [Fact]
    public void A_post_may_be_a_mutation_and_a_get_may_not()
    {
        Assert.False(Assert.IsType<HttpAccepted>(Read(Post("""{"query":"{a}"}"""))).QueriesOnly);
        Assert.True(Assert.IsType<HttpAccepted>(Read(Get("query={a}"))).QueriesOnly);
        Assert.True(Assert.IsType<HttpAccepted>(Read(Get("query={a}") with { Method = "HEAD" })).QueriesOnly);

        var refusal = HttpRefusal.OnlyQueriesByGet(ResponseFormat.Json);
        Assert.Equal((405, "POST"), (refusal.Status, refusal.Allow));
    }

    [Theory]
    [InlineData("", "INVALID_JSON", "The request body is empty.")]
    [InlineData("{ \"not a JSON", "INVALID_JSON", "The request body is not valid JSON: see line 1, byte 14.")]
    [InlineData("{\n\"query\": ?}", "INVALID_JSON", "The request body is not valid JSON: see line 2, byte 10.")]
    [InlineData("""{"query":"{a}"} {}""", "INVALID_JSON", "The request body is not valid JSON: see line 1, byte 17.")]
    [InlineData("""{"query":"{a}",}""", "INVALID_JSON", "The request body is not valid JSON: see line 1, byte 16.")]
    [InlineData("""{"query":"{a} \ud83d"}""", "INVALID_JSON", "A string of the request holds half of a surrogate pair.")]
    [InlineData("""{"query":"{a}","variables":{"x":["\udc00"]}}""", "INVALID_JSON", "A string of the request holds half of a surrogate pair.")]
    [InlineData("""{"query":"{a}","variables":{"\udc00":1}}""", "INVALID_JSON", "A string of the request holds half of a surrogate pair.")]
    [InlineData("""{"\udc00":1}""", "INVALID_JSON", "A string of the request holds half of a surrogate pair.")]
    [InlineData("{}", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("""{"query":null}""", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("""{"qeury":"{a}"}""", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("""[{"query":"{a}"}]""", "INVALID_REQUEST", "A request must be a JSON object, not a list.")]
    [InlineData("null", "INVALID_REQUEST", "A request must be a JSON object, not null.")]
    [InlineData("""{"query":{"obj":"ect"}}""", "INVALID_REQUEST", "\"query\" must be a string, not an object.")]
    [InlineData("""{"query":0}""", "INVALID_REQUEST", "\"query\" must be a string, not a number.")]
    [InlineData("""{"query":["array"]}""", "INVALID_REQUEST", "\"query\" must be a string, not a list.")]
    [InlineData("""{"query":"{a}","operationName":false}""", "INVALID_REQUEST", "\"operationName\" must be a string, not a boolean.")]
    [InlineData("""{"query":"{a}","variables":"string"}""", "INVALID_REQUEST", "\"variables\" must be an object, not a string.")]
    [InlineData("""{"query":"{a}","variables":["array"]}""", "INVALID_REQUEST", "\"variables\" must be an object, not a list.")]
    [InlineData("""{"query":"{a}","extensions":0}""", "INVALID_REQUEST", "\"extensions\" must be an object, not a number.")]
    [InlineData("""{"query":"{a}","query":"{b}"}""", "INVALID_REQUEST", "\"query\" is given twice.")]
    [InlineData("""{"query":"{a}","variables":null,"variables":{}}""", "INVALID_REQUEST", "\"variables\" is given twice.")]
    [InlineData("""{"query":"{a}","variables":{"x":{"y":1,"\u0079":2}}}""", "INVALID_REQUEST", "\"variables\" holds an object with the same key twice.")]
    public void A_body_that_is_no_request_is_refused_with_400_in_either_format(string body, string code, string message)
    {
        ExpectRefused(Post(body), 400, code, message);
        var refusal = ExpectRefused(Post(body) with { Accept = "application/graphql-response+json" }, 400, code, message);
        Assert.Equal(ResponseFormat.GraphQLResponse, refusal.Format);
    }

    private const string Hash = "4a0e";
    private const string Extension = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + Hash + "\"}}";

    [Theory]
    [InlineData("""{"documentId":"sha256:1"}""", null, "sha256:1", null)]
    [InlineData("""{"documentId":"a","operationName":"A","variables":{},"extensions":{"other":1}}""", null, "a", null)]
    [InlineData("""{"documentId":null,"query":"{a}"}""", "{a}", null, null)]
    [InlineData("""{"documentId":"a","query":null,"extensions":{"persistedQuery":null}}""", null, "a", null)]
    [InlineData("{\"extensions\":" + Extension + "}", null, null, Hash)]
    [InlineData("{\"query\":\"{a}\",\"extensions\":" + Extension + "}", "{a}", null, Hash)]
    public void A_document_may_be_named_instead_of_sent(string body, string? query, string? id, string? hash)
    {
        var request = ExpectAccepted(Post(body));
        Assert.Equal((query, id, hash), (request.Query, request.DocumentId, request.DocumentHash));
    }

    [Fact]
    public void A_get_may_name_its_document()
    {
        Assert.Equal("sha256:1", ExpectAccepted(Get("documentId=sha256:1&variables={}")).DocumentId);
        Assert.Equal("{a}", ExpectAccepted(Get("documentId=&query={a}")).Query);
        Assert.Equal(Hash, ExpectAccepted(Get("extensions=" + Uri.EscapeDataString(Extension))).DocumentHash);
        ExpectRefused(Get("documentId=a&documentId=a"), 400, "INVALID_REQUEST", "\"documentId\" is given twice.");
    }

    [Theory]
    [InlineData("""{"query":"{a}","documentId":"a"}""", "The request has both \"query\" and \"documentId\"; send one.")]
    [InlineData("{\"documentId\":\"a\",\"extensions\":" + Extension + "}", "The request has both \"documentId\" and \"extensions.persistedQuery\"; send one.")]
    [InlineData("""{"documentId":1}""", "\"documentId\" must be a string, not a number.")]
    [InlineData("""{"extensions":{"persistedQuery":1}}""", "\"extensions.persistedQuery\" must be an object.")]
    [InlineData("""{"extensions":{"persistedQuery":{"sha256Hash":"a"}}}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""", "\"extensions.persistedQuery.sha256Hash\" must be a string.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":null}},"query":"{a}"}""", "\"extensions.persistedQuery.sha256Hash\" must be a string.")]
    public void A_document_is_named_in_one_way(string body, string message) => ExpectRefused(Post(body), 400, "INVALID_REQUEST", message);

    [Fact]
    public void A_list_is_a_batch_where_batches_are_taken()
    {
        var batch = Assert.IsType<HttpBatch>(GraphQLHttp.Read(Post(" [{\"query\":\"{a}\"},{},5,{\"documentId\":\"b\"}]\n"), new HttpLimits { MaxBatch = 4 }));

        Assert.Equal(new GraphQLRequest("{a}"), Assert.IsType<HttpAccepted>(batch.Entries[0]).Request);
        Assert.Equal("The request has no \"query\": the text of a GraphQL document.", Assert.IsType<HttpRefusal>(batch.Entries[1]).Message);
        Assert.Equal("A request must be a JSON object, not a number.", Assert.IsType<HttpRefusal>(batch.Entries[2]).Message);
        Assert.Equal("b", Assert.IsType<HttpAccepted>(batch.Entries[3]).Request.DocumentId);
        Assert.IsType<HttpAccepted>(GraphQLHttp.Read(Post("""{"query":"{a}"}"""), new HttpLimits { MaxBatch = 4 }));
    }

    [Theory]
    [InlineData("[]", "INVALID_REQUEST", "The batch has no requests.")]
    [InlineData("[{},{},{}]", "TOO_MANY_OPERATIONS", "The batch has 3 operations; at most 2 are allowed.")]
    [InlineData("[{}}", "INVALID_JSON", "The request body is not valid JSON: see line 1, byte 4.")]
    [InlineData("[{}] x", "INVALID_JSON", "The request body is not valid JSON: see line 1, byte 6.")]
    public void A_batch_is_refused_whole_when_it_is_none(string body, string code, string message)
    {
        var refusal = Assert.IsType<HttpRefusal>(GraphQLHttp.Read(Post(body), new HttpLimits { MaxBatch = 2 }));
        Assert.Equal((400, code, message), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void A_batch_nested_without_end_is_refused_entry_by_entry()
    {
        var deep = "{\"query\":\"{a}\",\"variables\":{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}}";
        var batch = Assert.IsType<HttpBatch>(GraphQLHttp.Read(Post($"[{{\"query\":\"{{a}}\"}},{deep}]"), new HttpLimits { MaxBatch = 2 }));
        Assert.IsType<HttpAccepted>(batch.Entries[0]);
        Assert.Equal("JSON_TOO_DEEP", Assert.IsType<HttpRefusal>(batch.Entries[1]).Code);
    }

    [Fact]
    public void A_body_that_is_not_utf8_is_refused() => ExpectRefused(
        Post("") with { Body = Encoding.Latin1.GetBytes("""{"query":"{a} # é"}""") },
        400, "INVALID_JSON", "The request body is not valid UTF-8.");

    [Theory]
    [InlineData("{", "}")]
    [InlineData("[", "]")]
    public void Json_may_be_nested_to_the_limit_and_no_deeper(string open, string close)
    {
        // The body is the first level and "variables" the second.
        string Nested(int depth) => $$"""{"x":{{Repeat(open == "{" ? "{\"x\":" : open, depth - 2)}}1{{Repeat(close, depth - 2)}}}""";

        foreach (var parameter in new[] { "variables", "extensions", "ignored" })
        {
            ExpectAccepted(Post($$"""{"query":"{a}","{{parameter}}":{{Nested(HttpLimits.Default.MaxJsonDepth)}}}"""));
            foreach (var depth in new[] { HttpLimits.Default.MaxJsonDepth + 1, 1000, 100_000 })
            {
                ExpectTooDeep(Post($$"""{"query":"{a}","{{parameter}}":{{Nested(depth)}}}"""));
            }
        }

        ExpectAccepted(Get("query={a}&variables=" + Uri.EscapeDataString(Nested(HttpLimits.Default.MaxJsonDepth))));
        ExpectTooDeep(Get("query={a}&variables=" + Uri.EscapeDataString(Nested(HttpLimits.Default.MaxJsonDepth + 1))));

        static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
        static void ExpectTooDeep(HttpRequestParts http) => ExpectRefused(http, 400, "JSON_TOO_DEEP", "The request's JSON nests more than 64 levels deep.");
    }

    [Fact]
    public void A_body_may_be_as_long_as_the_limit_and_no_longer()
    {
        var body = """{"query":"{a}"}""".PadRight(HttpLimits.Default.MaxBodyBytes);
        ExpectAccepted(Post(body));
        ExpectRefused(Post(body + " "), 413, "BODY_TOO_LARGE", "The request body has more than 1048576 bytes.");
    }

    [Theory]
    [InlineData(Json)]
    [InlineData("Application/JSON")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json ; charset=\"UTF-8\"")]
    [InlineData("application/json; profile=x")]
    public void A_post_is_json_in_utf8(string contentType) => ExpectAccepted(Post("""{"query":"{a}"}""") with { ContentType = contentType });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=application/json")]
    [InlineData("text/plain, application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/jsonp")]
    [InlineData("application/*")]
    [InlineData("json")]
    public void What_a_form_on_any_page_could_send_is_refused(string? contentType) => ExpectRefused(
        Post("""{"query":"{a}"}""") with { ContentType = contentType },
        415, "UNSUPPORTED_MEDIA_TYPE", "A POST request must have the Content-Type application/json.");

    [Fact]
    public void Other_encodings_are_refused()
    {
        ExpectRefused(Post("{}") with { ContentType = "application/json; charset=shift_jis" }, 415, "UNSUPPORTED_MEDIA_TYPE", "The request body must be in UTF-8.");
        ExpectRefused(Post("{}") with { ContentEncoding = "gzip" }, 415, "UNSUPPORTED_MEDIA_TYPE", "The request body must not be compressed.");
    }

    [Fact]
    public void A_client_that_accepts_no_json_is_told_so_in_json()
    {
        var refusal = ExpectRefused(
            Post("""{"query":"{a}"}""") with { Accept = "text/csv" }, 406, "NOT_ACCEPTABLE",
            "The response can be application/graphql-response+json, application/json, multipart/mixed or text/event-stream, in UTF-8; the Accept header allows none of them.");
        Assert.Equal(ResponseFormat.Json, refusal.Format);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("get")]
    public void Other_methods_are_refused_with_those_allowed(string method)
    {
        var refusal = ExpectRefused(Post("") with { Method = method }, 405, "METHOD_NOT_ALLOWED", $"The method {method} is not allowed; use GET or POST.");
        Assert.Equal("GET, HEAD, POST, OPTIONS", refusal.Allow);
    }

    [Fact]
    public void Options_names_the_methods() => Assert.Equal(new HttpOptions("GET, HEAD, POST, OPTIONS"), Read(Get("") with { Method = "OPTIONS" }));

    [Fact]
    public void A_get_carries_all_four_parameters()
    {
        var request = ExpectAccepted(Get("?query=query+A+%7B%20a%28x%3a%221%2B1%22%29%20%7D&operationName=A&variables=%7B%22%E5%B8%82%22:%22%E8%8B%AB%E5%B0%8F%E7%89%A7%22%7D&extensions={}&other=%"));

        Assert.Equal("query A { a(x:\"1+1\") }", request.Query);
        Assert.Equal("A", request.OperationName);
        Assert.Equal("苫小牧", request.Variables!.Value.GetProperty("市").GetString());
        Assert.Equal(JsonValueKind.Object, request.Extensions!.Value.ValueKind);
    }

    [Theory]
    [InlineData("query=%7Ba%7D&operationName=&variables=&extensions=")]
    [InlineData("query=%7Ba%7D&variables=null&extensions=+null+&operationName")]
    [InlineData("&&query=%7Ba%7D&")]
    public void Empty_parameters_of_a_get_count_as_absent(string queryString) => Assert.Equal(new GraphQLRequest("{a}"), ExpectAccepted(Get(queryString)));

    [Theory]
    [InlineData("a=b=c%3D", "b=c=")]
    [InlineData("a=%F0%9F%8F%83%E3%80%80x", "🏃　x")]
    [InlineData("a=苫小牧", "苫小牧")]
    [InlineData("a=", "")]
    public void Values_are_form_encoded_utf8(string pair, string value) => Assert.Equal(value, QueryStringReader.Decode(pair.AsSpan(2)));

    [Theory]
    [InlineData("", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("?", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("Query={a}", "INVALID_REQUEST", "The request has no \"query\": the text of a GraphQL document.")]
    [InlineData("query={a}&query={b}", "INVALID_REQUEST", "\"query\" is given twice.")]
    [InlineData("query=%", "INVALID_REQUEST", "\"query\" is not percent-encoded UTF-8.")]
    [InlineData("query=%7", "INVALID_REQUEST", "\"query\" is not percent-encoded UTF-8.")]
    [InlineData("query=%zz", "INVALID_REQUEST", "\"query\" is not percent-encoded UTF-8.")]
    [InlineData("query=%8F%E9", "INVALID_REQUEST", "\"query\" is not percent-encoded UTF-8.")]
    [InlineData("query={a}&variables=[]", "INVALID_REQUEST", "\"variables\" must be an object, not a list.")]
    [InlineData("query={a}&variables={\"a\":1", "INVALID_JSON", "\"variables\" is not valid JSON: see line 1, byte 7.")]
    [InlineData("query={a}&extensions={}{}", "INVALID_JSON", "\"extensions\" is not valid JSON: see line 1, byte 3.")]
    [InlineData("query={a}&extensions=+", "INVALID_JSON", "\"extensions\" is not valid JSON: see line 1, byte 2.")]
    [InlineData("query={a}&variables={\"a\":1,\"a\":2}", "INVALID_REQUEST", "\"variables\" holds an object with the same key twice.")]
    public void A_get_that_is_no_request_is_refused_with_400(string queryString, string code, string message) => ExpectRefused(Get(queryString), 400, code, message);

    [Theory]
    [InlineData("?query={a}", true)]
    [InlineData("a=1&query", true)]
    [InlineData("?", false)]
    [InlineData("", false)]
    [InlineData("?documentId=a", true)]
    [InlineData("?extensions={}", true)]
    [InlineData("?queries=1&variables={}", false)]
    public void An_address_with_a_query_is_a_request(string queryString, bool expected) => Assert.Equal(expected, GraphQLHttp.NamesDocument(queryString));

    [Fact]
    public void A_status_tells_of_data_only_in_the_newer_format()
    {
        foreach (var (outcome, json, graphQL) in new[]
        {
            (GraphQLOutcome.Executed, 200, 200),
            (GraphQLOutcome.Refused, 200, 400),
            (GraphQLOutcome.Aborted, 200, 400),
            (GraphQLOutcome.Failed, 500, 500),
        })
        {
            Assert.Equal((json, graphQL), (ResponseFormat.Json.StatusOf(outcome), ResponseFormat.GraphQLResponse.StatusOf(outcome)));
        }
    }

    [Fact]
    public void A_refusal_is_a_graphql_response_without_data()
    {
        var body = new HttpRefusal(400, "INVALID_REQUEST", "\"市\" is <given> twice.", ResponseFormat.Json).Body();
        Assert.Equal("""{"errors":[{"message":"\"市\" is <given> twice.","extensions":{"code":"INVALID_REQUEST"}}]}""", Encoding.UTF8.GetString(body.Span));
    }

    private static HttpRequestParts Post(string body) => new("POST", "", Accept: null, Json, ContentEncoding: null, Encoding.UTF8.GetBytes(body));

    private static HttpRequestParts Get(string queryString) => new("GET", queryString, Accept: null);

    private static HttpReading Read(HttpRequestParts http) => GraphQLHttp.Read(http);

    private static GraphQLRequest ExpectAccepted(HttpRequestParts http) => Assert.IsType<HttpAccepted>(Read(http)).Request;

    private static HttpRefusal ExpectRefused(HttpRequestParts http, int status, string code, string message)
    {
        var refusal = Assert.IsType<HttpRefusal>(Read(http));
        Assert.Equal((status, code, message), (refusal.Status, refusal.Code, refusal.Message));
        return refusal;
    }
}
