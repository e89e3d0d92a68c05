using System.Text;
using StrategyGraph.GraphQL.Execution.Incremental;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Makes plans of validated operations: collects fields (specification §6.3.2) for every object type that a value can turn out to be,
/// once for all values of the variables.
/// </summary>
/// <remarks>
/// A response name that occurs more than once stands in the response where its first included occurrence stands. So every occurrence
/// gets an entry, on the condition that it is included and no earlier one is; all share one merged selection, whose own fields keep
/// the conditions of the occurrence they come from.
/// </remarks>
internal sealed class Planner
{
    private readonly Schema _schema;
    private readonly SchemaBinding _binding;
    private readonly ExecutionLimits _limits;
    private readonly FieldCollector _collector;
    private readonly Decisions? _decisions;
    private readonly List<PlannedVariable> _plannedVariables = [];
    private readonly ConditionTable _conditions = new();
    private readonly List<PlannedField> _fields = [];
    private readonly Dictionary<SelectionKey, PlannedSelection> _selections = [];
    private readonly Dictionary<(FieldNode, ObjectType), (int Slot, object? Constant)> _arguments = new(ByReference.Instance);
    private int _slots;
    private bool _isIncremental;

    private Planner(Schema schema, SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, Decisions? decisions, ExecutionLimits limits)
    {
        (_schema, _binding, _decisions, _limits) = (schema, binding, decisions, limits);
        foreach (var variable in operation.VariableDefinitions)
            _plannedVariables.Add(new PlannedVariable(variable.Variable.Name.Value, schema.TypeFromNode(variable.Type)!, variable));
        _collector = new FieldCollector(schema, document, _plannedVariables, _conditions, decisions, limits);
    }

    /// <summary>Plans an operation of a document that has been validated against the schema.</summary>
    /// <param name="operationName">Which operation; null when the document has only one.</param>
    /// <exception cref="GraphQLException">No such operation, or the plan is beyond a limit.</exception>
    public static OperationPlan Plan(Schema schema, SchemaBinding binding, DocumentNode document, string? operationName, ExecutionLimits? limits = null)
    {
        var operation = OperationOf(document, operationName);
        var root = schema.RootType(operation.Operation) ?? throw Unresolved(
            $"Schema is not configured to execute {(operation.Operation is OperationType.Mutation ? "mutation" : "subscription")} operation.",
            document.Source.LocationOf(operation.Start));

        return new Planner(schema, binding, document, operation, null, limits ?? ExecutionLimits.Default).Plan(document, operation, root);
    }

    /// <summary>
    /// Plans an operation anew with its <c>@defer</c> and <c>@stream</c>. Which fields are deferred depends on all selections of the same
    /// response name together, so this plan is for given values of the boolean variables that stand in directives.
    /// </summary>
    /// <exception cref="GraphQLException">Null was given for such a variable, or the plan is beyond a limit.</exception>
    public static OperationPlan PlanIncrementally(OperationPlan plan, SchemaBinding binding, VariableValues variables, ExecutionLimits limits) =>
        new Planner(plan.Schema, binding, plan.Document, plan.Operation, new Decisions(variables), limits).Plan(plan.Document, plan.Operation, plan.RootType);

    private OperationPlan Plan(DocumentNode document, OperationDefinitionNode operation, ObjectType root)
    {
        var selection = SelectionOf(root, [new SelectionPart(operation.SelectionSet, ConditionTable.Always)], DeferSet.None, depth: 1);
        return new OperationPlan
        {
            Schema = _schema,
            Document = document,
            Operation = operation,
            RootType = root,
            RootBinding = BindingOf(root),
            Root = selection,
            Variables = _plannedVariables,
            Conditions = _conditions,
            Fields = [.. _fields],
            ArgumentSlots = _slots,
            HasIncrementalDirectives = _collector.HasIncrementalDirectives,
            IsIncremental = _isIncremental,
            DecidedBy = _decisions?.Made,
        };
    }

    /// <summary>GetOperation (specification §6.1).</summary>
    public static OperationDefinitionNode OperationOf(DocumentNode document, string? operationName)
    {
        OperationDefinitionNode? found = null;
        foreach (var definition in document.Definitions)
        {
            if (definition is not OperationDefinitionNode operation) continue;
            if (operationName is null)
            {
                if (found is not null) throw Unresolved("Must provide operation name if query contains multiple operations.");
                found = operation;
            }
            else if (operation.Name?.Value == operationName)
            {
                return operation;
            }
        }

        return found ?? throw Unresolved(operationName is null ? "Must provide an operation." : $"Unknown operation named \"{operationName}\".");
    }

    private static GraphQLException Unresolved(string message, SourceLocation? location = null) =>
        new(GraphQLError.WithCode(ErrorCodes.OperationResolutionFailure, message, location));

    /// <param name="past">What the fields around this selection waited for: what waits for no more than that is executed with them.</param>
    private PlannedSelection SelectionOf(NamedType type, SelectionPart[] parts, DeferSet past, int depth)
    {
        var key = new SelectionKey(type, parts, past);
        if (!_selections.TryGetValue(key, out var selection))
        {
            if (depth > _limits.MaxDepth) throw _collector.TooDeep();
            selection = type is ObjectType objectType ? ObjectSelection(objectType, parts, past, depth) : AbstractSelection(type, parts, past, depth);
            _selections.Add(key, selection);
        }

        return depth + selection.Depth - 1 <= _limits.MaxDepth ? selection : throw _collector.TooDeep();
    }

    private PlannedSelection AbstractSelection(NamedType type, SelectionPart[] parts, DeferSet past, int depth)
    {
        var names = _binding.PossibleTypes(type.Name);
        var possible = new PlannedSelection[names.Count];
        for (var i = 0; i < possible.Length; i++) possible[i] = SelectionOf(_schema.Types[names[i]], parts, past, depth);
        return new PlannedSelection(null)
        {
            PossibleTypes = possible,
            Depth = possible.Select(p => p.Depth).DefaultIfEmpty().Max(),
            PathLength = possible.Select(p => p.PathLength).DefaultIfEmpty().Max(),
        };
    }

    private PlannedSelection ObjectSelection(ObjectType type, SelectionPart[] parts, DeferSet past, int depth)
    {
        var collected = _collector.Collect(type, parts);
        var selection = new PlannedSelection(type) { Depth = 1, PathLength = 1 };
        var binding = BindingOf(type);
        var fields = new List<PlannedField>(collected.Fields.Count);
        OrderedDictionary<DeferSet, List<PlannedField>>? later = null;
        foreach (var occurrence in collected.Fields)
        {
            var group = occurrence.Group;
            var condition = _conditions.And(occurrence.Condition, _conditions.Not(group.Included));
            group.Included = _conditions.Or(group.Included, occurrence.Condition);
            if (condition == ConditionTable.Never || _schema.FieldOf(type, occurrence.Node.Name.Value) is not { } definition) continue;

            _collector.Spend(1);
            group.Merged ??= [.. group.Occurrences.Select(o => (o.Node, o.Condition))];
            var waits = group.Waits ??= DeferSet.Of(group.Occurrences);
            if (definition.Type.NamedType.IsCompositeType) group.Selection ??= SelectionOf(definition.Type.NamedType, Merge(group), waits, depth + 1);
            var field = Field(type, binding, definition, group, condition);
            if (_collector.StreamOf(field.Node) is { } stream && definition.Type.Nullable is ListType) Stream(field, stream, group, depth);
            if (waits.Equals(past)) fields.Add(field);
            else if ((later ??= []).TryGetValue(waits, out var others)) others.Add(field);
            else later.Add(waits, [field]);
            selection.Depth = Math.Max(selection.Depth, 1 + (group.Selection?.Depth ?? 0));
            selection.PathLength = Math.Max(selection.PathLength, 1 + ListDepth(definition.Type) + (group.Selection?.PathLength ?? 0));
        }

        if (collected.NewDefers.Count > 0 || later is not null) Defer(selection, collected.NewDefers, fields, later ?? []);
        else selection.Fields = [.. fields];
        return selection;
    }

    private void Defer(PlannedSelection selection, List<DeferUsage> begins, List<PlannedField> now, OrderedDictionary<DeferSet, List<PlannedField>> later)
    {
        _isIncremental = true;
        selection.Deferral = new PlannedDeferral(
            [.. begins],
            new PlannedSelection(selection.Type) { Fields = [.. now] },
            [.. later.Select(l => new DeferredFields(l.Key.Usages, new PlannedSelection(selection.Type) { Fields = [.. l.Value] }))]);
    }

    private void Stream(PlannedField field, DirectiveNode stream, CollectedGroup group, int depth)
    {
        _isIncremental = true;
        var selection = field.Selection;
        if (selection is not null && group.Occurrences.Exists(o => o.Defer is not null))
        {
            SelectionPart[] parts = [.. Merge(group).Select(p => p with { Defer = null })];
            selection = SelectionOf(field.Definition.Type.NamedType, parts, DeferSet.None, depth + 1);
        }

        field.Stream = new PlannedStream(stream, selection == field.Selection ? field : field.With(selection));
    }

    /// <summary>
    /// The selection sets of a group. The merged selection is only reached when one of the occurrences is included, so where all have the
    /// same condition it need not be asked again.
    /// </summary>
    private static SelectionPart[] Merge(CollectedGroup group)
    {
        var alike = group.Occurrences.TrueForAll(o => o.Condition == group.Occurrences[0].Condition);
        return [.. group.Occurrences.Where(o => o.Node.SelectionSet is not null)
            .Select(o => new SelectionPart(o.Node.SelectionSet!, alike ? ConditionTable.Always : o.Condition, o.Defer))];
    }

    private PlannedField Field(ObjectType type, ObjectBinding binding, FieldDefinition definition, CollectedGroup group, int condition)
    {
        var node = group.Occurrences[0].Node;
        var isTypeName = definition == StandardDefinitions.TypeNameField;
        var (slot, constant) = isTypeName ? (-1, null) : Arguments(type, binding, definition, node);
        var responseName = node.ResponseName;
        var key = Encoding.UTF8.GetBytes(isTypeName ? $",\"{responseName}\":\"{type.Name}\"" : $",\"{responseName}\":");
        var field = new PlannedField(binding, _fields.Count, condition, key, group.Merged!, slot, constant)
        {
            Id = binding.IdOf(definition),
            Definition = definition,
            ParentType = type,
            ResponseName = responseName,
            Selection = group.Selection,
            IsNonNull = definition.Type is NonNullType,
        };
        _fields.Add(field);
        return field;
    }

    private (int Slot, object? Constant) Arguments(ObjectType type, ObjectBinding binding, FieldDefinition definition, FieldNode node)
    {
        if (definition.Arguments.Count == 0) return (-1, null);
        if (_arguments.TryGetValue((node, type), out var known)) return known;

        var bound = (Slot: -1, Constant: (object?)null);
        if (!node.Arguments.Any(a => HasVariable(a.Value)))
        {
            try
            {
                var values = InputCoercion.Arguments(type, definition, node, VariableValues.None, null);
                bound.Constant = binding.Bind(binding.IdOf(definition), definition, values);
            }
            catch (GraphQLException)
            {
                // Only a value that validation cannot judge gets here: it becomes a field's error, each time the field runs.
            }
        }

        if (bound.Constant is null) bound.Slot = _slots++;
        return _arguments[(node, type)] = bound;
    }

    // The depth of a literal is bounded by the parser.
    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode o => o.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };

    private ObjectBinding BindingOf(ObjectType type) => _binding.ForPlan(type);

    private static int ListDepth(GraphType type) => type.Nullable is ListType list ? 1 + ListDepth(list.OfType) : 0;
}
