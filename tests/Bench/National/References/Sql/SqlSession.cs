using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>A connection with its statements prepared, for one request at a time.</summary>
internal sealed class SqlSession
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public SqlSession(string file)
    {
        _connection = ReleaseSql.Open(file);

        // Scales belong to plans; which of them say the same is not in the tables. Temporary tables are the connection's own.
        Execute("CREATE TEMP TABLE scale_number (id INTEGER PRIMARY KEY, number INTEGER NOT NULL)");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO temp.scale_number VALUES ($id, $number)";
        var (id, number) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$number", SqliteType.Integer));
        foreach (var scale in ReleaseSql.ScaleNumbers(_connection))
        {
            (id.Value, number.Value) = (scale.Key, scale.Value);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The rows that a statement selects, which is prepared when it is first used. Dispose of them before the next.</summary>
    public SqliteDataReader Select(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program's own.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            command.Prepare();
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command.ExecuteReader();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
