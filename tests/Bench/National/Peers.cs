using System.Diagnostics;

namespace StrategyGraph.Bench.National;

/// <summary>GraphQL servers of others, from npm, over the same release; each answers as many of the questions as it can, with the same answers.</summary>
internal static class Peers
{
    public const string Mercurius = "mercurius";

    private const string Folder = "tests/Bench/peers";

    /// <summary>Installs them by their lock file where they are not yet, better-sqlite3 with its native part, and starts them.</summary>
    public static async Task<IReadOnlyList<Target>> Start(string release)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await Install();
        return [await Target.Node(Mercurius, Path.Combine(Folder, "mercurius.mjs"), Releases.FileOf(release))];
    }

    private static async Task Install()
    {
        using var install = Process.Start(new ProcessStartInfo("npm", ["--prefix", Folder, "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]) { RedirectStandardOutput = true })!;
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0) throw new InvalidOperationException("The peers could not be installed.");
    }
}
