using System.Buffers.Binary;

namespace StrategyGraph.Catalog.Reading;

/// <summary>The first hundred bytes of a release file, which every SQLite file has: https://www.sqlite.org/fileformat.html#the_database_header.</summary>
internal static class ReleaseHeader
{
    /// <summary>Tells a release from other SQLite files: "SGrl" in ASCII.</summary>
    public const int ApplicationId = 0x5347726C;

    /// <summary>That the file is a release of this program's format, and as long as it says.</summary>
    /// <exception cref="ReleaseException">It is not.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Check(string path)
    {
        Span<byte> header = stackalloc byte[100];
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (RandomAccess.Read(file, header, 0) < header.Length || !header.StartsWith("SQLite format 3\0"u8) || Int(header, 68) != ApplicationId)
            throw new ReleaseException(ReleaseFault.NotARelease, $"{path} is not a release of StrategyGraph.");

        if (Int(header, 60) is var format && format != Release.CurrentFormat)
        {
            throw new ReleaseException(
                ReleaseFault.OtherFormat, $"The release {path} has format {format}, this program reads {Release.CurrentFormat}: run `strategygraph build`.");
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65_536L : size;
        var expected = pageSize * (uint)Int(header, 28);
        if (length != expected)
        {
            throw new ReleaseException(
                ReleaseFault.Damaged, $"The release {path} is damaged (it has {length} of {expected} bytes): run `strategygraph build`.");
        }
    }

    private static int Int(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadInt32BigEndian(header[offset..]);
}
