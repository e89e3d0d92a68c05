using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Introspection goes through lists of fields, interfaces, possible types or input fields only so deep: each level multiplies the answer.
/// The specification only allows such a limit (<see href="https://spec.graphql.org/September2025/#sec-Introspection">§4 Introspection</see>);
/// the figure is the reference implementation's, and what tools ask stays below it.
/// </summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private readonly int _max = context.Options.MaxIntrospectionDepth;
    private readonly Dictionary<string, int> _checkedFrom = [];
    private readonly Dictionary<string, int> _exceededFrom = [];

    protected override IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>
    {
        ["code"] = ErrorCodes.IntrospectionTooDeep, ["limit"] = context.Options.MaxIntrospectionDepth, ["rule"] = nameof(MaxIntrospectionDepthRule),
    };

    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field || !Exceeds(field, 0, [])) return true;

        Report($"Maximum introspection depth exceeded: lists lie within each other more than {_max} levels deep.", field);
        return false;
    }

    /// <param name="lists">How many lists the selection is in.</param>
    /// <param name="visiting">The most lists that each fragment was looked into from, for this field.</param>
    private bool Exceeds(SelectionNode selection, int lists, Dictionary<string, int> visiting)
    {
        if (selection is FragmentSpreadNode spread) return Exceeds(spread, lists, visiting);
        if (selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } && ++lists > _max) return true;
        return FragmentGraph.SelectionSetOf(selection) is { } inner && Exceeds(inner, lists, visiting);
    }

    private bool Exceeds(FragmentSpreadNode spread, int lists, Dictionary<string, int> visiting)
    {
        var name = spread.Name.Value;
        if (_exceededFrom.TryGetValue(name, out var exceeded) && exceeded <= lists) return true;
        if (IsKnownFrom(visiting) || IsKnownFrom(_checkedFrom) || Context.Fragments.Find(name) is not { } fragment) return false;

        visiting[name] = lists;
        var exceeds = Exceeds(fragment.SelectionSet, lists, visiting);
        (exceeds ? _exceededFrom : _checkedFrom)[name] = lists;
        return exceeds;

        bool IsKnownFrom(Dictionary<string, int> looked) => looked.TryGetValue(name, out var from) && from >= lists;
    }

    private bool Exceeds(SelectionSetNode selectionSet, int lists, Dictionary<string, int> visiting)
    {
        Context.Depth.Deepen();
        foreach (var selection in selectionSet.Selections)
        {
            if (Exceeds(selection, lists, visiting))
            {
                Context.Depth.Surface();
                return true;
            }
        }

        Context.Depth.Surface();
        return false;
    }
}
