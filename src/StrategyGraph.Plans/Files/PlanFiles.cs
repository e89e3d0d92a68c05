using StrategyGraph.Plans.Files.Resolving;
using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;
using StrategyGraph.Plans.Files.Writing;

namespace StrategyGraph.Plans.Files;

/// <summary>What a folder of plan files says, or every mistake in it.</summary>
/// <param name="Holdings">Null when there is any mistake.</param>
/// <param name="Errors">By file in ordinal order of paths, and by place in the file.</param>
/// <param name="Files">How many files were looked at.</param>
public sealed record PlanFilesResult(Holdings? Holdings, IReadOnlyList<FileError> Errors, int Files);

/// <summary>A file to be written.</summary>
/// <param name="Path">From the folder that all are written to, with forward slashes.</param>
public sealed record WrittenFile(string Path, string Text);

/// <summary>Reads plan files: bytes, text, YAML, records, and then the domain's objects with all references resolved.</summary>
public static class PlanFiles
{
    /// <summary>
    /// Reads every .yaml and .yml file under a folder (or one file) and checks all of it. Mistakes, unreadable files and
    /// missing folders among them, are collected in the result, never thrown. Uses all cores.
    /// </summary>
    /// <param name="progress">Told after each file how many have been read; from several threads, in no certain order.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public static PlanFilesResult Read(string folder, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var folderErrors = new List<FileError>();
        var paths = PlanFileFinder.Find(folder, folderErrors);
        var files = ReadAll(paths, progress, cancellationToken);
        var index = CatalogueIndex.Of(files);
        var frameworks = Resolved<FrameworkFileShape, Framework>(files, (file, errors) => FrameworkResolver.Resolve(file, index, errors), cancellationToken);
        var plans = Resolved<PlanFileShape, Plan>(files, (file, errors) => PlanResolver.Resolve(file, index, errors), cancellationToken);

        FileError[] mistakes = [.. folderErrors, .. files.SelectMany(file => file.Errors.InOrder())];
        if (mistakes.Length > 0) return new PlanFilesResult(null, mistakes, paths.Count);

        Array.Sort(frameworks, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Array.Sort(plans, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new PlanFilesResult(new Holdings([.. index.Municipalities.Values.OrderBy(municipality => municipality.Code)], frameworks, plans), [], paths.Count);
    }

    /// <summary>The files that <see cref="Read"/> would read, in its order; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Find(string folder) => PlanFileFinder.Find(folder, []);

    /// <summary>
    /// The files that say what the holdings say, made one by one: municipalities in one, a framework or plan in each, and the JSON Schema that
    /// all of them name for editors. Read again they have the same <see cref="ContentHash"/>. Equal holdings make the same files, byte by byte.
    /// </summary>
    public static IEnumerable<WrittenFile> Write(Holdings holdings) => PlanFileWriter.Write(holdings);

    private static PlanFile[] ReadAll(List<string> paths, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var files = new PlanFile[paths.Count];
        var read = 0;
        Parallel.For(0, paths.Count, new ParallelOptions { CancellationToken = cancellationToken }, at =>
        {
            files[at] = PlanFile.Read(paths[at]);
            progress?.Report(Interlocked.Increment(ref read));
        });
        return files;
    }

    private static TResult[] Resolved<TShape, TResult>(PlanFile[] files, Func<TShape, FileErrors, TResult> resolve, CancellationToken cancellationToken)
        where TShape : FileRecord
    {
        var chosen = files.Where(file => file.Content is TShape).ToArray();
        var results = new TResult[chosen.Length];
        Parallel.For(0, chosen.Length, new ParallelOptions { CancellationToken = cancellationToken },
            at =>
            {
                results[at] = resolve((TShape)chosen[at].Content!, chosen[at].Errors);
                chosen[at].Release();
            });
        return results;
    }
}
