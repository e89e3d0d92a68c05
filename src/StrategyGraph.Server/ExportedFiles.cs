using System.Security.Cryptography;
using System.Text;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server;

/// <summary>
/// What an earlier export wrote into a folder, by its list <c>SHA256SUMS</c>: which files, and what was in them. The list is in the form that
/// <c>sha256sum --check</c> reads, so that whoever receives a copy can check it.
/// </summary>
internal sealed class ExportedFiles
{
    public const string ListName = "SHA256SUMS";
    private const string FirstLine = "# Plan files exported by strategygraph from release ";

    private readonly string _folder;
    private readonly List<(string Hash, string Path)> _files;

    private ExportedFiles(string folder, List<(string Hash, string Path)> files, string? obstacle) => (_folder, _files, Obstacle) = (folder, files, obstacle);

    /// <summary>Why nothing may be exported there; null when it may.</summary>
    public string? Obstacle { get; }

    public static ExportedFiles In(string folder)
    {
        if (File.Exists(folder)) return new(folder, [], $"{folder} is a file. Name a folder.");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return new(folder, [], null);
        var list = Path.Combine(folder, ListName);
        string[] lines = File.Exists(list) ? File.ReadAllLines(list) : [];
        if (lines is not [var first, .. var rest] || !first.StartsWith(FirstLine, StringComparison.Ordinal))
            return new(folder, [], $"{folder} is not empty and holds no earlier export. Name an empty folder, or one that is not there.");

        var files = rest.Where(line => line.Length > 66).Select(line => (Hash: line[..64], Path: line[66..])).ToList();
        return new(folder, files, ObstacleAmong(folder, files));
    }

    /// <summary>Puts the files of another folder in place of those. The whole folder at once where there was none; else file by file, the list first and last.</summary>
    /// <param name="release">The content hash of what they are exported from.</param>
    public void Replace(string from, IReadOnlyCollection<string> paths, string release)
    {
        var files = paths.Select(path => (Hash: HashOf(Path.Combine(from, path)), Path: path)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (_files.Count == 0)
        {
            WriteList(from, files, release);
            if (Directory.Exists(_folder)) Directory.Delete(_folder);
            Directory.Move(from, _folder);
            return;
        }

        // While it lasts, the list knows both: an export that is cut off can be repeated.
        WriteList(_folder, [.. files, .. _files], release);
        foreach (var (_, path) in files)
        {
            var place = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(from, path), place, overwrite: true);
        }

        foreach (var (_, path) in _files.ExceptBy(paths, file => file.Path))
        {
            var place = Path.Combine(_folder, path);
            File.Delete(place);
            if (Path.GetDirectoryName(place) is { } left && left != _folder && Directory.Exists(left) && !Directory.EnumerateFileSystemEntries(left).Any()) Directory.Delete(left);
        }

        WriteList(_folder, files, release);
    }

    private static void WriteList(string folder, List<(string Hash, string Path)> files, string release)
    {
        var text = new StringBuilder(FirstLine).Append(release).Append('\n');
        foreach (var (hash, path) in files) text.Append(hash).Append("  ").Append(path).Append('\n');
        var list = Path.Combine(folder, ListName);
        File.WriteAllText(list + ".new", text.ToString());
        File.Move(list + ".new", list, overwrite: true);
    }

    private static string? ObstacleAmong(string folder, List<(string Hash, string Path)> files)
    {
        var known = files.ToLookup(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        if (files.Find(file => Path.IsPathRooted(file.Path) || file.Path.Split('/').Contains("..")) is { Path: { } outside })
            return $"{Path.Combine(folder, ListName)} names a file outside of its folder: {outside}";
        foreach (var path in known.Select(file => file.Key))
        {
            var file = Path.Combine(folder, path);
            if (File.Exists(file) && !known[path].Contains(HashOf(file)))
                return $"{file} was changed since it was exported. Take the change into your plan files and remove it, or export to another folder.";
        }

        // Beside others the exported files would not build into their release any more.
        var foreign = PlanFiles.Find(folder).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).FirstOrDefault(path => !known.Contains(path));
        return foreign is null ? null : $"{Path.Combine(folder, foreign)} was not exported. Move it away, or export to another folder.";
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
