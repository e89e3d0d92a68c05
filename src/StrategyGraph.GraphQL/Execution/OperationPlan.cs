using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StrategyGraph.GraphQL.Execution.Cost;
using StrategyGraph.GraphQL.Execution.Incremental;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// An operation made ready to run, for all values of its variables (specification §6.2, §6.3): fragments are expanded, fields of the
/// same response name merged, conditions numbered. Immutable and shared by all requests.
/// </summary>
internal sealed class OperationPlan
{
    public required Schema Schema { get; init; }
    public required DocumentNode Document { get; init; }
    public required OperationDefinitionNode Operation { get; init; }
    public OperationType Kind => Operation.Operation;

    public required ObjectType RootType { get; init; }
    public required ObjectBinding RootBinding { get; init; }
    public required PlannedSelection Root { get; init; }
    public required IReadOnlyList<PlannedVariable> Variables { get; init; }
    public required ConditionTable Conditions { get; init; }

    /// <summary>Every field, by its <see cref="PlannedField.Ordinal"/>.</summary>
    public required PlannedField[] Fields { get; init; }

    /// <summary>How many fields have arguments that depend on variables.</summary>
    public required int ArgumentSlots { get; init; }

    /// <summary>What the operation costs, once that is known to be the same for all variables.</summary>
    public StrongBox<OperationCost>? FixedCost { get; set; }

    /// <summary>The operation has <c>@defer</c> or <c>@stream</c>, which this plan may ignore.</summary>
    public required bool HasIncrementalDirectives { get; init; }

    /// <summary>The plan defers or streams something.</summary>
    public required bool IsIncremental { get; init; }

    /// <summary>Which values of boolean variables the plan is for; null when it is for all.</summary>
    public required IReadOnlyDictionary<string, bool>? DecidedBy { get; init; }

    private volatile OperationPlan? _incremental;

    /// <summary>
    /// The plan that honours <c>@defer</c> and <c>@stream</c>, for these values; this one where the operation has neither.
    /// Only the plan that was wanted last is kept: most operations are always sent with the same values.
    /// </summary>
    /// <exception cref="GraphQLException">See <see cref="Planner.PlanIncrementally"/>.</exception>
    public OperationPlan ForIncremental(SchemaBinding binding, VariableValues variables, ExecutionLimits limits)
    {
        if (!HasIncrementalDirectives) return this;
        if (_incremental is { } kept && Decisions.Same(kept.DecidedBy!, variables)) return kept;
        return _incremental = Planner.PlanIncrementally(this, binding, variables, limits);
    }

    /// <summary>Whether it asks of the schema only, and no variable has a say in it: then it has one answer.</summary>
    public bool IsOfSchemaAlone => Kind is OperationType.Query && Variables.Count == 0 && Array.TrueForAll(Root.Fields, root => root.Id < 0);

    /// <summary>The most steps a response path can have: one a field, one a list it lies in.</summary>
    public int MaxPathLength => Root.PathLength;
}

/// <summary>A variable of the operation, its type looked up.</summary>
internal sealed record PlannedVariable(string Name, GraphType Type, VariableDefinitionNode Node);

/// <summary>
/// What is selected of a composite value: the fields, in response order, where its type is an object type; for an interface or union,
/// such a selection for every type it can turn out to be.
/// </summary>
public sealed class PlannedSelection
{
    internal PlannedSelection(ObjectType? type) => Type = type;

    /// <summary>The object type selected of; null for an interface or union.</summary>
    public ObjectType? Type { get; }

    /// <summary>Of an object type, unless <see cref="Deferral"/> has them.</summary>
    internal PlannedField[] Fields { get; set; } = [];

    /// <summary>Set where fields are deferred, here or further out.</summary>
    internal PlannedDeferral? Deferral { get; set; }

    private PlannedSelection[] _possibleTypes = [];

    /// <summary>Of an interface or union: by the order of <see cref="SchemaBinding.PossibleTypes"/>.</summary>
    internal PlannedSelection[] PossibleTypes { get => _possibleTypes; set => _possibleTypes = value; }

    /// <summary>Fields inside each other at its deepest.</summary>
    internal int Depth { get; set; }

    internal int PathLength { get; set; }

    /// <summary>The selection for the possible type of this place in <see cref="SchemaBinding.PossibleTypes"/>.</summary>
    public PlannedSelection OfType(int index) => _possibleTypes[index];

    /// <summary>The selection for a possible type; null if it is none.</summary>
    public PlannedSelection? OfType(ObjectType type)
    {
        foreach (var possible in _possibleTypes)
        {
            if (possible.Type == type) return possible;
        }

        return null;
    }
}

/// <summary>One entry of a response object: all selections of one response name of one object type, merged.</summary>
public sealed class PlannedField
{
    private readonly byte[] _key;
    private readonly Vector256<byte> _keyStart;
    private readonly int _keyLength;

    /// <param name="key">A comma, the response name as a JSON string, a colon; for <c>__typename</c> the value as well.</param>
    internal PlannedField(
        ObjectBinding binding, int ordinal, int condition, byte[] key, (FieldNode Node, int Condition)[] occurrences, int argumentSlot, object? constantArguments)
    {
        (Binding, Ordinal, Condition) = (binding, ordinal, condition);
        (Occurrences, ArgumentSlot, ConstantArguments) = (occurrences, argumentSlot, constantArguments);
        Span<byte> start = stackalloc byte[Vector256<byte>.Count];
        start.Clear();
        key.AsSpan(0, Math.Min(key.Length, start.Length)).CopyTo(start);
        (_key, _keyStart, _keyLength) = (key, Vector256.Create<byte>(start), key.Length);
    }

    /// <summary>The number that the type's <see cref="ObjectBinding"/> knows the field by; negative for the meta-fields.</summary>
    public required int Id { get; init; }

    public required FieldDefinition Definition { get; init; }
    public required ObjectType ParentType { get; init; }
    public required string ResponseName { get; init; }

    /// <summary>What is selected of the field's value; null for leaves.</summary>
    public required PlannedSelection? Selection { get; init; }

    /// <summary>The field's type is non-null.</summary>
    public required bool IsNonNull { get; init; }

    /// <summary>Set where the field's list is streamed.</summary>
    internal PlannedStream? Stream { get; set; }

    internal ObjectBinding Binding { get; }

    /// <summary>Its place in <see cref="OperationPlan.Fields"/>: the step of a response path.</summary>
    internal int Ordinal { get; }

    /// <summary>In the plan's <see cref="ConditionTable"/>.</summary>
    internal int Condition { get; }

    /// <summary>All selections of this response name, each with its condition; arguments are those of the first.</summary>
    internal (FieldNode Node, int Condition)[] Occurrences { get; }

    /// <summary>Where in a request's table its bound arguments stand; −1 where no variable is in them.</summary>
    internal int ArgumentSlot { get; }

    /// <summary>Bound arguments that hold for every request.</summary>
    internal object? ConstantArguments { get; }

    internal FieldNode Node => Occurrences[0].Node;

    /// <summary>Writes what stands before the field's value. Most names fit into a vector, which is written in one step whatever its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteKey(ResponseWriter writer)
    {
        if (_keyLength <= Vector256<byte>.Count) writer.Raw(in _keyStart, _keyLength);
        else writer.Raw(_key);
    }

    /// <summary>The same field with another selection of its value.</summary>
    internal PlannedField With(PlannedSelection? selection) => new(Binding, Ordinal, Condition, _key, Occurrences, ArgumentSlot, ConstantArguments)
    {
        Id = Id,
        Definition = Definition,
        ParentType = ParentType,
        ResponseName = ResponseName,
        Selection = selection,
        IsNonNull = IsNonNull,
    };
}
