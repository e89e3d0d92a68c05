using System.Numerics;
using System.Runtime.CompilerServices;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Finds groups by their keys, and counts what is in them.</summary>
/// <param name="arraySize">How many keys there can be, where they are found in an array; 0 for a dictionary.</param>
internal sealed class GroupNumbers<TKey>(int arraySize) where TKey : struct, IBinaryInteger<TKey>
{
    public const int MaximumGroups = 10_000;

    private readonly int[]? _array = arraySize > 0 ? new int[arraySize] : null; // one more than the number; 0 for none
    private readonly Dictionary<TKey, int> _numbers = [];
    private readonly List<TKey> _keys = [];
    private RatingSummary[] _summaries = new RatingSummary[64];

    public TKey KeyOf(int group) => _keys[group];

    public RatingSummary SummaryOf(int group) => _summaries[group];

    /// <summary>The groups in the order of their keys.</summary>
    public int[] InOrder()
    {
        var order = new int[_keys.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (x, y) => _keys[x].CompareTo(_keys[y]));
        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(TKey key, in MeasureRating rating)
    {
        var group = _array is not null && _array[int.CreateTruncating(key)] is > 0 and var known ? known - 1 : NumberOf(key); // which may lead to a larger array of summaries
        _summaries[group].Add(rating);
    }

    /// <summary>The number of a key's group, a new one where there is none yet.</summary>
    public int NumberOf(TKey key)
    {
        if (_array is not null)
        {
            ref var known = ref _array[int.CreateTruncating(key)];
            if (known == 0) known = Begin(key) + 1;
            return known - 1;
        }

        if (!_numbers.TryGetValue(key, out var number)) _numbers.Add(key, number = Begin(key));
        return number;
    }

    private int Begin(TKey key)
    {
        if (_keys.Count == MaximumGroups) throw Refused.TooManyGroups(MaximumGroups);
        if (_keys.Count == _summaries.Length) Array.Resize(ref _summaries, _summaries.Length * 2);
        _keys.Add(key);
        return _keys.Count - 1;
    }
}
