using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Nulls and field errors (specification §6.4.4): what is listed, and where.</summary>
public sealed partial class RequestContext
{
    /// <summary>Writes null where a resolver gave none.</summary>
    public bool WriteNull()
    {
        Writer.Null();
        _nullIsFailure = false;
        return false;
    }

    /// <summary>Writes null in place of a value that failed: its error is listed.</summary>
    internal bool WriteFailedNull()
    {
        Writer.Null();
        _nullIsFailure = true;
        return false;
    }

    internal void WriteFailedField(PlannedField field)
    {
        field.WriteKey(Writer);
        Writer.Null();
    }

    /// <summary>A null was written where the type is non-null: lists the error, unless the null comes from one.</summary>
    /// <returns>False, for the caller to return.</returns>
    public bool NullInNonNull(PlannedField field)
    {
        if (!_nullIsFailure) Report($"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Definition.Name}.");
        _nullIsFailure = true;
        return false;
    }

    /// <summary>Lists a field error at the current position (§6.4.4) and writes null there.</summary>
    /// <returns>False, for the caller to return.</returns>
    public bool Fail(string message)
    {
        Report(message);
        return WriteFailedNull();
    }

    internal void FieldFailed(Exception exception)
    {
        if (exception is GraphQLException shown)
        {
            var first = _errors.Count;
            foreach (var told in shown.Errors) Report(told.Message, told.Locations, told.Extensions);
            _latestFailure = first;
            return;
        }

        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested) throw RequestAbortedException.Cancelled();
        var error = UnexpectedErrors.Mask(exception, _unexpected);
        Report(error.Message, null, error.Extensions);
    }

    private void Report(string message, IReadOnlyList<SourceLocation>? locations = null, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        _latestFailure = _errors.Count;
        if (_errors.Count >= _limits.MaxErrors)
        {
            _errorsLeftOut++;
            return;
        }

        var path = new List<object>(_level);
        PlannedField? field = null;
        foreach (var step in _path.AsSpan(0, _level))
        {
            if (step < 0)
            {
                path.Add(~step);
                continue;
            }

            field = _plan.Fields[step];
            path.Add(field.ResponseName);
        }

        _errors.Add(new GraphQLError(message, locations ?? LocationsOf(field), path, extensions));
    }

    /// <summary>Where the document selects the field: at every occurrence that is included, once where a fragment is spread again.</summary>
    private List<SourceLocation>? LocationsOf(PlannedField? field)
    {
        if (field is null) return null;
        var locations = new List<SourceLocation>();
        var seen = new HashSet<FieldNode>(ReferenceEqualityComparer.Instance);
        foreach (var (node, condition) in field.Occurrences)
        {
            if ((condition < 0 || ConditionTable.Bit(_conditions, condition)) && seen.Add(node)) locations.Add(_plan.Document.Source.LocationOf(node.Start));
        }

        return locations;
    }
}
