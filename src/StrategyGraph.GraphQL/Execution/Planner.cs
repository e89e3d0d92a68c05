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
    private readonly OperationDefinitionNode _operation;
    private readonly ExecutionLimits _limits;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private readonly Dictionary<string, int> _variables = [];
    private readonly List<PlannedVariable> _plannedVariables = [];
    private readonly ConditionTable _conditions = new();
    private readonly List<PlannedField> _fields = [];
    private readonly Dictionary<SelectionKey, PlannedSelection> _selections = [];
    private readonly Dictionary<(FieldNode, ObjectType), (int Slot, object? Constant)> _arguments = new(ByReference.Instance);
    private int _slots;
    private int _work;

    private Planner(Schema schema, SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, ExecutionLimits limits)
    {
        (_schema, _binding, _operation, _limits) = (schema, binding, operation, limits);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) _fragments[fragment.Name.Value] = fragment;
        }

        foreach (var variable in operation.VariableDefinitions)
        {
            _variables[variable.Variable.Name.Value] = _plannedVariables.Count;
            _plannedVariables.Add(new PlannedVariable(variable.Variable.Name.Value, _schema.TypeFromNode(variable.Type)!, variable));
        }
    }

    /// <summary>Plans an operation of a document that has been validated against the schema.</summary>
    /// <param name="operationName">Which operation; null when the document has only one.</param>
    /// <exception cref="GraphQLException">No such operation, or the plan is beyond a limit.</exception>
    public static OperationPlan Plan(Schema schema, SchemaBinding binding, DocumentNode document, string? operationName, ExecutionLimits? limits = null)
    {
        var operation = OperationOf(document, operationName);
        var root = schema.RootType(operation.Operation) ?? throw new GraphQLException(
            $"Schema is not configured to execute {(operation.Operation is OperationType.Mutation ? "mutation" : "subscription")} operation.",
            document.Source, operation.Start);

        var planner = new Planner(schema, binding, document, operation, limits ?? ExecutionLimits.Default);
        var selection = planner.SelectionOf(root, [new Part(operation.SelectionSet, ConditionTable.Always)], depth: 1);
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
                if (found is not null) throw new GraphQLException("Must provide operation name if query contains multiple operations.");
                found = operation;
            }
            else if (operation.Name?.Value == operationName)
            {
                return operation;
            }
        }

        return found ?? throw new GraphQLException(
            operationName is null ? "Must provide an operation." : $"Unknown operation named \"{operationName}\".");
    }

    /// <summary>A selection set that is part of a merged one, and the condition it stands under there.</summary>
    private readonly record struct Part(SelectionSetNode Set, int Condition);

    private sealed record Occurrence(FieldNode Node, int Condition, Group Group);

    /// <summary>The occurrences of one response name.</summary>
    private sealed class Group
    {
        public List<(FieldNode Node, int Condition)> Occurrences { get; } = [];

        /// <summary>That one of the occurrences seen so far is included.</summary>
        public int Included { get; set; } = ConditionTable.Never;

        public (FieldNode, int)[]? Merged { get; set; }
        public PlannedSelection? Selection { get; set; }
    }

    /// <summary>What is selected of an object type's value, in the order of first appearance, depth first.</summary>
    private sealed class Collected
    {
        public List<Occurrence> Fields { get; } = [];
        public Dictionary<string, Group> Groups { get; } = [];
        public Dictionary<string, List<int>> Fragments { get; } = [];
    }

    private PlannedSelection SelectionOf(NamedType type, Part[] parts, int depth)
    {
        var key = new SelectionKey(type, parts);
        if (!_selections.TryGetValue(key, out var selection))
        {
            if (depth > _limits.MaxDepth) throw TooDeep();
            selection = type is ObjectType objectType ? ObjectSelection(objectType, parts, depth) : AbstractSelection(type, parts, depth);
            _selections.Add(key, selection);
        }

        return depth + selection.Depth - 1 <= _limits.MaxDepth ? selection : throw TooDeep();
    }

    private PlannedSelection AbstractSelection(NamedType type, Part[] parts, int depth)
    {
        var names = _binding.PossibleTypes(type.Name);
        var possible = new PlannedSelection[names.Count];
        for (var i = 0; i < possible.Length; i++) possible[i] = SelectionOf(_schema.Types[names[i]], parts, depth);
        return new PlannedSelection(null)
        {
            PossibleTypes = possible,
            Depth = possible.Max(p => p.Depth),
            PathLength = possible.Max(p => p.PathLength),
        };
    }

    private PlannedSelection ObjectSelection(ObjectType type, Part[] parts, int depth)
    {
        var collected = new Collected();
        foreach (var part in parts) Collect(type, part.Set, part.Condition, collected, nesting: 1);

        var selection = new PlannedSelection(type) { Depth = 1, PathLength = 1 };
        var binding = BindingOf(type);
        var fields = new List<PlannedField>(collected.Fields.Count);
        foreach (var occurrence in collected.Fields)
        {
            var group = occurrence.Group;
            var condition = _conditions.And(occurrence.Condition, _conditions.Not(group.Included));
            group.Included = _conditions.Or(group.Included, occurrence.Condition);
            if (condition == ConditionTable.Never || _schema.FieldOf(type, occurrence.Node.Name.Value) is not { } definition) continue;

            Spend();
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
    private static Part[] Merge(Group group)
    {
        var alike = group.Occurrences.TrueForAll(o => o.Condition == group.Occurrences[0].Condition);
        return [.. group.Occurrences.Where(o => o.Node.SelectionSet is not null)
            .Select(o => new Part(o.Node.SelectionSet!, alike ? ConditionTable.Always : o.Condition))];
    }

    private PlannedField Field(ObjectType type, ObjectBinding binding, FieldDefinition definition, Group group, int condition)
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

    /// <summary>CollectFields (§6.3.2), with conditions in place of variable values.</summary>
    private void Collect(ObjectType type, SelectionSetNode set, int condition, Collected into, int nesting)
    {
        if (nesting > _limits.MaxDepth) throw TooDeep();
        foreach (var selection in set.Selections)
        {
            Spend();
            var included = ConditionOf(selection, condition);
            if (included == ConditionTable.Never) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!into.Groups.TryGetValue(field.ResponseName, out var group)) into.Groups.Add(field.ResponseName, group = new Group());
                    group.Occurrences.Add((field, included));
                    into.Fields.Add(new Occurrence(field, included, group));
                    break;
                case InlineFragmentNode fragment:
                    if (Applies(fragment.TypeCondition, type)) Collect(type, fragment.SelectionSet, included, into, nesting + 1);
                    break;
                case FragmentSpreadNode spread:
                    if (Seen(spread.Name.Value, included, into) || !_fragments.TryGetValue(spread.Name.Value, out var named)) break;
                    if (Applies(named.TypeCondition, type)) Collect(type, named.SelectionSet, included, into, nesting + 1);
                    break;
            }
        }
    }

    /// <summary>A fragment adds nothing where it was already spread under a condition that holds whenever this one does.</summary>
    private bool Seen(string fragment, int condition, Collected collected)
    {
        if (!collected.Fragments.TryGetValue(fragment, out var conditions)) collected.Fragments.Add(fragment, conditions = []);
        foreach (var earlier in conditions)
        {
            if (_conditions.Implies(condition, earlier)) return true;
        }

        conditions.Add(condition);
        return false;
    }

    private bool Applies(NamedTypeNode? typeCondition, ObjectType type) =>
        typeCondition is null || typeCondition.Name.Value == type.Name
        || (_schema.Types.TryGetValue(typeCondition.Name.Value, out var named) && named.IsAbstractType && _schema.PossibleTypes(named).Contains(type));

    private int ConditionOf(SelectionNode selection, int condition)
    {
        foreach (var directive in selection.Directives)
        {
            var isSkip = directive.Name.Value == "skip";
            if (!isSkip && directive.Name.Value != "include") continue;
            var holds = directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value switch
            {
                BooleanValueNode literal => literal.Value ? ConditionTable.Always : ConditionTable.Never,
                VariableNode variable => _conditions.Variable(_variables[variable.Name.Value]),
                _ => throw new GraphQLException($"Argument \"@{directive.Name.Value}(if:)\" of required type \"Boolean!\" was not provided."),
            };
            condition = _conditions.And(condition, isSkip ? _conditions.Not(holds) : holds);
        }

        return condition;
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
                bound.Constant = binding.Bind(binding.IdOf(definition), values);
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

    private void Spend()
    {
        if (++_work <= _limits.MaxPlannedFields) return;
        throw ExecutionLimits.Exceeded("TOO_MANY_FIELDS", $"The operation expands to more than {_limits.MaxPlannedFields} selections. Split it, or use fewer fragments within fragments.");
    }

    private GraphQLException TooDeep() =>
        ExecutionLimits.Exceeded("TOO_DEEP", $"The operation selects fields more than {_limits.MaxDepth} levels deep, fragments counted. Ask for fewer levels.");

    private readonly struct SelectionKey(NamedType type, Part[] parts) : IEquatable<SelectionKey>
    {
        private readonly NamedType _type = type;
        private readonly Part[] _parts = parts;

        public bool Equals(SelectionKey other)
        {
            if (_type != other._type || _parts.Length != other._parts.Length) return false;
            for (var i = 0; i < _parts.Length; i++)
            {
                if (!ReferenceEquals(_parts[i].Set, other._parts[i].Set) || _parts[i].Condition != other._parts[i].Condition) return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_type));
            foreach (var part in _parts)
            {
                hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(part.Set));
                hash.Add(part.Condition);
            }

            return hash.ToHashCode();
        }
    }

    /// <summary>Nodes are records, whose equality walks their whole tree; a plan means this very node.</summary>
    private sealed class ByReference : IEqualityComparer<(FieldNode Node, ObjectType Type)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((FieldNode Node, ObjectType Type) x, (FieldNode Node, ObjectType Type) y) =>
            ReferenceEquals(x.Node, y.Node) && ReferenceEquals(x.Type, y.Type);

        public int GetHashCode((FieldNode Node, ObjectType Type) key) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Node), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Type));
    }
}
