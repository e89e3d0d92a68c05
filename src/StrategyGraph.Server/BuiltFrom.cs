using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server;

/// <summary>
/// What the release of a folder was built from, kept beside it in the file <c>built-from</c>. Only a shortcut, so losing it costs one whole build.
/// </summary>
/// <remarks>
/// Its first line tells a start whether the plan files are those that the release was compiled from, and the release the one that was published. The
/// second names the code and the release's content; each further line is the hash of a plan file's bytes and the id of the plan that was made of it, so that a build need not read
/// again what has not changed.
/// </remarks>
internal sealed class BuiltFrom(string plans, string releases)
{
    private readonly string _file = Path.Combine(releases, "built-from");
    private readonly string _release = Path.Combine(releases, ReleaseFile.Name);

    /// <summary>What reads plan files and keeps them: another version may make something else of the same file.</summary>
    private static string Code { get; } = $"{typeof(PlanFiles).Module.ModuleVersionId} {typeof(ReleaseFile).Module.ModuleVersionId}";

    /// <summary>Whether the release is the one that was published, and compiled from the plan files as they are.</summary>
    public bool IsCurrent()
    {
        try
        {
            return File.ReadLines(_file).FirstOrDefault() == FirstLine(Stamp());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The plans of the published release, by the hashes of the files that they were made of; none where anything leaves a doubt.</summary>
    public IReadOnlyDictionary<string, Plan> Plans(CancellationToken cancellation)
    {
        var earlier = new Dictionary<string, Plan>();
        try
        {
            var lines = File.Exists(_file) ? File.ReadAllLines(_file) : [];
            if (lines is not [var first, var second, _, ..] || !second.StartsWith(Code, StringComparison.Ordinal)) return earlier;
            if (!first.EndsWith($" {HashOf(_release)}", StringComparison.Ordinal)) return earlier;
            var (release, holdings) = ReleaseFile.Load(_release, cancellation);
            if (second != $"{Code} {release.ContentHash}") return earlier; // Another was published meanwhile.
            var byId = holdings.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal);
            foreach (var line in lines.Skip(2)) earlier.Add(line[..64], byId[line[65..]]);
            return earlier;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ReleaseException or KeyNotFoundException or ArgumentException)
        {
            return new Dictionary<string, Plan>();
        }
    }

    /// <param name="stamp">The <see cref="Stamp"/> of before the plan files were read.</param>
    /// <param name="release">The published release that <paramref name="read"/> became.</param>
    public void Write(string stamp, PlanFilesResult read, Release release)
    {
        File.WriteAllLines(_file + ".new", [FirstLine(stamp), $"{Code} {release.ContentHash}", .. read.PlansByFileHash.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)]);
        File.Move(_file + ".new", _file, overwrite: true);
    }

    /// <summary>Changes when a plan file is added, removed, renamed or written, or when the code that reads them is another.</summary>
    public string Stamp()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        Add(typeof(PlanFiles).Module.ModuleVersionId.ToString());
        foreach (var file in PlanFiles.Find(plans).Select(path => new FileInfo(path)))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{file} {(file.Exists ? file.Length : -1)} {file.LastWriteTimeUtc.Ticks}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string FirstLine(string stamp) => $"{stamp} {HashOf(_release)}";

    /// <summary>A release that was altered since it was published must not answer under the content hash of what it was.</summary>
    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
