namespace StrategyGraph.Plans.Generating;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014): numbers that follow from a seed alone, on any machine and any version of .NET. Written out here because
/// generated files are to stay the same byte by byte, which System.Random promises only as a habit.
/// </summary>
internal sealed class Randomness(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A sequence of its own for one of many parts, so that each can be made without those before it.</summary>
    public static Randomness Of(int seed, int part) => new(new Randomness(((ulong)(uint)seed << 32) | (uint)part).Next());

    /// <summary>From 0 to below a bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From one number to another, both included.</summary>
    public int Between(int least, int greatest) => least + Below(greatest - least + 1);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Holds(int perThousand) => Below(1000) < perThousand;

    public T OneOf<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Some of the items in random order.</summary>
    public T[] Several<T>(int count, IEnumerable<T> from)
    {
        var items = from.ToArray();
        for (var at = 0; at < count; at++)
        {
            var other = Between(at, items.Length - 1);
            (items[at], items[other]) = (items[other], items[at]);
        }

        return items[..count];
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
