using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>Which fragments a document has, and which of them its selections spread, directly and through other fragments.</summary>
/// <param name="maxSteps">Steps that all questions together may take; then <see cref="ValidationAborted"/>.</param>
internal sealed class FragmentGraph(DocumentNode document, int maxSteps)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = ByName(document);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<FragmentDefinitionNode>> _reachable = [];
    private readonly Dictionary<string, int> _ids = [];
    private int _steps;

    public DocumentNode Document => document;

    /// <summary>The last definition of that name, where a document wrongly has several.</summary>
    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The spreads anywhere inside a selection set, but not inside the fragments they name; the set's own first, then inner sets' from the last.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known)) return known;

        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([selectionSet]);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                else if (SelectionSetOf(selection) is { } inner) pending.Push(inner);
            }
        }

        return _spreads[selectionSet] = spreads;
    }

    /// <summary>The fragments that the operations reach, each once, nearest first. The same list object for operations that spread the same fragments.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(IEnumerable<OperationDefinitionNode> operations)
    {
        var seen = new HashSet<string>();
        var names = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var spread in SpreadsIn(operation.SelectionSet))
            {
                if (seen.Add(spread.Name.Value)) names.Add(spread.Name.Value);
            }
        }

        var key = KeyOf(names);
        if (_reachable.TryGetValue(key, out var known)) return known;

        Spend(names.Count);
        var fragments = new List<FragmentDefinitionNode>();
        for (var i = 0; i < names.Count; i++)
        {
            if (Find(names[i]) is not { } fragment) continue;

            fragments.Add(fragment);
            var spreads = SpreadsIn(fragment.SelectionSet);
            Spend(spreads.Count);
            foreach (var spread in spreads)
            {
                if (seen.Add(spread.Name.Value)) names.Add(spread.Name.Value);
            }
        }

        return _reachable[key] = fragments;
    }

    /// <exception cref="ValidationAborted">The document takes more work than is allowed.</exception>
    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps > maxSteps) throw ValidationAborted.TooManyFragmentSteps(maxSteps);
    }

    public static SelectionSetNode? SelectionSetOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode fragment => fragment.SelectionSet,
        _ => null,
    };

    /// <summary>The same text for the same set of names, however ordered.</summary>
    private string KeyOf(List<string> names)
    {
        var ids = new int[names.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!_ids.TryGetValue(names[i], out ids[i])) _ids[names[i]] = ids[i] = _ids.Count;
        }

        Array.Sort(ids);
        return string.Join(',', ids);
    }

    private static Dictionary<string, FragmentDefinitionNode> ByName(DocumentNode document)
    {
        var byName = new Dictionary<string, FragmentDefinitionNode>();
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment) byName[fragment.Name.Value] = fragment;
        }

        return byName;
    }
}
