using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// JSON as UTF-8 in one contiguous, pooled, growing buffer. Unlike <see cref="System.Text.Json.Utf8JsonWriter"/> it can be taken
/// back to an earlier length, which is what null propagation (specification §6.4.4) needs, and it writes text as it is: nothing
/// but quotes, backslashes and control characters is escaped.
/// It checks no grammar: whoever writes a value writes exactly one.
/// </summary>
public sealed class ResponseWriter : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private static readonly SearchValues<byte> EscapedUtf8 = SearchValues.Create([
        (byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private const int FirstSize = 16 * 1024;

    /// <summary>Buffers up to this size stay with a pooled writer; larger ones go back to the shared pool after each response.</summary>
    private const int LargestKept = 256 * 1024;

    /// <summary>Larger buffers are left to the collector: the shared pool would keep one of each size for each thread that ever sent so much.</summary>
    private const int LargestPooled = 4 * 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    /// <summary>The most bytes a response may have; more is a <see cref="RequestAbortedException"/>.</summary>
    internal int MaxLength { get; set; } = int.MaxValue;

    /// <summary>Bytes written so far: a place that <see cref="Rewind"/> can return to.</summary>
    public int Length => _length;

    internal ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    internal Span<byte> WrittenSpan => _buffer.AsSpan(0, _length);

    /// <summary>Forgets everything after <paramref name="length"/>.</summary>
    internal void Rewind(int length) => _length = length;

    /// <summary>Bytes that are JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        if ((uint)json.Length > (uint)(_buffer.Length - _length)) Grow(json.Length);
        json.CopyTo(_buffer.AsSpan(_length));
        _length += json.Length;
    }

    /// <summary>As <see cref="Raw(ReadOnlySpan{byte})"/>, of the first <paramref name="length"/> bytes of a vector.</summary>
    internal void Raw(in Vector256<byte> json, int length)
    {
        if (_buffer.Length - _length < Vector256<byte>.Count) Grow(Vector256<byte>.Count);
        json.CopyTo(_buffer.AsSpan(_length));
        _length += length;
    }

    internal void Byte(byte b)
    {
        if (_length == _buffer.Length) Grow(1);
        _buffer[_length++] = b;
    }

    /// <summary>
    /// Ends an object or list whose entries were each written with a leading comma: the first comma becomes the opening bracket.
    /// </summary>
    internal void Close(int start, byte open, byte close)
    {
        if (_length == start) Byte(open);
        else _buffer[start] = open;
        Byte(close);
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Int(long value)
    {
        if (_buffer.Length - _length < 20) Grow(20);
        value.TryFormat(_buffer.AsSpan(_length), out var written, default, null);
        _length += written;
    }

    /// <summary>The shortest digits that read back as the same number, as ECMAScript writes them. The value is finite.</summary>
    public void Float(double value)
    {
        if (_buffer.Length - _length < FloatText.MaxLength) Grow(FloatText.MaxLength);
        _length += FloatText.Format(value, _buffer.AsSpan(_length));
    }

    /// <summary>A string value. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        var room = checked(value.Length * 3 + 2 + ThreeByteText.Beyond);
        if (room > _buffer.Length - _length) Grow(room);
        _buffer[_length++] = (byte)'"';
        var wide = ThreeByteText.Transcode(value, _buffer.AsSpan(_length));
        _length += wide * 3;
        if (wide < value.Length) Rest(value[wide..]);
        Byte((byte)'"');
    }

    private void Rest(ReadOnlySpan<char> value)
    {
        var clean = value.IndexOfAny(Escaped);
        if (clean < 0) Transcode(value);
        else Escape(value, clean);
    }

    /// <summary>A string value that is UTF-8 already.</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length + 2 > _buffer.Length - _length) Grow(utf8.Length + 2);
        _buffer[_length++] = (byte)'"';
        while (true)
        {
            var clean = utf8.IndexOfAny(EscapedUtf8);
            if (clean < 0) break;
            Raw(utf8[..clean]);
            EscapeOne((char)utf8[clean]);
            utf8 = utf8[(clean + 1)..];
        }

        Raw(utf8);
        Byte((byte)'"');
    }

    /// <summary>A string value formatted in place; what it formats to holds nothing that JSON escapes (dates, numbers, codes).</summary>
    public void Formatted<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        if (_buffer.Length - _length < 64) Grow(64);
        _buffer[_length++] = (byte)'"';
        int written;
        while (!value.TryFormat(_buffer.AsSpan(_length), out written, format, System.Globalization.CultureInfo.InvariantCulture))
        {
            Grow(_buffer.Length);
        }

        _length += written;
        Byte((byte)'"');
    }

    private void Transcode(ReadOnlySpan<char> value)
    {
        if (value.Length * 3 > _buffer.Length - _length) Grow(value.Length * 3);
        Utf8.FromUtf16(value, _buffer.AsSpan(_length), out _, out var written);
        _length += written;
    }

    private void Escape(ReadOnlySpan<char> value, int clean)
    {
        while (clean >= 0)
        {
            Transcode(value[..clean]);
            EscapeOne(value[clean]);
            value = value[(clean + 1)..];
            clean = value.IndexOfAny(Escaped);
        }

        Transcode(value);
    }

    private void EscapeOne(char c)
    {
        switch (c)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\r': Raw("\\r"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\f': Raw("\\f"u8); break;
            default:
                Raw("\\u00"u8);
                Byte((byte)(c < 0x10 ? '0' : '1'));
                Byte((byte)"0123456789abcdef"[c & 0xF]);
                break;
        }
    }

    private void Grow(int room)
    {
        if (_length > MaxLength) throw RequestAbortedException.ResponseTooLarge(MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + room), (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        GiveBack(_buffer);
        _buffer = larger;
    }

    /// <summary>Empties the writer for the next response.</summary>
    internal void Reset()
    {
        _length = 0;
        if (_buffer.Length <= LargestKept) return;
        GiveBack(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    }

    public void Dispose()
    {
        GiveBack(_buffer);
        _buffer = [];
        _length = 0;
    }

    private static void GiveBack(byte[] buffer)
    {
        if (buffer.Length <= LargestPooled) ArrayPool<byte>.Shared.Return(buffer);
    }

    public override string ToString() => Encoding.UTF8.GetString(_buffer, 0, _length);
}
