using System.Diagnostics;
using StrategyGraph.Catalog;
using StrategyGraph.Catalog.Tests;

namespace StrategyGraph.Bench.National;

/// <summary>GraphQL servers of others, from npm, over the same release; each answers as many of the questions as it can, with the same answers.</summary>
internal static class Peers
{
    public const string Mercurius = "mercurius", PostGraphile = "postgraphile";

    /// <summary>What they are, for whoever reads what was measured.</summary>
    public const string Description = $"""
        Three of the questions are also asked of GraphQL servers of others, from npm, each written as its documentation shows (`tests/Bench/peers`), in one process of Node.js:

        - *{Mercurius}*: Mercurius with its compiler and loaders, over the release's SQLite file;
        - *{PostGraphile}*: PostGraphile 4, over the release's tables in PostgreSQL, whose settings are its defaults but for autovacuum and fsync, which are off. Its CPU is PostgreSQL's too; its memory is not.
        """;

    private const string Folder = "tests/Bench/peers";

    /// <summary>What has to be installed for them and is not; null where all is there.</summary>
    public static string? Missing
    {
        get
        {
            string[] missing =
            [
                .. new[] { "node", "npm" }.Where(program => !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))),
                .. OwnPostgres.IsInstalled ? Array.Empty<string>() : ["PostgreSQL (apt-get install postgresql)"],
            ];
            return missing.Length == 0 ? null : $"The peers need Node.js 20.19 with npm, and PostgreSQL. Not found: {string.Join(", ", missing)}.";
        }
    }

    /// <summary>Starts them, one after the other.</summary>
    public static async IAsyncEnumerable<Target> Start(string release)
    {
        await Install(Folder);
        yield return await Target.Node(Mercurius, null, Path.Combine(Folder, "mercurius.mjs"), Releases.FileOf(release));
        var folder = Path.Combine(Folder, PostGraphile);
        await Install(folder);
        yield return await OverPostgres(PostGraphile, Path.Combine(folder, "postgraphile.mjs"), release);
    }

    private static async Task<Target> OverPostgres(string name, string program, string release)
    {
        // Nothing changes while it is asked.
        var database = new OwnPostgres("-c autovacuum=off");
        try
        {
            var loaded = ReleaseFile.Load(Releases.FileOf(release));
            ReleaseDatabase.Publish(loaded.Holdings, loaded.Release.ContentHash, loaded.Release.PublishedAt, database.ConnectionString);
            return await Target.Node(name, database, program, database.Folder);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>By the lock file, where it has not been done; with native parts where package.json allows.</summary>
    private static async Task Install(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules"))) return;
        using var install = Process.Start(new ProcessStartInfo("npm", ["--prefix", folder, "ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]) { RedirectStandardOutput = true })!;
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0) throw new InvalidOperationException($"What {folder}/package.json names could not be installed.");
    }
}
