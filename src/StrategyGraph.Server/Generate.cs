using System.Globalization;
using System.Text;
using StrategyGraph.Plans.Files;
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
        var aside = $"{_target}.{Guid.NewGuid():N}.generating";
        try
        {
            var earlier = WrittenFiles.In(_target, WrittenFiles.Generated);
            if (earlier.Obstacle is { } obstacle)
            {
                errors.WriteLine(obstacle);
                return false;
            }

            var nation = new FictitiousNation(municipalities, seed);
            var paths = new List<string>();
            Write(nation.SharedFiles());
            Parallel.For(0, municipalities, new ParallelOptions { CancellationToken = cancellation }, at => Write(nation.FilesOf(at)));
            earlier.Replace(aside, paths, string.Create(CultureInfo.InvariantCulture, $"{seed}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Generated {municipalities * 3} fictitious plans of {municipalities} municipalities from seed {seed} to {target}."));
            return true;

            void Write(IEnumerable<WrittenFile> files)
            {
                foreach (var file in files)
                {
                    var path = Path.Combine(aside, file.Path);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                    lock (paths) paths.Add(file.Path);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return false;
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }
}
