using System.Globalization;
using System.Text;
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
        var aside = $"{_target}.{Guid.NewGuid():N}.exporting";
        try
        {
            var (release, holdings) = ReleaseFile.Load(Path.Combine(releases, ReleaseFile.Name), cancellation);
            var earlier = WrittenFiles.In(_target, WrittenFiles.Exported);
            if (earlier.Obstacle is { } obstacle)
            {
                errors.WriteLine(obstacle);
                return false;
            }

            var written = Write(holdings, aside, cancellation);
            if (Difference(release, aside, cancellation) is { } difference)
            {
                errors.WriteLine($"Nothing was exported: {difference} This is a fault of strategygraph; please report it.");
                return false;
            }

            earlier.Replace(aside, written, release.ContentHash);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Exported release {release.ContentHash[..12]}: {release.Plans} plans, {release.Frameworks} frameworks and {release.Municipalities} municipalities to {target}."));
            return true;
        }
        catch (Exception e) when (e is ReleaseException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return false;
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private static List<string> Write(Holdings holdings, string folder, CancellationToken cancellation)
    {
        var written = new List<string>();
        foreach (var file in PlanFiles.Write(holdings))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            written.Add(file.Path);
        }

        return written;
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
