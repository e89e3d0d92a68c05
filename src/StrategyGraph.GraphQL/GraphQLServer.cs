using System.Buffers;
using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL;

/// <summary>
/// Answers requests over a schema: parse, validate, plan, execute, write. The first three happen once a document.
/// One instance serves all threads.
/// </summary>
public sealed class GraphQLServer(Schema schema, SchemaBinding binding, GraphQLOptions? options = null)
{
    private readonly GraphQLOptions _options = options ?? GraphQLOptions.Default;
    private readonly DocumentCache _documents = new((options ?? GraphQLOptions.Default).DocumentCacheBytes);
    private readonly ContextPool _contexts = new((options ?? GraphQLOptions.Default).PooledContexts);

    public Schema Schema { get; } = schema;

    /// <summary>Answers a request. Never throws for what a client sent: that is a response with errors.</summary>
    /// <param name="query">The text of the document.</param>
    /// <param name="operationName">Which operation of it; null when there is one.</param>
    /// <param name="variables">A JSON object; <c>default</c> for none.</param>
    /// <param name="root">What the operation starts from, of the type that the binding wants.</param>
    /// <param name="queriesOnly">Refuse mutations and subscriptions, as HTTP's GET must.</param>
    public GraphQLResponse Execute(
        string query, string? operationName = null, JsonElement variables = default, object? root = null, bool queriesOnly = false,
        CancellationToken cancellationToken = default)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(query.Length));
        try
        {
            return Execute(utf8.AsSpan(0, Encoding.UTF8.GetBytes(query, utf8)), operationName, variables, root, queriesOnly, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <inheritdoc cref="Execute(string, string?, JsonElement, object?, bool, CancellationToken)"/>
    /// <param name="query">The text of the document, as UTF-8.</param>
    public GraphQLResponse Execute(
        ReadOnlySpan<byte> query, string? operationName = null, JsonElement variables = default, object? root = null, bool queriesOnly = false,
        CancellationToken cancellationToken = default)
    {
        var context = _contexts.Rent();
        try
        {
            var plan = _documents.Find(query, operationName) ?? Prepare(query, operationName);
            if (queriesOnly && plan.Kind is not OperationType.Query)
                return Answer(GraphQLOutcome.NotAQuery, context.Refuse([new GraphQLError("Only queries are served here.")]));

            var values = VariableCoercion.Coerce(plan, variables, _options.Execution);
            var run = new PlanRun(plan, values, root, _options.Execution, _options.UnexpectedError, cancellationToken);
            return Answer(GraphQLOutcome.Executed, context.Run(run));
        }
        catch (GraphQLException refused)
        {
            return Answer(GraphQLOutcome.Refused, context.Refuse(refused.Errors));
        }
        catch (RequestAbortedException aborted)
        {
            return Answer(GraphQLOutcome.Aborted, context.Refuse([aborted.Error]));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Answer(GraphQLOutcome.Failed, context.Refuse([UnexpectedErrors.Mask(fault, _options.UnexpectedError)]));
        }

        GraphQLResponse Answer(GraphQLOutcome outcome, ReadOnlyMemory<byte> body) => new(outcome, body, context, _contexts);
    }

    private OperationPlan Prepare(ReadOnlySpan<byte> query, string? operationName)
    {
        var document = _documents.Document(query) ?? Validated(Parser.Parse(new Source(Encoding.UTF8.GetString(query)), _options.Parsing));
        var plan = Planner.Plan(Schema, binding, document, operationName, _options.Execution);
        _documents.Keep(query, operationName, plan);
        return plan;
    }

    private DocumentNode Validated(DocumentNode document)
    {
        var errors = Validator.Validate(Schema, document, _options.Validation);
        return errors.Count == 0 ? document : throw new GraphQLException(errors);
    }
}
