using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

/// <summary>Reads tables over one connection, for one thread at a time.</summary>
/// <param name="open">Opens a cursor over the rows that a statement selects.</param>
internal sealed class TableReader(Func<string, Cursor> open, CancellationToken cancellation)
{
    private readonly Recent<Text> _texts = new();

    /// <summary>A table's rows in the order of their ids, made into what they stand for; the id itself is not read.</summary>
    public List<T> Read<TRow, T>(Func<Cursor, T> make)
    {
        var all = new List<T>(Count<TRow>());
        foreach (var c in Rows<TRow>()) all.Add(make(c));
        return all;
    }

    /// <summary>The same for rows whose first column after the id is their owner.</summary>
    /// <param name="owners">How many owners there are, where that is known.</param>
    /// <param name="shared">Whether many owners have the same rows.</param>
    public Groups<T> Group<TRow, T>(Func<Cursor, T> make, int owners = 0, bool shared = false)
    {
        var groups = new Groups<T>(owners, shared);
        foreach (var c in Rows<TRow>()) groups.Add(c.Int(), make(c));
        return groups;
    }

    /// <summary>A table's rows in the order of their ids, without these.</summary>
    public IEnumerable<Cursor> Rows<TRow>() => Select(TableNames.Select(typeof(TRow), withId: false));

    /// <summary>A table's rows in the order of their ids, or the reverse, the cursor behind the id.</summary>
    /// <param name="where">A condition in SQL.</param>
    public IEnumerable<(Cursor Cursor, int Id)> Numbered<TRow>(bool descending = false, string? where = null)
    {
        foreach (var cursor in Select(TableNames.Select(typeof(TRow), withId: true, descending, where))) yield return (cursor, cursor.Int());
    }

    private IEnumerable<Cursor> Select(string select)
    {
        using var cursor = open(select);
        for (var rows = 0; cursor.Next(); rows++)
        {
            if (rows % 4096 == 0) cancellation.ThrowIfCancellationRequested();
            yield return cursor;
        }
    }

    /// <summary>How many rows a table has: they are numbered from 1.</summary>
    /// <exception cref="InvalidDataException">More than any release has. Such a number is damage, and must not become an array of its size.</exception>
    public int Count<TRow>()
    {
        var rows = Number($"SELECT max(\"id\") FROM \"{TableNames.Table(typeof(TRow))}\"") ?? 0;
        return rows is >= 0 and <= Groups.GreatestOwner ? rows : throw new InvalidDataException($"A table says that it has {rows} rows.");
    }

    /// <summary>What a statement selects; null for nothing.</summary>
    public int? Number(string select)
    {
        using var cursor = open(select);
        return cursor.Next() ? cursor.IntOrNull() : null;
    }

    public Text Text(Cursor c) => Text(c.StringOrNull(), c.StringOrNull());

    public Text? TextOrNull(Cursor c) => (c.StringOrNull(), c.StringOrNull()) is var (ja, en) && ja is null && en is null ? null : Text(ja, en);

    /// <summary>Strings that come back are the same object, so that is all there is to compare.</summary>
    private Text Text(string? ja, string? en)
    {
        ref var known = ref _texts.Place(ja, en);
        if (known is not { } text || !ReferenceEquals(text.Ja, ja) || !ReferenceEquals(text.En, en)) known = text = new Text(ja, en);
        return text;
    }
}
