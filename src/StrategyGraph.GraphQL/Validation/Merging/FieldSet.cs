using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>The fields of one selection set and of inline fragments in it, by response name, and the fragments it spreads, which stay folded.</summary>
internal sealed class FieldSet
{
    private readonly Dictionary<FieldSet, List<(FieldGroup, FieldGroup)>> _overlaps = [];

    public OrderedDictionary<string, FieldGroup> Groups { get; } = [];

    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>What <see cref="Spreads"/> name, each fragment once; null until asked for.</summary>
    public IReadOnlyList<SpreadFragment>? Fragments { get; set; }

    /// <summary>The fragments that these fields were compared with; true where only as fields of different objects.</summary>
    public Dictionary<SpreadFragment, bool> ComparedFragments { get; } = [];

    /// <summary>The response names that both sets have. One step for each name of this set, the first time.</summary>
    public List<(FieldGroup These, FieldGroup Those)> OverlapsWith(FieldSet other, Action<long> spend)
    {
        if (_overlaps.TryGetValue(other, out var known)) return known;

        spend(Groups.Count);
        var overlaps = new List<(FieldGroup, FieldGroup)>();
        foreach (var (responseName, these) in Groups)
        {
            if (other.Groups.TryGetValue(responseName, out var those)) overlaps.Add((these, those));
        }

        return _overlaps[other] = overlaps;
    }
}
