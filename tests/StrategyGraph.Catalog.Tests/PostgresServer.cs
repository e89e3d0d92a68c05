using System.Diagnostics;
using Npgsql;

namespace StrategyGraph.Catalog.Tests;

/// <summary>
/// A PostgreSQL server for tests: the one that STRATEGYGRAPH_TEST_POSTGRES names (Host=…; the releases in it are removed), or one of our own, made of what Debian or Ubuntu installs, on a
/// socket that nobody else has, without network, its data in a temporary folder. Where there is neither, the tests that need it say so and do not
/// run; with STRATEGYGRAPH_REQUIRE_POSTGRES=1, as in CI, they fail.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string None = "No PostgreSQL here: install it (apt-get install postgresql), or set STRATEGYGRAPH_TEST_POSTGRES to a connection string.";

    private readonly string? _folder;

    public PostgresServer()
    {
        if (Named is { Length: > 0 } named)
        {
            ConnectionString = named;
            return;
        }

        if (Binaries is null) throw new InvalidOperationException(None);
        _folder = Directory.CreateTempSubdirectory("sg-pg-").FullName; // Short: a socket's path has at most 107 bytes.
        ConnectionString = $"Host={_folder};Username=postgres;Database=postgres";
        if (Environment.UserName == "root") Run("chown", "postgres", _folder); // PostgreSQL refuses to be root.
        RunAsOwner("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        RunAsOwner("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-k {_folder} -c listen_addresses='' -c fsync=off", "start");
    }

    public string ConnectionString { get; }

    /// <summary>Why the tests cannot run here; null where they can, or must.</summary>
    internal static string? Missing =>
        Named is { Length: > 0 } || Binaries is not null || Environment.GetEnvironmentVariable("STRATEGYGRAPH_REQUIRE_POSTGRES") == "1"
            ? null
            : None;

    private static string? Named => Environment.GetEnvironmentVariable("STRATEGYGRAPH_TEST_POSTGRES");

    private static string? Binaries => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));

    private string Data => Path.Combine(_folder!, "data");

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
        if (_folder is null) return;
        NpgsqlConnection.ClearAllPools();
        RunAsOwner("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static void RunAsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        if (Environment.UserName == "root") Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Not redirected: the server would hold the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

/// <summary>A test that needs PostgreSQL, and says so where there is none.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
