using System.Diagnostics;
using StrategyGraph.Catalog;

namespace StrategyGraph.Bench.National;

/// <summary>Makes the releases that are measured: fictitious ones with the server's own commands, and that of the seeds. What is there is taken as it is.</summary>
/// <param name="server">The server's strategygraph.dll.</param>
/// <param name="folder">Where releases are kept, each in a folder of its own.</param>
internal sealed class Releases(string server, string folder)
{
    /// <summary>The folder of a release of so many municipalities.</summary>
    public string Generated(int municipalities, int seed)
    {
        var release = Path.Combine(folder, $"{municipalities}-{seed}");
        if (IsThere(release)) return release;
        var plans = Path.Combine(folder, $"{municipalities}-{seed}-plans");
        Run("generate", plans, "--municipalities", $"{municipalities}", "--seed", $"{seed}");
        Run("build", "--plans", plans, "--releases", release);
        Directory.Delete(plans, recursive: true);
        return release;
    }

    /// <summary>The folder of the release of the real documents.</summary>
    public string Seeds()
    {
        var release = Path.Combine(folder, "seeds");
        if (!IsThere(release)) Run("build", "--plans", "seeds", "--releases", release);
        return release;
    }

    /// <summary>A release's file.</summary>
    public static string FileOf(string release) => Path.Combine(release, ReleaseFile.Name);

    private static bool IsThere(string release) => File.Exists(FileOf(release));

    private void Run(params string[] arguments)
    {
        Directory.CreateDirectory(folder);
        Console.Error.WriteLine($"strategygraph {string.Join(' ', arguments)}");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [server, .. arguments]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"strategygraph {arguments[0]} ended with exit code {process.ExitCode}.");
    }
}
