using System.Globalization;
using StrategyGraph.Plans.Generating;

namespace StrategyGraph.Server;

/// <summary>
/// From a seed to a folder of fictitious plan files. They are written aside and moved into place; nothing is replaced or deleted but what an earlier
/// generation wrote and nobody changed since.
/// </summary>
internal sealed class Generate(int municipalities, int seed, string target)
{
    private readonly string _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));

    /// <summary>Generates; whether that succeeded. What was in the folder stays when it does not.</summary>
    public bool Run(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            var earlier = WrittenFiles.In(_target, WrittenFiles.Generated);
            if (earlier.Obstacle is { } obstacle)
            {
                errors.WriteLine(obstacle);
                return false;
            }

            using var aside = new FolderAside(_target, WrittenFiles.Generated.Doing);
            var nation = new FictitiousNation(municipalities, seed);
            foreach (var file in nation.SharedFiles()) aside.Write(file);
            Parallel.For(0, municipalities, new ParallelOptions { CancellationToken = cancellation }, at =>
            {
                foreach (var file in nation.FilesOf(at)) aside.Write(file);
            });
            earlier.Replace(aside, string.Create(CultureInfo.InvariantCulture, $"{seed}"));
            output.WriteLine($"Generated {Counted.Of(municipalities * 3, "fictitious plan")} of {Counted.Municipalities(municipalities)} from seed {seed.ToString(CultureInfo.InvariantCulture)} to {target}.");
            return true;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(WrittenFiles.IsObstacle))
        {
            // Each thread met it.
            errors.WriteLine(WrittenFiles.NotWritten(_target, e.InnerExceptions[0]));
            return false;
        }
        catch (Exception e) when (WrittenFiles.IsObstacle(e))
        {
            errors.WriteLine(WrittenFiles.NotWritten(_target, e));
            return false;
        }
    }
}
