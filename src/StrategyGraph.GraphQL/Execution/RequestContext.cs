using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// One request being executed: where bindings write, find their arguments and the root, and where errors gather. Used by one thread,
/// then reset and used again.
/// </summary>
public sealed partial class RequestContext : IDisposable
{
    /// <summary>List items between two looks at the clock.</summary>
    private const int ItemsPerClockCheck = 64;

    private readonly List<GraphQLError> _errors = [];
    private ResponseWriter? _envelope;
    private OperationPlan _plan = null!;
    private ExecutionLimits _limits = ExecutionLimits.Default;
    private Func<Exception, string?>? _unexpected;
    private VariableValues _variables;
    private object?[] _arguments = [];
    private ulong[] _conditions = [];
    private int[] _path = [];
    private int _level;
    private int _errorsLeftOut;
    private long _deadline;
    private int _itemsUntilClockCheck;

    /// <summary>That the null written last stands for an error that is already listed.</summary>
    private bool _nullIsFailure;

    public ResponseWriter Writer { get; } = new();

    /// <summary>The value that the operation started from.</summary>
    public object? Root { get; private set; }

    /// <summary>Cancelled when nobody waits for the answer any more.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>The schema that is queried.</summary>
    public TypeSystem.Schema Schema => _plan.Schema;

    /// <summary>Executes a plan (specification §6.2) and gives the response, valid until <see cref="Reset"/>.</summary>
    /// <exception cref="RequestAbortedException">A limit was reached, or the request was cancelled.</exception>
    internal ReadOnlyMemory<byte> Run(in PlanRun run)
    {
        Begin(run);
        CheckTime();
        Writer.Raw("{\"data\":"u8);
        _plan.RootBinding.WriteRoot(this, run.Root, _plan.Root);
        if (Writer.Length > _limits.MaxResponseBytes) throw RequestAbortedException.ResponseTooLarge(_limits.MaxResponseBytes);
        if (_errorsLeftOut > 0)
            _errors.Add(ExecutionLimits.Error("TOO_MANY_ERRORS", $"{_errorsLeftOut} more errors are not listed."));
        Writer.Byte((byte)'}');
        return _errors.Count == 0 ? Writer.Written : WithErrors();
    }

    /// <summary>The response with its errors, which come first (§7.1): they are only known once the data is written.</summary>
    private ReadOnlyMemory<byte> WithErrors()
    {
        _envelope ??= new ResponseWriter();
        _envelope.Raw("{\"errors\":"u8);
        ErrorWriter.Write(_envelope, _errors);
        _envelope.Byte((byte)',');
        _envelope.Raw(Writer.Written.Span[1..]);
        return _envelope.Written;
    }

    /// <summary>A response of errors alone: the request was refused, or stopped as a whole (§7.1.1, request error result).</summary>
    internal ReadOnlyMemory<byte> Refuse(IReadOnlyList<GraphQLError> errors)
    {
        Writer.Rewind(0);
        Writer.MaxLength = int.MaxValue;
        Writer.Raw("{\"errors\":"u8);
        ErrorWriter.Write(Writer, errors);
        Writer.Byte((byte)'}');
        return Writer.Written;
    }

    private void Begin(in PlanRun run)
    {
        (_plan, _limits, _variables, _unexpected) = (run.Plan, run.Limits, run.Variables, run.Unexpected);
        (Root, CancellationToken) = (run.Root, run.CancellationToken);
        _deadline = Stopwatch.GetTimestamp() + (long)(_limits.MaxTime.TotalSeconds * Stopwatch.Frequency);
        _itemsUntilClockCheck = ItemsPerClockCheck;
        Writer.MaxLength = _limits.MaxResponseBytes;
        if (_arguments.Length < _plan.ArgumentSlots) _arguments = new object?[_plan.ArgumentSlots];
        if (_path.Length < _plan.MaxPathLength) _path = new int[_plan.MaxPathLength];
        var words = (_plan.Conditions.Count + 63) / 64;
        if (_conditions.Length < words) _conditions = new ulong[words];
        _plan.Conditions.Evaluate(_variables, _conditions);
    }

    /// <summary>Forgets the request, so that nothing of it is kept alive or seen by the next one.</summary>
    internal void Reset()
    {
        Array.Clear(_arguments);
        _errors.Clear();
        Writer.Reset();
        _envelope?.Reset();
        (_plan, _variables, Root, CancellationToken, _unexpected) = (null!, default, null, default, null);
        (_level, _errorsLeftOut) = (0, 0);
    }

    public void Dispose()
    {
        Writer.Dispose();
        _envelope?.Dispose();
    }

    // ── Fields ──

    /// <summary>Begins a field of an object: false when its conditions leave it out, else its name is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begin(PlannedField field, ref FieldCursor cursor)
    {
        if (field.Condition >= 0 && !ConditionTable.Bit(_conditions, field.Condition)) return false;
        cursor.Start = Writer.Length;
        _path[_level - 1] = field.Ordinal;
        Writer.Raw(field.Key);
        return true;
    }

    /// <summary>The field's arguments, as <see cref="ObjectBinding.BindArguments"/> made them.</summary>
    /// <exception cref="GraphQLException">A variable's value does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Arguments<T>(PlannedField field) where T : class =>
        Unsafe.As<T>(field.ConstantArguments ?? _arguments[field.ArgumentSlot] ?? BindArguments(field));

    private object BindArguments(PlannedField field)
    {
        var values = InputCoercion.Arguments(field.ParentType, field.Definition, field.Node, _variables, _plan.Document.Source);
        return _arguments[field.ArgumentSlot] = field.Binding.Bind(field.Id, values);
    }

    /// <summary>Writes <c>__typename</c>, <c>__schema</c> or <c>__type</c>: what a binding does with a field that is not its own.</summary>
    public bool WriteMetaField(PlannedField field) =>
        field.Id == ObjectBinding.TypeNameField || Introspection.IntrospectionBinding.WriteMetaField(this, field);

    // ── Null and errors ──

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
        Writer.Raw(field.Key);
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
            foreach (var told in shown.Errors) Report(told.Message, told.Locations, told.Extensions);
            return;
        }

        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested) throw RequestAbortedException.Cancelled();
        var error = UnexpectedErrors.Mask(exception, _unexpected);
        Report(error.Message, null, error.Extensions);
    }

    private void Report(string message, IReadOnlyList<SourceLocation>? locations = null, IReadOnlyDictionary<string, object?>? extensions = null)
    {
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

    /// <summary>Where the document selects the field: at every occurrence that is included.</summary>
    private List<SourceLocation>? LocationsOf(PlannedField? field)
    {
        if (field is null) return null;
        var locations = new List<SourceLocation>();
        foreach (var (node, condition) in field.Occurrences)
        {
            if (condition < 0 || ConditionTable.Bit(_conditions, condition)) locations.Add(_plan.Document.Source.LocationOf(node.Start));
        }

        return locations;
    }

    // ── Position ──

    internal int EnterObject() => _level++;

    internal void LeaveObject(int level) => _level = level;

    /// <summary>Back to a field of an object after an exception from anywhere below it.</summary>
    internal void ReturnTo(int objectLevel, PlannedField field, int start)
    {
        _level = objectLevel + 1;
        _path[objectLevel] = field.Ordinal;
        Writer.Rewind(start);
    }

    // ── Lists ──

    /// <summary>Writes a list (§6.4.3). A null item where items are non-null takes the list with it.</summary>
    /// <param name="item">Writes one item and returns whether it is not null.</param>
    public bool WriteList<T>(IEnumerable<T>? items, PlannedField field, bool itemsNonNull, ItemWriter<T> item)
    {
        if (items is null) return WriteNull();
        var list = new ListCursor(Writer.Length, _level++);
        var complete = true;
        switch (items)
        {
            case T[] array:
                foreach (var value in array) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
            case List<T> values:
                foreach (var value in CollectionsMarshal.AsSpan(values)) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
            case IReadOnlyList<T> values:
                for (var i = 0; complete && i < values.Count; i++) complete = WriteItem(values[i], field, itemsNonNull, item, ref list);
                break;
            default:
                foreach (var value in items) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
        }

        _level = list.Level;
        if (complete)
        {
            Writer.Close(list.Start, (byte)'[', (byte)']');
            return true;
        }

        Writer.Rewind(list.Start);
        return WriteFailedNull();
    }

    private bool WriteItem<T>(T value, PlannedField field, bool nonNull, ItemWriter<T> item, ref ListCursor list)
    {
        if (--_itemsUntilClockCheck == 0) CheckTime();
        Writer.Byte((byte)',');
        _path[list.Level] = ~list.Count++;
        return item(this, value, field) || !nonNull || NullInNonNull(field);
    }

    private struct ListCursor(int start, int level)
    {
        public readonly int Start = start;
        public readonly int Level = level;
        public int Count;
    }

    /// <exception cref="RequestAbortedException">The time is up, or nobody waits any more.</exception>
    private void CheckTime()
    {
        _itemsUntilClockCheck = ItemsPerClockCheck;
        if (CancellationToken.IsCancellationRequested) throw RequestAbortedException.Cancelled();
        if (Stopwatch.GetTimestamp() > _deadline) throw RequestAbortedException.OutOfTime(_limits.MaxTime);
    }
}

/// <summary>Writes one item of a list; true when it is not null.</summary>
public delegate bool ItemWriter<in T>(RequestContext context, T item, PlannedField field);

/// <summary>What one run of a plan needs.</summary>
internal readonly record struct PlanRun(
    OperationPlan Plan, VariableValues Variables, object? Root, ExecutionLimits Limits, Func<Exception, string?>? Unexpected, CancellationToken CancellationToken);
