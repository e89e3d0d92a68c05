using System.Text;
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
    private readonly List<PlannedVariable> _plannedVariables = [];
    private readonly ConditionTable _conditions = new();
    private readonly List<PlannedField> _fields = [];
    private readonly Dictionary<SelectionKey, PlannedSelection> _selections = [];
    private readonly Dictionary<(FieldNode, ObjectType), (int Slot, object? Constant)> _arguments = new(ByReference.Instance);
    private int _slots;

    private Planner(Schema schema, SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, ExecutionLimits limits)
    {
        (_schema, _binding, _limits) = (schema, binding, limits);
        foreach (var variable in operation.VariableDefinitions)
            _plannedVariables.Add(new PlannedVariable(variable.Variable.Name.Value, schema.TypeFromNode(variable.Type)!, variable));
        _collector = new FieldCollector(schema, document, _plannedVariables, _conditions, limits);
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

        var planner = new Planner(schema, binding, document, operation, limits ?? ExecutionLimits.Default);
        var selection = planner.SelectionOf(root, [new SelectionPart(operation.SelectionSet, ConditionTable.Always)], depth: 1);
        return new OperationPlan
        {
            Schema = schema,
            Document = document,
            Operation = operation,
            RootType = root,
            RootBinding = planner.BindingOf(root),
            Root = selection,
            Variables = planner._plannedVariables,
            Conditions = planner._conditions,
            Fields = [.. planner._fields],
            ArgumentSlots = planner._slots,
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

    private PlannedSelection SelectionOf(NamedType type, SelectionPart[] parts, int depth)
    {
        var key = new SelectionKey(type, parts);
        if (!_selections.TryGetValue(key, out var selection))
        {
            if (depth > _limits.MaxDepth) throw _collector.TooDeep();
            selection = type is ObjectType objectType ? ObjectSelection(objectType, parts, depth) : AbstractSelection(type, parts, depth);
            _selections.Add(key, selection);
        }

        return depth + selection.Depth - 1 <= _limits.MaxDepth ? selection : throw _collector.TooDeep();
    }

    private PlannedSelection AbstractSelection(NamedType type, SelectionPart[] parts, int depth)
    {
        var names = _binding.PossibleTypes(type.Name);
        var possible = new PlannedSelection[names.Count];
        for (var i = 0; i < possible.Length; i++) possible[i] = SelectionOf(_schema.Types[names[i]], parts, depth);
        return new PlannedSelection(null)
        {
            PossibleTypes = possible,
            Depth = possible.Select(p => p.Depth).DefaultIfEmpty().Max(),
            PathLength = possible.Select(p => p.PathLength).DefaultIfEmpty().Max(),
        };
    }

    private PlannedSelection ObjectSelection(ObjectType type, SelectionPart[] parts, int depth)
    {
        var collected = _collector.Collect(type, parts);
        var selection = new PlannedSelection(type) { Depth = 1, PathLength = 1 };
        var binding = BindingOf(type);
        var fields = new List<PlannedField>(collected.Count);
        foreach (var occurrence in collected)
        {
            var group = occurrence.Group;
            var condition = _conditions.And(occurrence.Condition, _conditions.Not(group.Included));
            group.Included = _conditions.Or(group.Included, occurrence.Condition);
            if (condition == ConditionTable.Never || _schema.FieldOf(type, occurrence.Node.Name.Value) is not { } definition) continue;

            _collector.Spend(1);
            group.Merged ??= [.. group.Occurrences];
            if (definition.Type.NamedType.IsCompositeType) group.Selection ??= SelectionOf(definition.Type.NamedType, Merge(group), depth + 1);
            fields.Add(Field(type, binding, definition, group, condition));
            selection.Depth = Math.Max(selection.Depth, 1 + (group.Selection?.Depth ?? 0));
            selection.PathLength = Math.Max(selection.PathLength, 1 + ListDepth(definition.Type) + (group.Selection?.PathLength ?? 0));
        }

        selection.Fields = [.. fields];
        return selection;
    }

    /// <summary>
    /// The selection sets of a group. The merged selection is only reached when one of the occurrences is included, so where all have the
    /// same condition it need not be asked again.
    /// </summary>
    private static SelectionPart[] Merge(CollectedGroup group)
    {
        var alike = group.Occurrences.TrueForAll(o => o.Condition == group.Occurrences[0].Condition);
        return [.. group.Occurrences.Where(o => o.Node.SelectionSet is not null)
            .Select(o => new SelectionPart(o.Node.SelectionSet!, alike ? ConditionTable.Always : o.Condition))];
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
