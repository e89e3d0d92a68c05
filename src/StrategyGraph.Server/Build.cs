using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Files;
using StrategyGraph.Server.Commands;
using StrategyGraph.Server.Releases;

namespace StrategyGraph.Server;

/// <summary>From the folder of plan files to the release that answers: built when the plan files changed, else the one at hand.</summary>
internal sealed class Build(string plans, string releases)
{
    /// <summary>The folder of releases.</summary>
    public string Releases => releases;

    private readonly BuiltFrom _builtFrom = new(plans, releases);
    private readonly string _release = Path.Combine(releases, ReleaseFile.Name);

    /// <summary>Compiles and publishes; whether that succeeded. What was published before stays untouched when it does not.</summary>
    public bool Run(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (Folders.Obstacle(releases) is { } obstacle)
        {
            errors.WriteLine(obstacle);
            return false;
        }

        using var progress = BuildProgress.OnConsole();
        var stamp = _builtFrom.Stamp();
        var earlier = _builtFrom.Plans(cancellation);
        var result = PlanFiles.Read(plans, progress.Stage("Reading", "files", PlanFiles.Find(plans).Count), earlier, cancellation);
        if (result.Holdings is not { } holdings)
        {
            progress.Dispose();
            CheckCommand.Report(result, errors);
            return false;
        }

        try
        {
            var publication = ReleaseFile.Publish(
                holdings, ContentHash.Of(holdings), DateTime.UtcNow, releases, progress.Stage("Writing", "plans", holdings.Plans.Count), cancellation);
            var release = publication.Release;
            _builtFrom.Write(stamp, result, release);
            progress.Dispose();
            output.WriteLine($"{(publication.Fresh ? "Published" : "Unchanged:")} release {release.ContentHash[..12]}: {Counted.InRelease(release)}.");
            if (result.Taken > 0) output.WriteLine($"Not read again, since their files have not changed: {Counted.Of(result.Taken, "plan")}.");
            return true;
        }
        catch (Exception e) when (e is ReleaseException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return false;
        }
    }

    /// <summary>
    /// The release to answer from. Plan files that changed are compiled first; when they have errors, the release published before goes on
    /// answering and the errors are told. Null when there is nothing to answer from, which has been told too.
    /// </summary>
    public LoadedRelease? Current(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!Directory.Exists(plans) && File.Exists(_release)) errors.WriteLine($"There is no folder {plans}: the release answers as it was published.");
        if (!UpToDate() && !Run(output, errors, cancellation) && File.Exists(_release))
        {
            errors.WriteLine("The plan files could not be published; the release published before answers.");
        }

        try
        {
            LoadingMemory.Prepare(_release);
            return ReleaseFile.Load(_release, cancellation);
        }
        catch (ReleaseException e)
        {
            errors.WriteLine(e.Message);
            return e.Fault is ReleaseFault.OtherFormat or ReleaseFault.Damaged or ReleaseFault.NotARelease ? Rebuilt(output, errors, cancellation) : null;
        }
    }

    /// <summary>A release is compiled, so one that cannot be read is compiled again; it is kept aside for whoever wants to know why.</summary>
    private LoadedRelease? Rebuilt(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!Directory.Exists(plans)) return null;
        try
        {
            File.Move(_release, _release + ".unreadable", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return null;
        }

        return Run(output, errors, cancellation) ? ReleaseFile.Load(_release, cancellation) : null;
    }

    /// <summary>A server may be given releases only: without plan files there is nothing to build from.</summary>
    private bool UpToDate()
    {
        if (!File.Exists(_release)) return false;
        if (!Directory.Exists(plans)) return true;
        return _builtFrom.IsCurrent();
    }
}
