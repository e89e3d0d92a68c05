using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using StrategyGraph.Catalog.Tests;

namespace StrategyGraph.Bench.National;

/// <summary>A server in a process of its own on a loopback port of its own choice: ours, or a reference.</summary>
internal sealed partial class Target : IDisposable
{
    private static readonly ConcurrentDictionary<int, Process> Running = new();

    private static volatile bool _ended;

    private readonly Process _process;

    private Target(string name, Process process, Uri endpoint, DateTime began) => (Name, _process, Endpoint, Began) = (name, process, endpoint, began);

    public string Name { get; }

    /// <summary>Ends with <c>/graphql</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>When it was started, before anything of it ran.</summary>
    public DateTime Began { get; }

    /// <summary>Where it asks for its data; ends with it.</summary>
    public OwnPostgres? Database { get; init; }

    /// <summary>Seconds of processor time since it began, its database's with it.</summary>
    public double Cpu => ProcessorTime.Of(_process.Id) + (Database is null ? 0 : ProcessorTime.WithChildren(Database.ProcessId));

    /// <summary>Bytes of memory that it has now, without its database.</summary>
    public long Memory => Status("VmRSS");

    /// <summary>The most it ever had.</summary>
    public long PeakMemory => Status("VmHWM");

    /// <summary>The server under measurement: as published, with default settings but for the rate limit, since all requests come from one address.</summary>
    /// <param name="dll">Its strategygraph.dll.</param>
    /// <param name="release">The folder of the release it is to serve.</param>
    public static Task<Target> Ours(string dll, string release) => Start(
        "ours", [dll, "serve", "--urls", "http://127.0.0.1:0", "--plans", Path.Combine(release, "no-plan-files"), "--releases", release], Unlimited);

    /// <summary>Our server in this program's hands, to ask its runtime; its times are not those of the server as published.</summary>
    public static Task<Target> Hosted(string release) => Start("hosted", [typeof(Target).Assembly.Location, "hosted", "--release", release], [Unlimited, .. AsWebServers]);

    /// <summary>A reference, which is this program.</summary>
    public static Task<Target> Reference(string kind, string release) =>
        Start(kind, [typeof(Target).Assembly.Location, "reference", kind, "--release", release], AsWebServers);

    /// <summary>A program of Node.js, with its arguments.</summary>
    public static Task<Target> Node(string name, OwnPostgres? database, params string[] arguments) => Start(name, "node", arguments, database, ("NODE_ENV", "production"));

    private static readonly (string, string) Unlimited = ("RateLimits__RequestsPerSecond", "0");

    /// <summary>This program compiles once and collects on its own thread; web servers are by default, as ours is, compiled in tiers and collected by threads of a server.</summary>
    private static readonly (string, string)[] AsWebServers =
        [("DOTNET_TieredCompilation", "1"), ("DOTNET_TieredPGO", "1"), ("DOTNET_gcServer", "1"), ("DOTNET_gcConcurrent", "1")];

    private static Task<Target> Start(string name, string[] arguments, params (string Name, string Value)[] environment) =>
        Start(name, "dotnet", arguments, null, environment);

    private static async Task<Target> Start(string name, string program, string[] arguments, OwnPostgres? database, params (string Name, string Value)[] environment)
    {
        if (_ended) throw new OperationCanceledException();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        var began = DateTime.UtcNow;
        var process = Process.Start(start)!;
        Running.TryAdd(process.Id, process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!Address().IsMatch(line)) continue;
            return new Target(name, process, new Uri(Address().Match(line).Value), began) { Database = database };
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"{name} ended with exit code {process.ExitCode} before it listened.");
    }

    /// <summary>Asks a hosted server for a number of bytes.</summary>
    public async Task<long> Tell(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("BYTES ", StringComparison.Ordinal)) return long.Parse(line.AsSpan("BYTES ".Length), CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException($"{Name} ended before it told '{question}'.");
    }

    /// <summary>Waits until it does next to nothing, so that what it has left to do is not counted to another.</summary>
    public async Task Rest()
    {
        for (var waits = 0; waits < 600; waits++)
        {
            var before = Cpu;
            await Task.Delay(100);
            if (Cpu - before < 0.02) return;
        }
    }

    /// <summary>Ends all that run, and starts no more.</summary>
    public static void EndAll()
    {
        _ended = true;
        foreach (var number in Running.Keys)
        {
            if (Running.TryRemove(number, out var process)) process.Kill();
        }
    }

    public void Dispose()
    {
        Running.TryRemove(_process.Id, out _);
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Database?.Dispose();
    }

    private long Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length + 1).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex Address();
}
