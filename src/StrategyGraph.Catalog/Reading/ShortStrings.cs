using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace StrategyGraph.Catalog.Reading;

/// <summary>
/// Strings that keep coming back (words, units, figures, locators, slugs, and titles that many plans have) are made once, as long as nothing
/// else takes their place.
/// </summary>
internal sealed class ShortStrings
{
    private const int Longest = 96, Places = 1 << 15;
    private readonly string?[] _strings = new string?[Places];
    private readonly byte[] _bytes = new byte[Places * Longest];
    private readonly byte[] _lengths = new byte[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        var place = (int)(Hash(utf8) % Places);
        var kept = _bytes.AsSpan(place * Longest, Longest);
        if (_strings[place] is { } known && utf8.SequenceEqual(kept[.._lengths[place]])) return known;
        utf8.CopyTo(kept);
        _lengths[place] = (byte)utf8.Length;
        return _strings[place] = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Eight bytes at a time; what collides is made anew, so a cheap hash will do.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= 8; utf8 = utf8[8..]) hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Odd, 29);
        foreach (var b in utf8) hash = (hash ^ b) * Odd;
        return (uint)(hash >> 32);
    }
}
