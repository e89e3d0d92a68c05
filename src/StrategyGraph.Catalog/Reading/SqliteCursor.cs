using System.Globalization;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace StrategyGraph.Catalog.Reading;

/// <summary>
/// A cursor over a SQLite statement. It calls SQLite's column functions itself: through Microsoft.Data.Sqlite's reader, loading takes more than
/// twice as long, and with three plans a tenth of a second more, in which its code is compiled.
/// </summary>
internal sealed partial class SqliteCursor : Cursor
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _row;
    private readonly ShortStrings _strings;

    /// <exception cref="InvalidDataException">SQLite cannot read the file, or it has not these columns.</exception>
    public SqliteCursor(sqlite3 database, ShortStrings strings, string select)
    {
        (_database, _strings) = (database, strings);
        if (raw.sqlite3_prepare_v2(database, select, out _statement) != raw.SQLITE_OK) throw Unreadable();
        _row = _statement.DangerousGetHandle(); // Alive as long as this cursor, which disposes of it.
    }

    public override void Dispose() => _statement.Dispose();

    protected override bool Step() => StepTo(_row) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw Unreadable(),
    };

    protected override bool IsNullAt(int column) => ColumnType(_row, column) == raw.SQLITE_NULL;
    protected override int IntAt(int column) => ColumnInt(_row, column);

    /// <summary>SQLite reads nothing as 0, which is no row's number.</summary>
    protected override int? IdAt(int column) => ColumnInt(_row, column) is not 0 and var id ? id : null;

    protected override bool BoolAt(int column) => ColumnInt(_row, column) != 0;
    protected override double DoubleAt(int column) => ColumnDouble(_row, column);
    protected override decimal DecimalAt(int column) => decimal.Parse(TextAt(column), NumberStyles.Number, CultureInfo.InvariantCulture);
    protected override DateOnly DateAt(int column) => DateOnly.ParseExact(StringAt(column)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    protected override DateTime TimeAt(int column) => DateTime.ParseExact(StringAt(column)!, "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    protected override unsafe string? StringAt(int column)
    {
        var text = ColumnText(_row, column);
        return text is null ? null : _strings.Get(new ReadOnlySpan<byte>(text, ColumnBytes(_row, column)));
    }

    private unsafe ReadOnlySpan<byte> TextAt(int column)
    {
        var text = ColumnText(_row, column);
        return text is null ? default : new ReadOnlySpan<byte>(text, ColumnBytes(_row, column));
    }

    private InvalidDataException Unreadable() => new(raw.sqlite3_errmsg(_database).utf8_to_string());

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_step")]
    private static partial int StepTo(nint statement);

    // Each returns at once: stepping has brought the row into memory. So none needs the garbage collector's leave.

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_int"), SuppressGCTransition]
    private static partial int ColumnInt(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    private static partial double ColumnDouble(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    private static unsafe partial byte* ColumnText(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);
}
