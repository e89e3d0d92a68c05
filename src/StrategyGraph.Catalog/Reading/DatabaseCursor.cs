using System.Data.Common;

namespace StrategyGraph.Catalog.Reading;

/// <summary>A cursor over any ADO.NET provider's reader, which it owns.</summary>
internal sealed class DatabaseCursor(DbCommand command) : Cursor
{
    private readonly DbDataReader _reader = command.ExecuteReader();

    public override void Dispose()
    {
        _reader.Dispose();
        command.Dispose();
    }

    protected override bool Step() => _reader.Read();
    protected override bool IsNullAt(int column) => _reader.IsDBNull(column);
    protected override int IntAt(int column) => _reader.GetInt32(column);
    protected override int? IdAt(int column) => IsNullAt(column) ? null : IntAt(column);
    protected override bool BoolAt(int column) => _reader.GetBoolean(column);
    protected override double DoubleAt(int column) => _reader.GetDouble(column);
    protected override decimal DecimalAt(int column) => _reader.GetDecimal(column);
    protected override DateOnly DateAt(int column) => _reader.GetFieldValue<DateOnly>(column);
    protected override DateTime TimeAt(int column) => _reader.GetDateTime(column);
    protected override string? StringAt(int column) => _reader.IsDBNull(column) ? null : _reader.GetString(column);
}
