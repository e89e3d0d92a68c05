using System.Text;
using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References;

/// <summary>A release file opened by SQLite as one that is only read and that nobody changes.</summary>
internal static class ReleaseSql
{
    public static SqliteConnection Open(string file)
    {
        var uri = $"file://{Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = uri, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA mmap_size = 2147483648; PRAGMA temp_store = MEMORY";
        settings.ExecuteNonQuery();
        return connection;
    }

    public static IEnumerable<SqliteDataReader> Rows(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>
    /// A number for what each rating scale says: scales are the same where axis, bounds, percent a point and labels with scores and bands are.
    /// By the scale's id, from 1.
    /// </summary>
    public static Dictionary<int, int> ScaleNumbers(SqliteConnection connection)
    {
        var values = new Dictionary<int, (StringBuilder Content, double? Least, double? Most)>();
        foreach (var row in connection.Rows("SELECT rating_scale_id, class, score, from_percent, to_percent, label FROM rating_value ORDER BY id"))
        {
            var (content, least, most) = values.TryGetValue(row.GetInt32(0), out var known) ? known : (new StringBuilder(), null, null);
            double? score = row.IsDBNull(2) ? null : row.GetDouble(2);
            content.Append($"{row.GetString(1)};{score};{row.TextOrNull(3)};{row.TextOrNull(4)};{row.GetString(5)}\n");
            values[row.GetInt32(0)] = (content, least is null || score < least ? score : least, most is null || score > most ? score : most);
        }

        var (numbers, byContent) = (new Dictionary<int, int>(), new Dictionary<string, int>());
        foreach (var row in connection.Rows("SELECT id, minimum, maximum, percent_per_point, axis FROM rating_scale ORDER BY id"))
        {
            values.TryGetValue(row.GetInt32(0), out var own);
            var content = $"{(row.IsDBNull(1) ? own.Least : row.GetDouble(1))};{(row.IsDBNull(2) ? own.Most : row.GetDouble(2))};{row.TextOrNull(3)};{row.TextOrNull(4)}\n{own.Content}";
            if (!byContent.TryGetValue(content, out var number)) byContent.Add(content, number = byContent.Count + 1);
            numbers.Add(row.GetInt32(0), number);
        }

        return numbers;
    }
}
