using System.Numerics;
using System.Runtime.CompilerServices;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Finds groups by their keys, and sums up what is in them.</summary>
/// <param name="arraySize">How many keys there can be, where they are found in an array; 0 for a dictionary.</param>
internal sealed class GroupNumbers<TKey>(int arraySize) where TKey : struct, IBinaryInteger<TKey>
{
    public const int MaximumGroups = 10_000;

    /// <summary>Groups that there is room for at first.</summary>
    private const int Room = 1_024;

    private readonly int[]? _array = arraySize > 0 ? new int[arraySize] : null; // one more than the number; 0 for none
    private readonly Dictionary<TKey, int> _numbers = [];
    private TKey[] _keys = new TKey[arraySize > 0 ? Math.Min(arraySize, Room) : Room];
    private int _count;

    /// <summary>By the numbers of groups; there may be room for more of them.</summary>
    public RatingSummary[] Summaries { get; private set; } = new RatingSummary[arraySize > 0 ? Math.Min(arraySize, Room) : Room];

    public TKey KeyOf(int group) => _keys[group];

    /// <summary>The groups in the order of their keys.</summary>
    public int[] InOrder()
    {
        var order = new int[_count];
        if (_array is not null)
        {
            var place = 0;
            foreach (var known in _array)
            {
                if (known > 0) order[place++] = known - 1;
            }

            return order;
        }

        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(_keys[.._count], order);
        return order;
    }

    /// <summary>The sum of a key's group, good until the next group begins.</summary>
    public ref RatingSummary this[TKey key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var group = _array is not null && _array[int.CreateTruncating(key)] is > 0 and var known ? known - 1 : NumberOf(key); // which may lead to a larger array of summaries
            return ref Summaries[group];
        }
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
        if (_count == MaximumGroups) throw Refused.TooManyGroups(MaximumGroups);
        if (_count == _keys.Length) Grow();
        _keys[_count] = key;
        return _count++;
    }

    private void Grow()
    {
        var (keys, summaries) = (_keys, Summaries);
        Array.Resize(ref keys, _count * 2);
        Array.Resize(ref summaries, _count * 2);
        (_keys, Summaries) = (keys, summaries);
    }
}
