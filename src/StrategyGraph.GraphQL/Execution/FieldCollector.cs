using StrategyGraph.GraphQL.Execution.Incremental;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// CollectFields (specification §6.3.2) for one operation, with conditions in place of variable values, and the limits of its work.
/// With <see cref="Decisions"/>, which know the values, it also notes what is deferred.
/// </summary>
internal sealed class FieldCollector
{
    /// <summary>Comparing conditions is so much cheaper than a step of collecting.</summary>
    private const int ComparisonsPerStep = 16;

    private readonly Schema _schema;
    private readonly Dictionary<string, int> _variables = [];
    private readonly ConditionTable _conditions;
    private readonly Decisions? _decisions;
    private readonly ExecutionLimits _limits;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private int _work;

    public FieldCollector(
        Schema schema, DocumentNode document, IReadOnlyList<PlannedVariable> variables, ConditionTable conditions, Decisions? decisions, ExecutionLimits limits)
    {
        (_schema, _conditions, _decisions, _limits) = (schema, conditions, decisions, limits);
        for (var i = 0; i < variables.Count; i++) _variables[variables[i].Name] = i;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) _fragments[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>Whether a selection was met that has <c>@defer</c> or <c>@stream</c>, on or off.</summary>
    public bool HasIncrementalDirectives { get; private set; }

    /// <summary>What is selected of an object type's value, in the order of first appearance, depth first.</summary>
    public CollectedFields Collect(ObjectType type, SelectionPart[] parts)
    {
        var collected = new CollectedFields();
        foreach (var part in parts) Collect(type, part.Set, part.Condition, part.Defer, collected, nesting: 1);
        return collected;
    }

    /// <summary>The <c>@stream</c> of a field, where it is on.</summary>
    public DirectiveNode? StreamOf(FieldNode field) =>
        _decisions is not null && IncrementalDirectives.Find(field, "stream") is { } stream && _decisions.IsOn(stream) ? stream : null;

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

    private void Collect(ObjectType type, SelectionSetNode set, int condition, DeferUsage? defer, CollectedFields into, int nesting)
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
                    group.Occurrences.Add(new FieldOccurrence(field, included, defer));
                    into.Fields.Add(new CollectedField(field, included, group));
                    break;
                case InlineFragmentNode fragment:
                    if (Applies(fragment.TypeCondition, type)) Collect(type, fragment.SelectionSet, included, Begin(DeferOf(fragment, defer), into) ?? defer, into, nesting + 1);
                    break;
                case FragmentSpreadNode spread:
                    var begun = DeferOf(spread, defer);
                    if (Seen(spread.Name.Value, included, begun ?? defer, into) || !_fragments.TryGetValue(spread.Name.Value, out var named)) break;
                    if (Applies(named.TypeCondition, type)) Collect(type, named.SelectionSet, included, Begin(begun, into) ?? defer, into, nesting + 1);
                    break;
            }
        }
    }

    /// <summary>
    /// A fragment adds nothing where it was already spread under a condition that holds whenever this one does, undeferred or by the same directive.
    /// </summary>
    private bool Seen(string fragment, int condition, DeferUsage? defer, CollectedFields collected)
    {
        if (!collected.Fragments.TryGetValue(fragment, out var spreads)) collected.Fragments.Add(fragment, spreads = []);
        Spend(spreads.Count / ComparisonsPerStep);
        foreach (var earlier in spreads)
        {
            if (_conditions.Implies(condition, earlier.Condition) && (earlier.Defer is null || ReferenceEquals(earlier.Defer, defer?.Directive))) return true;
        }

        spreads.Add((condition, defer?.Directive));
        return false;
    }

    private DeferUsage? DeferOf(SelectionNode fragment, DeferUsage? outer)
    {
        if (_decisions is null || IncrementalDirectives.Find(fragment, "defer") is not { } directive || !_decisions.IsOn(directive)) return null;
        var usage = new DeferUsage(directive, outer);
        return usage.Depth <= _limits.MaxDepth ? usage : throw TooDeep();
    }

    private static DeferUsage? Begin(DeferUsage? usage, CollectedFields collected)
    {
        if (usage is not null) collected.NewDefers.Add(usage);
        return usage;
    }

    private bool Applies(NamedTypeNode? typeCondition, ObjectType type) =>
        typeCondition is null || typeCondition.Name.Value == type.Name
        || (_schema.Types.TryGetValue(typeCondition.Name.Value, out var named) && named.IsAbstractType && _schema.PossibleTypes(named).Contains(type));

    private int ConditionOf(SelectionNode selection, int condition)
    {
        foreach (var directive in selection.Directives)
        {
            HasIncrementalDirectives |= directive.Name.Value is "defer" or "stream";
            var isSkip = directive.Name.Value == "skip";
            if (!isSkip && directive.Name.Value != "include") continue;
            var holds = directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value switch
            {
                BooleanValueNode literal => literal.Value ? ConditionTable.Always : ConditionTable.Never,
                VariableNode variable when _decisions is not null => _decisions.Holds(variable) ? ConditionTable.Always : ConditionTable.Never,
                VariableNode variable => _conditions.Variable(_variables[variable.Name.Value]),
                _ => throw new GraphQLException($"Argument \"@{directive.Name.Value}(if:)\" of required type \"Boolean!\" was not provided."),
            };
            condition = _conditions.And(condition, isSkip ? _conditions.Not(holds) : holds);
        }

        return condition;
    }

}

/// <summary>What was collected of one object type's selection.</summary>
internal sealed class CollectedFields
{
    public List<CollectedField> Fields { get; } = [];
    public Dictionary<string, CollectedGroup> Groups { get; } = [];

    /// <summary>The deferrals that were met, those around others first.</summary>
    public List<DeferUsage> NewDefers { get; } = [];

    public Dictionary<string, List<(int Condition, DirectiveNode? Defer)>> Fragments { get; } = [];
}

/// <summary>A selection of a field, the condition it stands under, and those of the same response name.</summary>
internal sealed record CollectedField(FieldNode Node, int Condition, CollectedGroup Group);

/// <summary>A selection of a field, the condition and the deferral it stands under.</summary>
internal readonly record struct FieldOccurrence(FieldNode Node, int Condition, DeferUsage? Defer);

/// <summary>The occurrences of one response name, and what the planner makes of them together.</summary>
internal sealed class CollectedGroup
{
    public List<FieldOccurrence> Occurrences { get; } = [];

    /// <summary>That one of the occurrences planned so far is included.</summary>
    public int Included { get; set; } = ConditionTable.Never;

    public (FieldNode, int)[]? Merged { get; set; }

    /// <summary>What the field waits for.</summary>
    public DeferSet? Waits { get; set; }

    public PlannedSelection? Selection { get; set; }
}
