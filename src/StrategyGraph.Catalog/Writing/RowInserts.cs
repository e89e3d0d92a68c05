using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using StrategyGraph.Catalog.Tables;

namespace StrategyGraph.Catalog.Writing;

/// <summary>Inserts rows as EF Core's model maps them, by prepared statements of many rows.</summary>
/// <remarks>
/// EF Core's SaveChanges, one row a statement and every row tracked, took RATIO times as long for the same rows;
/// all of Japan is 1.5 million.
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
        /// <summary>A round trip to PostgreSQL carries many rows. SQLite has no round trips, and finds each parameter by searching them all.</summary>
        private readonly int _rowsAStatement = connection is SqliteConnection ? 1 : 64;

        private readonly (PropertyInfo Property, RelationalTypeMapping Mapping, bool Nullable)[] _columns =
            [.. mapped.GetProperties().Select(column => (column.PropertyInfo!, column.GetRelationalTypeMapping(), column.IsNullable))];

        private DbCommand? _one;
        private DbCommand? _many;

        public List<object> Waiting { get; } = [];

        public void Insert()
        {
            var next = 0;
            for (; Waiting.Count - next >= _rowsAStatement; next += _rowsAStatement) Execute(_many ??= Statement(_rowsAStatement), next, _rowsAStatement);
            for (; next < Waiting.Count; next++) Execute(_one ??= Statement(1), next, 1);
            Waiting.Clear();
        }

        public void Dispose()
        {
            _one?.Dispose();
            _many?.Dispose();
        }

        private void Execute(DbCommand statement, int first, int rows)
        {
            for (var (row, parameter) = (first, 0); row < first + rows; row++)
            {
                foreach (var (property, mapping, _) in _columns)
                {
                    var value = property.GetValue(Waiting[row]);
                    if (value is not null && mapping.Converter is { } converter) value = converter.ConvertToProvider(value);
                    statement.Parameters[parameter++].Value = value ?? DBNull.Value;
                }
            }

            statement.ExecuteNonQuery();
        }

        private DbCommand Statement(int rows)
        {
            var statement = connection.CreateCommand();
            statement.Transaction = transaction;
            var names = string.Join(", ", mapped.GetProperties().Select(column => $"\"{column.GetColumnName()}\""));
            var values = new List<string>();
            for (var row = 0; row < rows; row++)
            {
                var first = row * _columns.Length;
                values.Add($"({string.Join(", ", Enumerable.Range(first, _columns.Length).Select(number => $"@p{number}"))})");
                foreach (var (column, (_, mapping, nullable)) in _columns.Index())
                    statement.Parameters.Add(mapping.CreateParameter(statement, $"@p{first + column}", null, nullable));
            }

#pragma warning disable CA2100 // The names are the model's, the values parameters.
            statement.CommandText = $"INSERT INTO \"{mapped.GetTableName()}\" ({names}) VALUES {string.Join(", ", values)}";
#pragma warning restore CA2100
            statement.Prepare();
            return statement;
        }
    }
}
