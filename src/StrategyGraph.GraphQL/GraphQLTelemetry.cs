using System.Diagnostics;
using System.Diagnostics.Metrics;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL;

/// <summary>
/// What the engine tells of its requests, by OpenTelemetry's semantic conventions for GraphQL servers
/// (<see href="https://opentelemetry.io/docs/specs/semconv/graphql/"/>): spans from an activity source and figures from a meter, both of
/// this name. While nobody listens, nothing is timed or allocated.
/// </summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "StrategyGraph.GraphQL";

    private static readonly Meter Meter = new(Name);

    internal static readonly ActivitySource Spans = new(Name);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "graphql.server.request.duration", "s", "Duration of GraphQL server requests.", advice: Seconds);

    internal static readonly Histogram<double> EventDuration = Meter.CreateHistogram(
        "graphql.server.subscription.event.duration", "s", "Duration of processing a single subscription event.", advice: Seconds);

    internal static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(
        "graphql.server.request.active", "{request}", "Number of active GraphQL server requests.");

    /// <summary>Ours: the conventions count the errors of a response, not what they are.</summary>
    internal static readonly Counter<long> Errors = Meter.CreateCounter<long>(
        "graphql.server.errors", "{error}", "Errors in responses, by their code.");

    /// <summary>Ours.</summary>
    internal static readonly Counter<long> DocumentLookups = Meter.CreateCounter<long>(
        "graphql.server.document_cache.lookups", "{lookup}", "Requests whose document was looked for among those planned already.");

    private static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    internal static bool IsObserved =>
        Spans.HasListeners() || Duration.Enabled || EventDuration.Enabled || Active.Enabled || Errors.Enabled;

    internal static void Looked(bool found)
    {
        if (DocumentLookups.Enabled) DocumentLookups.Add(1, new KeyValuePair<string, object?>("graphql.document_cache.hit", found));
    }
}

/// <summary>One request, or one event of a subscription, as telemetry sees it; <c>default</c> while nobody listens.</summary>
internal struct ObservedRequest
{
    private readonly Activity? _span;
    private readonly long _started;
    private readonly bool _isEvent;
    private OperationPlan? _plan;

    private ObservedRequest(bool isEvent)
    {
        // A span has to have a name when it begins; the conventions' one for an operation whose type is not known yet.
        _span = GraphQLTelemetry.Spans.StartActivity("GraphQL Operation", ActivityKind.Server);
        _started = Stopwatch.GetTimestamp();
        _isEvent = isEvent;
    }

    public static ObservedRequest Begin() => GraphQLTelemetry.IsObserved ? new ObservedRequest(isEvent: false) : default;

    public static ObservedRequest OfEvent(OperationPlan plan)
    {
        if (!GraphQLTelemetry.IsObserved) return default;
        var observed = new ObservedRequest(isEvent: true);
        observed.Planned(plan, traceDocument: false);
        return observed;
    }

    /// <summary>The document is parsed, so the operation is known.</summary>
    public void Planned(OperationPlan plan, bool traceDocument)
    {
        if (_started == 0) return;
        _plan = plan;
        if (!_isEvent) GraphQLTelemetry.Active.Add(1, TypeOf(plan));
        if (_span is null) return;

        // Not the operation's name: clients choose it, and a span's name has to be one of a few.
        _span.DisplayName = TypeName(plan);
        _span.SetTag("graphql.operation.type", TypeName(plan));
        if (plan.Operation.Name is { } name) _span.SetTag("graphql.operation.name", name.Value);
        if (traceDocument) _span.SetTag("graphql.document", plan.Document.Source.Body);
    }

    /// <param name="response">Null where the request has begun a subscription, whose events are observed one by one.</param>
    public readonly void End(GraphQLResponse? response = null)
    {
        if (_started == 0) return;
        var errors = response?.Errors ?? [];
        var outcome = response?.Outcome ?? GraphQLOutcome.Executed;
        var error = errors.Count == 0 ? null : TypeOf(errors[0], outcome);
        var tags = new TagList();
        if (_plan is not null) tags.Add(TypeOf(_plan));
        if (error is not null) tags.Add("error.type", error);
        (_isEvent ? GraphQLTelemetry.EventDuration : GraphQLTelemetry.Duration).Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        if (_plan is not null && !_isEvent) GraphQLTelemetry.Active.Add(-1, TypeOf(_plan));
        if (GraphQLTelemetry.Errors.Enabled)
        {
            foreach (var each in errors) GraphQLTelemetry.Errors.Add(1, new KeyValuePair<string, object?>("error.type", TypeOf(each, outcome)));
        }

        if (_span is null) return;
        if (error is not null)
        {
            _span.SetTag("error.type", error);
            _span.SetStatus(ActivityStatusCode.Error, errors[0].Message);
        }

        _span.Dispose();
    }

    /// <summary>The error's code; where it has none, what became of the request.</summary>
    private static string TypeOf(GraphQLError error, GraphQLOutcome outcome) => error.Code ?? outcome switch
    {
        GraphQLOutcome.Executed => "field_error",
        GraphQLOutcome.Refused => "request_error",
        _ => "_OTHER",
    };

    private static KeyValuePair<string, object?> TypeOf(OperationPlan plan) => new("graphql.operation.type", TypeName(plan));

    private static string TypeName(OperationPlan plan) => plan.Kind switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };
}
