using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// No fragment spreads itself, directly or through others.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles">§5.5.2.2 Fragment Spreads Must Not Form Cycles</see>
/// </summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _pathIndexes = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode fragment) FollowSpreads(fragment);
        return node is DocumentNode;
    }

    /// <summary>Goes to each fragment once; a spread that leads back onto the path closes a cycle.</summary>
    private void FollowSpreads(FragmentDefinitionNode fragment)
    {
        if (!_visited.Add(fragment.Name.Value)) return;

        Context.Depth.Deepen();
        _pathIndexes[fragment.Name.Value] = _path.Count;
        foreach (var spread in Context.Fragments.SpreadsIn(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_pathIndexes.TryGetValue(spread.Name.Value, out var start)) ReportCycle(_path[start..]);
            else if (Context.Fragments.Find(spread.Name.Value) is { } next) FollowSpreads(next);
            _path.RemoveAt(_path.Count - 1);
        }

        _pathIndexes.Remove(fragment.Name.Value);
        Context.Depth.Surface();
    }

    private void ReportCycle(List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(s => $"\"{s.Name.Value}\""));
        Report($"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
    }
}
