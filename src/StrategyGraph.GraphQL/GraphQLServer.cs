using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Execution.Cost;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL;

/// <summary>
/// Answers requests over a schema: parse, validate, plan, execute, write. The first three happen once a document.
/// One instance serves all threads. Nothing that a client sends makes it throw: that is a response with errors.
/// </summary>
public sealed class GraphQLServer(Schema schema, SchemaBinding binding, GraphQLOptions? options = null)
{
    private readonly GraphQLOptions _options = options ?? GraphQLOptions.Default;
    private readonly DocumentCache _documents = new((options ?? GraphQLOptions.Default).DocumentCacheBytes);
    private readonly PersistedDocuments _persisted = options?.PersistedDocuments ?? PersistedDocuments.None;
    private readonly CostWeights _weights = new(schema);
    private readonly PreparedAnswers _prepared = new();
    private readonly ContextPool _contexts = new((options ?? GraphQLOptions.Default).PooledContexts);

    public Schema Schema { get; } = schema;

    public GraphQLOptions Options => _options;

    /// <summary>Answers a query or a mutation. A subscription is refused: <see cref="ExecuteStream"/> serves it.</summary>
    public GraphQLResponse Execute(in ExecutionRequest request, CancellationToken cancellationToken = default)
    {
        var observed = ObservedRequest.Begin();
        var response = Refused(request, ref observed, out var plan, out var variables, out var cost)
            ?? (plan.Kind is OperationType.Subscription || (request.QueriesOnly && plan.Kind is not OperationType.Query)
                ? NotServed(plan.Kind)
                : Run(plan, variables, cost, request, cancellationToken));
        observed.End(response);
        return response;
    }

    /// <summary>
    /// Answers an operation of any kind: a query or mutation with one response, or one for each payload where the request is
    /// <see cref="ExecutionRequest.Incremental"/>; a subscription with one for each event of its source
    /// stream, executed with the event as its root (specification §6.2.3). A response without data is the last.
    /// Whoever reads disposes of each response before taking the next.
    /// </summary>
    /// <param name="source">Begins the source stream of a subscription.</param>
    public IAsyncEnumerable<GraphQLResponse> ExecuteStream(
        ExecutionRequest request, SourceEventStream source, CancellationToken cancellationToken = default) =>
        Stream(new StrongBox<ExecutionRequest>(request), source, cancellationToken);

    /// <param name="asked">
    /// In a box, to be emptied: an iterator keeps its parameters as long as it lives, and a subscription lives long. The root it was asked
    /// of is not the root of its events, and must not stay in memory for it.
    /// </param>
    private async IAsyncEnumerable<GraphQLResponse> Stream(
        StrongBox<ExecutionRequest> asked, SourceEventStream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = asked.Value;
        asked.Value = default;
        var observed = ObservedRequest.Begin();
        if (Refused(request, ref observed, out var plan, out var variables, out var cost) is { } refused)
        {
            observed.End(refused);
            yield return refused;
        }
        else if (plan.Kind is not OperationType.Subscription)
        {
            var answer = request.QueriesOnly && plan.Kind is not OperationType.Query
                ? NotServed(plan.Kind)
                : Run(plan, variables, cost, request, cancellationToken);
            observed.End(answer);
            foreach (var payload in answer.Payloads()) yield return payload;
        }
        else
        {
            request = request with { Root = null };
            observed.End();
            await using var events = new SourceEvents(plan, variables, source, cancellationToken);
            GraphQLResponse response;
            do
            {
                Exception? failure = null;
                try
                {
                    if (!await events.MoveNext()) yield break;
                }
                catch (Exception) when (cancellationToken.IsCancellationRequested)
                {
                    // Whoever asked has gone: nobody reads an error.
                    yield break;
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    failure = fault;
                }

                observed = ObservedRequest.OfEvent(plan);
                response = failure is not null
                    ? Refuse(failure, events.Place)
                    : Run(plan, variables, cost, request with { Root = events.Current, Incremental = false }, cancellationToken);
                observed.End(response);
                yield return response;
            }
            while (response.HasData);
        }
    }

    /// <summary>
    /// Parses, validates and plans, coerces the variables (§6.1) and weighs the operation; what is wrong with the request is the response.
    /// So is the cost where nothing else is asked.
    /// </summary>
    /// <param name="told">The cost, where the answer is to tell it.</param>
    private GraphQLResponse? Refused(
        in ExecutionRequest request, ref ObservedRequest observed, out OperationPlan plan, out VariableValues variables, out OperationCost? told)
    {
        told = null;
        try
        {
            plan = PlanOf(_persisted.TextOf(request), request.OperationName);
            _persisted.Keep(request);
            observed.Planned(plan, _options.TraceDocuments);
            variables = VariableCoercion.Coerce(plan, request.Variables, _options.Execution, _options.Validation.Suggestions);
            var cost = CostAnalysis.Of(plan, _weights, variables);
            if (request.Cost is CostRequest.Validate) return Tell(cost);
            if (request.Cost is CostRequest.Report) told = cost;
            _options.Execution.Check(cost);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            (plan, variables) = (null!, default);
            return Refuse(exception);
        }
    }

    private GraphQLResponse Run(OperationPlan plan, VariableValues variables, OperationCost? cost, in ExecutionRequest request, CancellationToken cancellationToken)
    {
        var context = _contexts.Rent();
        try
        {
            if (request.Incremental) plan = plan.ForIncremental(binding, variables, _options.Execution);
            var isPrepared = plan is { IsOfSchemaAlone: true, IsIncremental: false } && cost is null;
            if (isPrepared && _prepared.Find(plan) is { } prepared) return new GraphQLResponse(GraphQLOutcome.Executed, prepared, [], context, _contexts);
            var run = new PlanRun(plan, variables, cost, request.Root, _options.Execution, _options.UnexpectedError, cancellationToken);
            var body = context.Run(run);
            if (isPrepared && context.Errors.Count == 0) _prepared.Keep(plan, body);
            return new GraphQLResponse(GraphQLOutcome.Executed, body, context.Errors, context, _contexts);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _contexts.Return(context);
            return Refuse(exception);
        }
    }

    private GraphQLResponse NotServed(OperationType kind) => Respond(GraphQLOutcome.NotServed, [GraphQLError.WithCode(
        ErrorCodes.OperationNotServed, kind is OperationType.Subscription
            ? "A subscription is answered by a stream: ask over a WebSocket (graphql-transport-ws), or with Accept: text/event-stream."
            : "Only queries are served here.")]);

    /// <param name="place">Where the response would have it, when it is a field's error.</param>
    private GraphQLResponse Refuse(Exception exception, Func<GraphQLError, GraphQLError>? place = null)
    {
        var (outcome, errors) = exception switch
        {
            GraphQLException refused => (GraphQLOutcome.Refused, refused.Errors),
            RequestAbortedException aborted => (GraphQLOutcome.Aborted, [aborted.Error]),
            _ => (GraphQLOutcome.Failed, [UnexpectedErrors.Mask(exception, _options.UnexpectedError)]),
        };
        return Respond(outcome, place is null ? errors : [.. errors.Select(place)]);
    }

    private GraphQLResponse Respond(GraphQLOutcome outcome, IReadOnlyList<GraphQLError> errors)
    {
        var context = _contexts.Rent();
        return new GraphQLResponse(outcome, context.Refuse(errors), errors, context, _contexts);
    }

    private GraphQLResponse Tell(OperationCost cost)
    {
        var context = _contexts.Rent();
        return new GraphQLResponse(GraphQLOutcome.CostTold, context.Tell(cost), [], context, _contexts);
    }

    private OperationPlan PlanOf(string query, string? operationName)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(query.Length));
        try
        {
            var text = utf8.AsSpan(0, Encoding.UTF8.GetBytes(query, utf8));
            var planned = _documents.Find(text, operationName);
            GraphQLTelemetry.Looked(planned is not null);
            return planned ?? Prepare(query, text, operationName);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private OperationPlan Prepare(string query, ReadOnlySpan<byte> utf8, string? operationName)
    {
        var document = _documents.Document(utf8) ?? Validated(Parser.Parse(new Source(query), _options.Parsing));
        var plan = Planner.Plan(Schema, binding, document, operationName, _options.Execution);
        _documents.Keep(utf8, operationName, plan);
        return plan;
    }

    private DocumentNode Validated(DocumentNode document)
    {
        var errors = Validator.Validate(Schema, document, _options.Validation);
        return errors.Count == 0 ? document : throw new GraphQLException(errors);
    }
}
