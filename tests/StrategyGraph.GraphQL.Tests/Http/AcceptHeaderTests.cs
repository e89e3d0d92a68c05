using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.GraphQL.Tests.Http;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    public void A_client_without_a_preference_gets_json(string? accept) => Assert.Equal(ResponseFormat.Json, AcceptHeader.Choose(accept));

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json, multipart/mixed")]
    [InlineData("application/json, application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json")]
    [InlineData("application/graphql-response+json;q=0, */*")]
    [InlineData("application/graphql-response+json; charset=shift_jis, application/json")]
    [InlineData("text/plain;x=\"a,application/graphql-response+json\", application/json")]
    [InlineData("text/plain;x=\"\\\",application/graphql-response+json\", application/json")]
    [InlineData("application/graphql-response+json;q=2, application/json")]
    public void Json_is_chosen_when_it_is_preferred(string accept) => Assert.Equal(ResponseFormat.Json, AcceptHeader.Choose(accept));

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/graphql-response+json, application/json")]
    [InlineData("application/json;q=0.9 , application/graphql-response+json")]
    [InlineData("*/*, application/graphql-response+json")]
    [InlineData("application/json;q=0, application/*")]
    public void The_graphql_format_is_chosen_when_it_is_preferred(string accept) => Assert.Equal(ResponseFormat.GraphQLResponse, AcceptHeader.Choose(accept));

    // As Apollo Client 4.1 and urql send it, among others.
    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("Multipart/Mixed; boundary=\"-\"")]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9")]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed")]
    [InlineData("multipart/mixed;deferSpec=20220824, multipart/mixed;incrementalSpec=\"v0.2\"")]
    public void A_client_that_names_multipart_takes_several_payloads(string accept) => Assert.True(AcceptHeader.TakesMultipart(accept));

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("multipart/*")]
    [InlineData("multipart/mixed;q=0")]
    [InlineData("multipart/mixed; charset=euc-jp")]
    [InlineData("text/plain;x=\"multipart/mixed\"")]
    [InlineData("multipart/mixed;incrementalSpec=v0.1")]
    [InlineData("multipart/mixed;deferSpec=20220824,application/json")]
    public void A_client_that_does_not_or_knows_another_format_takes_one(string? accept) => Assert.False(AcceptHeader.TakesMultipart(accept));

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("text/event-stream; charset=utf-8")]
    [InlineData("text/event-stream, multipart/mixed")]
    [InlineData("text/event-stream, application/json")]
    [InlineData("application/json;q=0.9, text/event-stream")]
    [InlineData("text/event-stream, */*")]
    public void An_event_stream_is_chosen_when_it_is_named_and_preferred(string accept) => Assert.Equal(ResponseFormat.EventStream, AcceptHeader.Choose(accept));

    [Theory]
    [InlineData("application/json, text/event-stream")]
    [InlineData("text/*, application/json;q=0.5")]
    [InlineData("text/event-stream;q=0, */*")]
    [InlineData("text/event-stream;q=0.1, */*;q=0.2")]
    public void An_event_stream_is_not_chosen_by_a_range_or_when_json_is_liked_better(string accept) => Assert.Equal(ResponseFormat.Json, AcceptHeader.Choose(accept));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json; charset=euc-jp")]
    [InlineData("nonsense")]
    [InlineData(",;=\"")]
    public void No_format_is_acceptable(string accept) => Assert.Null(AcceptHeader.Choose(accept));

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("text/html, application/json;q=0.9", true)]
    [InlineData("application/json, text/html;q=0.9", false)]
    [InlineData("*/*", false)]
    [InlineData("text/html;q=0", false)]
    [InlineData(null, false)]
    public void A_browser_prefers_a_page(string? accept, bool expected) => Assert.Equal(expected, AcceptHeader.PrefersHtml(accept));
}
