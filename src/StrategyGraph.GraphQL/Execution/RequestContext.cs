using System.Diagnostics;
using System.Runtime.CompilerServices;
using StrategyGraph.GraphQL.Execution.Cost;
using StrategyGraph.GraphQL.Execution.Incremental;
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

    /// <summary>The errors that the response lists, until <see cref="Reset"/>.</summary>
    internal IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The schema that is queried.</summary>
    public TypeSystem.Schema Schema => _plan.Schema;

    /// <summary>Executes a plan (specification §6.2) and gives the response, valid until <see cref="Reset"/>.</summary>
    /// <exception cref="RequestAbortedException">A limit was reached, or the request was cancelled.</exception>
    internal ReadOnlyMemory<byte> Run(in PlanRun run)
    {
        Begin(run);
        CheckTime();
        Writer.Raw("{\"data\":"u8);
        var outer = t_running;
        t_running = this;
        try
        {
            _plan.RootBinding.WriteRoot(this, run.Root, _plan.Root);
        }
        finally
        {
            t_running = outer;
        }

        if (_plan.IsIncremental) AnnouncePending();
        CheckLength();
        CloseErrors();
        if (run.Cost is { } cost) WriteCost(cost);
        Writer.Byte((byte)'}');
        return _errors.Count == 0 ? Writer.Written : WithErrors();
    }

    private void WriteCost(OperationCost cost)
    {
        Writer.Raw(",\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        Writer.Float(cost.FieldCost);
        Writer.Raw(",\"typeCost\":"u8);
        Writer.Float(cost.TypeCost);
        Writer.Raw("}}"u8);
    }

    /// <summary>A response of the operation's cost alone.</summary>
    internal ReadOnlyMemory<byte> Tell(OperationCost cost)
    {
        WriteCost(cost);
        Writer.Close(0, (byte)'{', (byte)'}');
        return Writer.Written;
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

    private void CheckLength()
    {
        if (Writer.Length > Writer.MaxLength) throw RequestAbortedException.ResponseTooLarge(_limits.MaxResponseBytes);
    }

    private void CloseErrors()
    {
        if (_errorsLeftOut == 0) return;
        _errors.Add(GraphQLError.OfLimit(
            ErrorCodes.TooManyErrors, $"{_errorsLeftOut} more errors are not listed; a response lists {_limits.MaxErrors}.",
            _limits.MaxErrors, _limits.MaxErrors + _errorsLeftOut));
        _errorsLeftOut = 0;
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
        _delivery = _plan.IsIncremental ? new IncrementalDelivery(_plan) : null;
    }

    /// <summary>Forgets the request, so that nothing of it is kept alive or seen by the next one.</summary>
    internal void Reset()
    {
        Array.Clear(_arguments);
        _errors.Clear();
        EndDelivery();
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
        field.WriteKey(Writer);
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
        return _arguments[field.ArgumentSlot] = field.Binding.Bind(field.Id, field.Definition, values);
    }

    /// <summary>Writes <c>__typename</c>, <c>__schema</c> or <c>__type</c>: what a binding does with a field that is not its own.</summary>
    public bool WriteMetaField(PlannedField field) =>
        field.Id == ObjectBinding.TypeNameField || Introspection.IntrospectionBinding.WriteMetaField(this, field);

    // ── Position ──

    internal int EnterObject() => _level++;

    internal void LeaveObject(int level) => _level = level;

    /// <summary>Back to a field of an object after an exception from anywhere below it.</summary>
    internal void ReturnTo(int objectLevel, PlannedField field, int start)
    {
        _level = objectLevel + 1;
        _path[objectLevel] = field.Ordinal;
        Rewind(start);
    }
}

/// <summary>What one run of a plan needs.</summary>
internal readonly record struct PlanRun(
    OperationPlan Plan, VariableValues Variables, OperationCost? Cost, object? Root, ExecutionLimits Limits, Func<Exception, string?>? Unexpected, CancellationToken CancellationToken);
