using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>What the engine tells of requests, by OpenTelemetry's conventions for GraphQL servers.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests : IDisposable
{
    private static readonly Asking Server = new("type Query { a: Int must: Int! } type Subscription { a: Int }");

    private readonly List<Activity> _spans = [];
    private readonly List<string> _figures = [];
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _figureListener = new();

    public TelemetryTests()
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_spanListener);
        _figureListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GraphQLTelemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _figureListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, $"{value}", tags));
        _figureListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value > 0 ? "some" : "0", tags));
        _figureListener.Start();
    }

    [Fact]
    public void A_span_is_named_by_the_operations_type_and_not_by_what_clients_write()
    {
        Server.Ask("query Plans { a }", """{"a":1}""");

        var span = Assert.Single(_spans);
        Assert.Equal(("query", ActivityKind.Server, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(["graphql.operation.name=Plans", "graphql.operation.type=query"], TagsOf(span));
    }

    [Fact]
    public void The_document_is_told_only_where_that_is_wished()
    {
        new Asking("type Query { a: Int }", new GraphQLOptions { TraceDocuments = true }).Ask("{ a }");

        Assert.Contains("graphql.document={ a }", TagsOf(Assert.Single(_spans)));
    }

    [Theory]
    [InlineData("{ a", "GraphQL Operation", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ must }", "query", "field_error")]
    [InlineData("subscription { a }", "subscription", "OPERATION_NOT_SERVED")]
    public void An_error_is_told_by_its_code(string query, string name, string type)
    {
        Server.Ask(query);

        var span = Assert.Single(_spans);
        Assert.Equal((name, ActivityStatusCode.Error), (span.DisplayName, span.Status));
        Assert.Contains($"error.type={type}", TagsOf(span));
        Assert.Contains($"graphql.server.errors 1 error.type={type}", _figures);
    }

    [Fact]
    public void Figures_count_requests_and_what_was_planned_already()
    {
        var server = new Asking("type Query { a: Int }");
        server.Ask("{ a }");
        server.Ask("{ a }");

        string[] each = ["graphql.server.request.active 1 graphql.operation.type=query", "graphql.server.request.duration some graphql.operation.type=query", "graphql.server.request.active -1 graphql.operation.type=query"];
        Assert.Equal(
            ["graphql.server.document_cache.lookups 1 graphql.document_cache.hit=False", .. each, "graphql.server.document_cache.lookups 1 graphql.document_cache.hit=True", .. each],
            _figures);
    }

    public void Dispose()
    {
        _spanListener.Dispose();
        _figureListener.Dispose();
    }

    private void Keep(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _figures.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}");

    private static IEnumerable<string> TagsOf(Activity span) => span.TagObjects.Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal);
}

/// <summary>Listeners hear every server of the process, so nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTestsAlone;
