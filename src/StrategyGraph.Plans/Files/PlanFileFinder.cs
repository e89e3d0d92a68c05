namespace StrategyGraph.Plans.Files;

/// <summary>Finds the plan files of a folder.</summary>
internal static class PlanFileFinder
{
    private const int MaximumDepth = 32;

    /// <summary>
    /// Every .yaml and .yml file under the folder (or the file itself), with forward slashes, in ordinal order.
    /// Hidden files and folders and links to folders are not entered. What cannot be listed is reported.
    /// </summary>
    public static List<string> Find(string folder, List<FileError> errors)
    {
        if (File.Exists(folder)) return [Slashed(folder)];
        if (!Directory.Exists(folder))
        {
            errors.Add(new FileError(Slashed(folder), 1, 1, FileErrorCode.FileUnreadable, "There is no such file or folder."));
            return [];
        }

        var found = new List<string>();
        var open = new Stack<(string Path, int Depth)>();
        open.Push((folder, 0));
        while (open.TryPop(out var current))
        {
            try
            {
                foreach (var file in Directory.EnumerateFiles(current.Path).Where(HasYamlEnding))
                {
                    if (HoldsNothing(file)) errors.Add(new FileError(Slashed(file), 1, 1, FileErrorCode.FileEmpty, YamlScan.HoldsNothing));
                    else found.Add(Slashed(file));
                }

                foreach (var inner in new DirectoryInfo(current.Path).EnumerateDirectories())
                {
                    if (inner.Name.StartsWith('.') || inner.LinkTarget is not null || current.Depth == MaximumDepth) continue;
                    open.Push((Path.Combine(current.Path, inner.Name), current.Depth + 1));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(new FileError(Slashed(current.Path), 1, 1, FileErrorCode.FileUnreadable, $"The folder cannot be read: {e.Message}"));
            }
        }

        found.Sort(StringComparer.Ordinal);
        if (found.Count == 0 && errors.Count == 0)
            errors.Add(new FileError(Slashed(folder), 1, 1, FileErrorCode.NoPlanFiles, "The folder holds no plan files: none that ends in .yaml or .yml."));
        return found;
    }

    /// <summary>
    /// An empty file, or none that could be opened without waiting: a named pipe has no length either, and its other end may never be written to.
    /// </summary>
    private static bool HoldsNothing(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Exists: true, Length: 0 };
    }

    /// <summary>Hidden files are an editor's locks and a file manager's notes.</summary>
    private static bool HasYamlEnding(string path) => !Path.GetFileName(path.AsSpan()).StartsWith(".") && (
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));

    private static string Slashed(string path) => Path.DirectorySeparatorChar is '\\' ? path.Replace('\\', '/') : path;
}
