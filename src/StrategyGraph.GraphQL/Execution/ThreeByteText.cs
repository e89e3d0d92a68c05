using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// UTF-16 to UTF-8 for characters that take three bytes there, four at a time: kana, kanji and their punctuation, which is nearly all
/// that Japanese texts consist of and what the base class library transcodes one by one. None of them is escaped in JSON.
/// </summary>
internal static class ThreeByteText
{
    /// <summary>So many bytes of the destination beyond the result may be written over.</summary>
    public const int Beyond = 4;

    private const int Block = 4;

    /// <summary>Transcodes up to the first block with another character in it: one of fewer bytes, or a surrogate. A text shorter than a block is not begun.</summary>
    /// <param name="value">UTF-16.</param>
    /// <param name="utf8">Of three bytes a character and <see cref="Beyond"/> more.</param>
    /// <returns>How many characters from the start were transcoded, to three bytes each.</returns>
    public static int Transcode(ReadOnlySpan<char> value, Span<byte> utf8)
    {
        if (value.Length < Block || !Vector128.IsHardwareAccelerated) return 0;
        var utf16 = MemoryMarshal.AsBytes(value);
        var (at, last) = (0, value.Length - Block);
        while (true)
        {
            var block = Vector128.WidenLower(Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadUInt64LittleEndian(utf16[(at * sizeof(char))..])).AsUInt16());
            // The upper five bits are 0 below U+0800, and 11011 in surrogates.
            var upper = block & Vector128.Create(0xF800u);
            if ((Vector128.Equals(upper, Vector128<uint>.Zero) | Vector128.Equals(upper, Vector128.Create(0xD800u))) != Vector128<uint>.Zero) return at;
            var bytes = (block >> 12) | ((block << 2) & Vector128.Create(0x3F00u)) | ((block << 16) & Vector128.Create(0x3F0000u)) | Vector128.Create(0x8080E0u);
            Vector128.Shuffle(bytes.AsByte(), Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15)).CopyTo(utf8[(at * 3)..]);
            if (at == last) return value.Length;
            // The last block is moved back so that it ends with the text.
            at = Math.Min(at + Block, last);
        }
    }
}
