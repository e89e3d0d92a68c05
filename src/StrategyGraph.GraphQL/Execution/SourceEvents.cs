using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Begins the source stream of a subscription (CreateSourceEventStream, specification §6.2.3.1). Each event is the root of one execution.
/// A <see cref="GraphQLException"/> is told to the client, any other exception is masked; either ends the subscription.
/// </summary>
/// <param name="field">The subscription's one root field.</param>
/// <param name="arguments">As <see cref="ObjectBinding.BindArguments"/> of the subscription type makes them; null for a field without arguments.</param>
public delegate IAsyncEnumerable<object> SourceEventStream(FieldDefinition field, object? arguments, CancellationToken cancellationToken);

/// <summary>The source stream of one subscription, begun when the first event is waited for.</summary>
internal sealed class SourceEvents(OperationPlan plan, VariableValues variables, SourceEventStream source, CancellationToken cancellationToken) : IAsyncDisposable
{
    // Validation leaves a subscription one response name at its root, and no conditions there (§5.2.4.1).
    private readonly PlannedField _field = plan.Root.Fields[0];
    private IAsyncEnumerator<object>? _events;

    public object Current => _events!.Current;

    public ValueTask<bool> MoveNext()
    {
        _events ??= source(_field.Definition, Arguments(), cancellationToken).GetAsyncEnumerator(cancellationToken);
        return _events.MoveNextAsync();
    }

    /// <summary>The error at the field whose stream failed.</summary>
    public GraphQLError Place(GraphQLError error) => error with
    {
        Locations = error.Locations ?? [.. _field.Occurrences.Select(o => plan.Document.Source.LocationOf(o.Node.Start))],
        Path = [_field.ResponseName],
    };

    private object? Arguments() => _field.Definition.Arguments.Count == 0 ? null : _field.ConstantArguments
        ?? _field.Binding.Bind(_field.Id, _field.Definition, InputCoercion.Arguments(_field.ParentType, _field.Definition, _field.Node, variables, plan.Document.Source));

    public ValueTask DisposeAsync() => _events?.DisposeAsync() ?? default;
}
