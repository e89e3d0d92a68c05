using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace StrategyGraph.Server.Tests;

/// <summary>The program as users run it: its own process, its own folders.</summary>
internal static class Tool
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
    public static string Seeds { get; } = Path.Combine(Repository, "seeds");

    /// <summary>Fictitious plans that use all that plan files can say.</summary>
    public static string Samples { get; } = Path.Combine(Repository, "tests", "Samples");

    private static string Assembly { get; } = typeof(Commands.ServeCommand).Assembly.Location;

    /// <summary>Runs a command to its end, within a minute.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(string[] arguments, string? input = null, string? folder = null, (string Name, string Value)[]? environment = null)
    {
        using var process = Start(arguments, folder, environment);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        return (process.ExitCode, await output, await errors);
    }

    public static Process Start(string[] arguments, string? folder = null, (string Name, string Value)[]? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Repository,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("strategygraph-").FullName;

    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
