using Npgsql;

namespace StrategyGraph.Catalog.Tests;

/// <summary>
/// A PostgreSQL server for tests: the one that STRATEGYGRAPH_TEST_POSTGRES names (Host=…; the releases in it are removed), or <see cref="OwnPostgres"/>.
/// Where there is neither, the tests that need it say so and do not run; with STRATEGYGRAPH_REQUIRE_POSTGRES=1, as in CI, they fail.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string None = "No PostgreSQL here: install it (apt-get install postgresql), or set STRATEGYGRAPH_TEST_POSTGRES to a connection string.";

    private readonly OwnPostgres? _own;

    public PostgresServer()
    {
        if (Named is { Length: > 0 } named)
        {
            ConnectionString = named;
            return;
        }

        if (!OwnPostgres.IsInstalled) throw new InvalidOperationException(None);
        _own = new OwnPostgres();
        ConnectionString = _own.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Why the tests cannot run here; null where they can, or must.</summary>
    internal static string? Missing =>
        Named is { Length: > 0 } || OwnPostgres.IsInstalled || Environment.GetEnvironmentVariable("STRATEGYGRAPH_REQUIRE_POSTGRES") == "1"
            ? null
            : None;

    private static string? Named => Environment.GetEnvironmentVariable("STRATEGYGRAPH_TEST_POSTGRES");

    /// <summary>Removes every release, so that a test begins with none.</summary>
    public void Empty()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT nspname FROM pg_namespace WHERE nspname ~ '^strategygraph(_[0-9]+)?$'", connection);
        var schemas = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) schemas.Add(reader.GetString(0));
        }

        foreach (var schema in schemas)
        {
            command.CommandText = $"DROP SCHEMA \"{schema}\" CASCADE";
            command.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        if (_own is null) return;
        NpgsqlConnection.ClearAllPools();
        _own.Dispose();
    }
}

/// <summary>A test that needs PostgreSQL, and says so where there is none.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
