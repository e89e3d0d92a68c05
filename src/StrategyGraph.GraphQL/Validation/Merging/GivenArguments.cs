using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>The arguments of one field or directive, ready to be compared with another's without regard to order.</summary>
internal sealed class GivenArguments(IReadOnlyList<ArgumentNode> nodes)
{
    private readonly Dictionary<GivenArguments, bool> _comparisons = [];
    private Dictionary<string, string>? _keys;

    /// <param name="spend">Called with one step for every argument compared; not when these two have been compared before.</param>
    public bool AreSameAs(GivenArguments other, DepthGauge depth, Action<int> spend)
    {
        if (_comparisons.TryGetValue(other, out var known)) return known;
        return _comparisons[other] = Compare(other, depth, spend);
    }

    private bool Compare(GivenArguments other, DepthGauge depth, Action<int> spend)
    {
        if (nodes.Count != other.Count) return false;
        if (nodes.Count == 0) return true;

        var (keys, otherKeys) = (Keys(depth), other.Keys(depth));
        foreach (var argument in nodes)
        {
            spend(1);
            if (!otherKeys.TryGetValue(argument.Name.Value, out var otherKey) || keys[argument.Name.Value] != otherKey) return false;
        }

        return true;
    }

    private int Count => nodes.Count;

    private Dictionary<string, string> Keys(DepthGauge depth)
    {
        if (_keys is not null) return _keys;

        _keys = [];
        foreach (var argument in nodes) _keys[argument.Name.Value] = LiteralKey.Of(argument.Value, depth);
        return _keys;
    }
}
