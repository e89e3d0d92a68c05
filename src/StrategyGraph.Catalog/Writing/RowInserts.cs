using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using StrategyGraph.Catalog.Tables;

namespace StrategyGraph.Catalog.Writing;

/// <summary>Inserts rows as EF Core's model maps them, by one prepared statement a table, or its COPY.</summary>
/// <remarks>
/// EF Core's SaveChanges, which tracks every row, took four times as long for the same rows in SQLite; all of Japan is 1.5 million.
/// </remarks>
internal sealed class RowInserts : IDisposable
{
    private readonly List<Table> _tables = [];
    private readonly Dictionary<Type, Table> _byRow = [];

    public RowInserts(IModel model, DbConnection connection, DbTransaction transaction)
    {
        foreach (var row in TableNames.Rows)
        {
            var table = new Table(model.FindEntityType(row)!, connection, transaction);
            _tables.Add(table);
            _byRow.Add(row, table);
        }
    }

    public int Waiting { get; private set; }

    public void Add(object row)
    {
        _byRow[row.GetType()].Waiting.Add(row);
        Waiting++;
    }

    /// <summary>Inserts all that waits, those rows first that others refer to.</summary>
    public void Run(CancellationToken cancellation)
    {
        foreach (var table in _tables)
        {
            cancellation.ThrowIfCancellationRequested();
            table.Insert();
        }

        Waiting = 0;
    }

    public void Dispose()
    {
        foreach (var table in _tables) table.Dispose();
    }

    private sealed class Table(IEntityType mapped, DbConnection connection, DbTransaction transaction) : IDisposable
    {
        private readonly (PropertyInfo Property, RelationalTypeMapping Mapping, bool Nullable)[] _columns =
            [.. mapped.GetProperties().Select(column => (column.PropertyInfo!, column.GetRelationalTypeMapping(), column.IsNullable))];

        private readonly string _table =
            $"\"{mapped.GetTableName()}\" ({string.Join(", ", mapped.GetProperties().Select(column => $"\"{column.GetColumnName()}\""))})";

        private DbCommand? _insert;

        public List<object> Waiting { get; } = [];

        public void Insert()
        {
            if (Waiting.Count == 0) return;
            _insert ??= Statement();
            if (connection is NpgsqlConnection postgres) Copy(postgres, _insert.Parameters);
            else InsertEach(_insert);
            Waiting.Clear();
        }

        public void Dispose() => _insert?.Dispose();

        private void InsertEach(DbCommand insert)
        {
            foreach (var row in Waiting)
            {
                for (var column = 0; column < _columns.Length; column++) insert.Parameters[column].Value = Value(row, column) ?? DBNull.Value;
                insert.ExecuteNonQuery();
            }
        }

        /// <summary>PostgreSQL is a round trip away, so it takes all rows in one stream; the statement's parameters say of what types.</summary>
        private void Copy(NpgsqlConnection postgres, DbParameterCollection types)
        {
            using var rows = postgres.BeginBinaryImport($"COPY {_table} FROM STDIN (FORMAT BINARY)");
            foreach (var row in Waiting)
            {
                rows.StartRow();
                for (var column = 0; column < _columns.Length; column++)
                {
                    if (Value(row, column) is { } value) rows.Write(value, ((NpgsqlParameter)types[column]).NpgsqlDbType);
                    else rows.WriteNull();
                }
            }

            rows.Complete();
        }

        private object? Value(object row, int column)
        {
            var (property, mapping, _) = _columns[column];
            var value = property.GetValue(row);
            return value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        private DbCommand Statement()
        {
            var statement = connection.CreateCommand();
            statement.Transaction = transaction;
            foreach (var (number, (_, mapping, nullable)) in _columns.Index())
                statement.Parameters.Add(mapping.CreateParameter(statement, $"@p{number}", null, nullable));

#pragma warning disable CA2100 // The names are the model's, the values parameters.
            statement.CommandText = $"INSERT INTO {_table} VALUES ({string.Join(", ", _columns.Select((_, number) => $"@p{number}"))})";
#pragma warning restore CA2100
            return statement;
        }
    }
}
