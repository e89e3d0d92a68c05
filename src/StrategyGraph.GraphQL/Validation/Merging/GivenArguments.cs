using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>The arguments of one field or directive, ready to be compared with another's without regard to order.</summary>
internal sealed class GivenArguments(IReadOnlyList<ArgumentNode> nodes)
{
    private readonly Dictionary<GivenArguments, bool> _comparisons = [];
    private readonly Dictionary<string, string> _keysByName = new(nodes.Count);
    private string[]? _keys;

    /// <param name="spend">Called with one step for every argument compared; not when these two have been compared before.</param>
    public bool AreSameAs(GivenArguments other, DepthGauge depth, Action<long> spend)
    {
        if (Nodes.Count == 0 && other.Nodes.Count == 0) return true;
        if (_comparisons.TryGetValue(other, out var known)) return known;
        return _comparisons[other] = Compare(other, depth, spend);
    }

    /// <summary>As <see cref="AreSameAs"/>, without remembering the pair.</summary>
    public bool HaveKeysOf(GivenArguments other, DepthGauge depth)
    {
        if (Nodes.Count != other.Nodes.Count) return false;
        if (Nodes.Count == 0) return true;

        Prepare(depth);
        other.Prepare(depth);
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (!other._keysByName.TryGetValue(Nodes[i].Name.Value, out var otherKey) || _keys![i] != otherKey) return false;
        }

        return true;
    }

    private bool Compare(GivenArguments other, DepthGauge depth, Action<long> spend)
    {
        if (Nodes.Count != other.Nodes.Count) return false;

        Prepare(depth);
        other.Prepare(depth);
        for (var i = 0; i < Nodes.Count; i++)
        {
            spend(1);
            if (!other._keysByName.TryGetValue(Nodes[i].Name.Value, out var otherKey) || _keys![i] != otherKey) return false;
        }

        return true;
    }

    private IReadOnlyList<ArgumentNode> Nodes { get; } = nodes;

    /// <summary>Where a name wrongly repeats, its last value is the one that others are compared with.</summary>
    private void Prepare(DepthGauge depth)
    {
        if (_keys is not null) return;

        _keys = new string[Nodes.Count];
        for (var i = 0; i < _keys.Length; i++) _keysByName[Nodes[i].Name.Value] = _keys[i] = LiteralKey.Of(Nodes[i].Value, depth);
    }
}
