using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server;

/// <summary>
/// From the published release to a folder of plan files. They are written aside and read back first; only files that have the release's content
/// hash are moved into place. Nothing is replaced or deleted but what an earlier export wrote and nobody changed since.
/// </summary>
internal sealed class Export(string releases, string target)
{
    private readonly string _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));

    /// <summary>Exports; whether that succeeded. What was in the folder stays when it does not.</summary>
    public bool Run(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            var (release, holdings) = ReleaseFile.Load(Path.Combine(releases, ReleaseFile.Name), cancellation);
            var earlier = WrittenFiles.In(_target, WrittenFiles.Exported);
            if (earlier.Obstacle is { } obstacle)
            {
                errors.WriteLine(obstacle);
                return false;
            }

            using var aside = new FolderAside(_target, WrittenFiles.Exported.Doing);
            foreach (var file in PlanFiles.Write(holdings))
            {
                cancellation.ThrowIfCancellationRequested();
                aside.Write(file);
            }

            if (Difference(release, aside.Path, cancellation) is { } difference)
            {
                errors.WriteLine($"Nothing was exported: {difference} This is a fault of strategygraph; please report it.");
                return false;
            }

            earlier.Replace(aside, release.ContentHash);
            output.WriteLine(
                $"Exported release {release.ContentHash[..12]}: {Counted.Of(release.Plans, "plan")}, {Counted.Of(release.Frameworks, "framework")} and {Counted.Municipalities(release.Municipalities)} to {target}.");
            return true;
        }
        catch (ReleaseException e)
        {
            errors.WriteLine(e.Message);
            return false;
        }
        catch (Exception e) when (WrittenFiles.IsObstacle(e))
        {
            errors.WriteLine(WrittenFiles.NotWritten(_target, e));
            return false;
        }
    }

    /// <summary>Why the files are not the release; null where they are.</summary>
    private static string? Difference(Release release, string folder, CancellationToken cancellation)
    {
        // A release of nothing makes no plan files, which is no mistake here.
        var read = release is { Municipalities: 0, Frameworks: 0 } ? new PlanFilesResult(Holdings.Empty, [], 0) : PlanFiles.Read(folder, cancellationToken: cancellation);
        if (read.Holdings is not { } holdings) return $"what was written has errors, the first of which is {read.Errors[0]}";
        var hash = ContentHash.Of(holdings);
        return hash == release.ContentHash ? null : $"what was written reads as {hash[..12]}, and not as {release.ContentHash[..12]}.";
    }
}
