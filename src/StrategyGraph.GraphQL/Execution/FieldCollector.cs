using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>CollectFields (specification §6.3.2) for one operation, with conditions in place of variable values, and the limits of its work.</summary>
internal sealed class FieldCollector
{
    /// <summary>Comparing conditions is so much cheaper than a step of collecting.</summary>
    private const int ComparisonsPerStep = 16;

    private readonly Schema _schema;
    private readonly Dictionary<string, int> _variables = [];
    private readonly ConditionTable _conditions;
    private readonly ExecutionLimits _limits;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private int _work;

    public FieldCollector(Schema schema, DocumentNode document, IReadOnlyList<PlannedVariable> variables, ConditionTable conditions, ExecutionLimits limits)
    {
        (_schema, _conditions, _limits) = (schema, conditions, limits);
        for (var i = 0; i < variables.Count; i++) _variables[variables[i].Name] = i;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) _fragments[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>What is selected of an object type's value, in the order of first appearance, depth first.</summary>
    public IReadOnlyList<CollectedField> Collect(ObjectType type, SelectionPart[] parts)
    {
        var collected = new CollectedFields();
        foreach (var part in parts) Collect(type, part.Set, part.Condition, collected, nesting: 1);
        return collected.Fields;
    }

    /// <exception cref="GraphQLException">The operation expands to more than is allowed.</exception>
    public void Spend(int steps)
    {
        _work += steps;
        if (_work <= _limits.MaxFields) return;
        throw new GraphQLException(GraphQLError.OfLimit(
            ErrorCodes.TooManyFields,
            $"The operation expands to more than {_limits.MaxFields} selections. Split it, or use fewer fragments within fragments.", _limits.MaxFields));
    }

    public GraphQLException TooDeep() =>
        new(GraphQLError.OfLimit(
            ErrorCodes.OperationTooDeep,
            $"The operation selects fields more than {_limits.MaxDepth} levels deep, fragments counted. Ask for fewer levels.", _limits.MaxDepth));

    private void Collect(ObjectType type, SelectionSetNode set, int condition, CollectedFields into, int nesting)
    {
        if (nesting > _limits.MaxDepth) throw TooDeep();
        foreach (var selection in set.Selections)
        {
            Spend(1);
            var included = ConditionOf(selection, condition);
            if (included == ConditionTable.Never) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!into.Groups.TryGetValue(field.ResponseName, out var group)) into.Groups.Add(field.ResponseName, group = new CollectedGroup());
                    group.Occurrences.Add((field, included));
                    into.Fields.Add(new CollectedField(field, included, group));
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
    private bool Seen(string fragment, int condition, CollectedFields collected)
    {
        if (!collected.Fragments.TryGetValue(fragment, out var conditions)) collected.Fragments.Add(fragment, conditions = []);
        Spend(conditions.Count / ComparisonsPerStep);
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

    private sealed class CollectedFields
    {
        public List<CollectedField> Fields { get; } = [];
        public Dictionary<string, CollectedGroup> Groups { get; } = [];
        public Dictionary<string, List<int>> Fragments { get; } = [];
    }
}

/// <summary>A selection of a field, the condition it stands under, and those of the same response name.</summary>
internal sealed record CollectedField(FieldNode Node, int Condition, CollectedGroup Group);

/// <summary>The occurrences of one response name, and what the planner makes of them together.</summary>
internal sealed class CollectedGroup
{
    public List<(FieldNode Node, int Condition)> Occurrences { get; } = [];

    /// <summary>That one of the occurrences planned so far is included.</summary>
    public int Included { get; set; } = ConditionTable.Never;

    public (FieldNode, int)[]? Merged { get; set; }
    public PlannedSelection? Selection { get; set; }
}
