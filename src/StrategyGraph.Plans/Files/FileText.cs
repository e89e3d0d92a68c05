using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace StrategyGraph.Plans.Files;

/// <summary>From bytes to text: UTF-8 only, with a clear word on everything else that a file may hold.</summary>
internal static class FileText
{
    public const int MaximumBytes = 8 * 1024 * 1024;

    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not ('\t' or '\n' or '\r')).Select(value => (byte)value), (byte)0x7F]);

    /// <summary>The file's bytes, up to one more than are read; null with the mistake reported where they cannot be had.</summary>
    public static byte[]? Bytes(string path, FileErrors errors)
    {
        try
        {
            if (PlanFileFinder.HasYamlEnding(path) && HasNoLength(path)) return [];
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min((stream.CanSeek ? stream.Length : 0) + 1, MaximumBytes + 1));
            try
            {
                var length = Fill(stream, ref bytes);
                return bytes.AsSpan(0, length).ToArray();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(Position.Start, FileErrorCode.FileUnreadable, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>
    /// Whether a file looks like a plan's by its first lines. A guess, to read first what plans refer to: nothing may depend on its being right.
    /// </summary>
    public static bool LooksLikePlan(string path)
    {
        try
        {
            if (HasNoLength(path)) return false;
            using var file = File.OpenHandle(path);
            Span<byte> beginning = stackalloc byte[1024];
            return beginning[..RandomAccess.Read(file, beginning, 0)].IndexOf("\nplan:"u8) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// An empty file, which need not be opened, or a named pipe, which must not be: its other end may never be written to. What a shell puts
    /// in place of a file (<c>/dev/fd/63</c>) does not end as plan files do, and is read.
    /// </summary>
    private static bool HasNoLength(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Exists: true, Length: 0 };
    }

    /// <summary>Reads on while there is more (a pipe or device tells no length), up to one byte over the limit.</summary>
    private static int Fill(FileStream stream, ref byte[] bytes)
    {
        var length = 0;
        while (length <= MaximumBytes)
        {
            if (length == bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Min(bytes.Length * 2, MaximumBytes + 1));
                bytes.AsSpan().CopyTo(larger);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }

            var read = stream.Read(bytes, length, Math.Min(bytes.Length, MaximumBytes + 1) - length);
            if (read == 0) break;
            length += read;
        }

        return length;
    }

    /// <summary>The text that the bytes are, or null with the mistake reported.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, FileErrors errors)
    {
        if (bytes.Length > MaximumBytes)
        {
            errors.Add(Position.Start, FileErrorCode.FileTooLarge, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {MaximumBytes / 1024 / 1024} MiB, the most that is read. Is it a plan file?"));
            return null;
        }

        if (Utf16(bytes) is { } encoding)
        {
            errors.Add(Position.Start, FileErrorCode.NotUtf8, $"The file is {encoding}. Save it as UTF-8.");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];

        if (bytes.IndexOfAny(ControlBytes) is >= 0 and var control)
        {
            var value = bytes[control];
            errors.Add(PositionOf(bytes, control), FileErrorCode.NotText, string.Create(CultureInfo.InvariantCulture, $"The file holds the byte 0x{value:X2}, which no text has. Is it a plan file? Write it as plain UTF-8 text."));
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            var wrong = FirstInvalid(bytes);
            errors.Add(PositionOf(bytes, wrong), FileErrorCode.NotUtf8, string.Create(CultureInfo.InvariantCulture, $"The byte 0x{bytes[wrong]:X2} here is not UTF-8; the file may be Shift_JIS or EUC-JP. Save it as UTF-8."));
            return null;
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string? Utf16(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        // Without a byte order mark: YAML's keys are ASCII, so that every other byte of its beginning is zero.
        [not 0, 0, not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, 0, not 0, ..] => "UTF-16 without a byte order mark",
        _ => null,
    };

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) is OperationStatus.Done) at += consumed;
        return Math.Min(at, bytes.Length - 1);
    }

    private static Position PositionOf(ReadOnlySpan<byte> bytes, int index)
    {
        var before = bytes[..index];
        var line = before.Count((byte)'\n') + 1;
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Position(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
