using SQLitePCL;

namespace StrategyGraph.Catalog.Reading;

/// <summary>A SQLite file that is only read and that nobody changes: no journal, no locks, no shared memory. For one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly ShortStrings _strings = new();

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    /// <exception cref="InvalidDataException">SQLite cannot open it.</exception>
    public static SqliteDatabase Open(string path)
    {
        var uri = $"file://{(OperatingSystem.IsWindows() ? "/" : "")}{Escaped(Path.GetFullPath(path))}?immutable=1";
        // Without SQLite's mutex, which a row of twenty columns would take and give back forty times: loading took half as long again.
        const int Flags = raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI | raw.SQLITE_OPEN_NOMUTEX;
        var result = raw.sqlite3_open_v2(uri, out var handle, Flags, null);
        if (result == raw.SQLITE_OK) return new SqliteDatabase(handle);
        using (handle) throw new InvalidDataException(raw.sqlite3_errstr(result).utf8_to_string());
    }

    public Cursor Select(string select) => new SqliteCursor(_handle, _strings, select);

    /// <summary>What SQLite finds wrong with the file or with its references; null where nothing is.</summary>
    public string? Check()
    {
        using var integrity = Select("PRAGMA integrity_check(1)");
        if (integrity.Next() && integrity.String() is var answer && answer != "ok") return answer;
        using var references = Select("PRAGMA foreign_key_check");
        return references.Next() ? $"a row of {references.String()} refers to nothing" : null;
    }

    private static string Escaped(string path) =>
        string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(part => part.EndsWith(':') ? part : Uri.EscapeDataString(part)));

    public void Dispose() => _handle.Dispose();
}
