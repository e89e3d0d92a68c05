using System.Diagnostics;
using System.Globalization;

namespace StrategyGraph.Catalog.Tests;

/// <summary>A PostgreSQL server made of what Debian or Ubuntu installs, on a socket that nobody else has, without network, its data in a temporary folder.</summary>
internal sealed class OwnPostgres : IDisposable
{
    /// <param name="settings">Beside its own, as its command line takes them: <c>-c name=value</c>.</param>
    public OwnPostgres(string settings = "")
    {
        Folder = Directory.CreateTempSubdirectory("sg-pg-").FullName; // Short: a socket's path has at most 107 bytes.
        if (Environment.UserName == "root") Run("chown", "postgres", Folder); // PostgreSQL refuses to be root.
        Control("-o", "-U postgres -A trust -E UTF8 --locale=C --no-sync", "initdb");
        Control("-w", "-l", Path.Combine(Folder, "log"), "-o", $"-k {Folder} -c listen_addresses='' -c fsync=off {settings}", "start");
    }

    public static bool IsInstalled => Program is not null;

    /// <summary>Of its socket.</summary>
    public string Folder { get; }

    public string ConnectionString => $"Host={Folder};Username=postgres;Database=postgres";

    /// <summary>The process that all others of the server are children of.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static string? Program => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "pg_ctl")).LastOrDefault(File.Exists);

    private string Data => Path.Combine(Folder, "data");

    public void Dispose()
    {
        Control("-m", "immediate", "-w", "stop");
        Directory.Delete(Folder, recursive: true);
    }

    private void Control(params string[] arguments)
    {
        string[] all = ["-s", "-D", Data, .. arguments];
        if (Environment.UserName == "root") Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Program!, .. all]);
        else Run(Program!, all);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Not redirected: the server would hold the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
