using StrategyGraph.Plans.Files.Resolving;
using StrategyGraph.Plans.Files.Writing;

namespace StrategyGraph.Plans.Files;

/// <summary>What a folder of plan files says, or every mistake in it.</summary>
/// <param name="Holdings">Null when there is any mistake.</param>
/// <param name="Errors">By file in ordinal order of paths, and by place in the file.</param>
/// <param name="Files">How many files were looked at.</param>
public sealed record PlanFilesResult(Holdings? Holdings, IReadOnlyList<FileError> Errors, int Files)
{
    /// <summary>
    /// By the SHA-256 of its file's bytes, the id of each plan that is made of nothing but them and its municipality: as long as the bytes are the same,
    /// so is the plan. Those are left out that cite documents of other files.
    /// </summary>
    public IReadOnlyDictionary<string, string> PlansByFileHash { get; init; } = new Dictionary<string, string>();

    /// <summary>How many plans were taken over from an earlier reading.</summary>
    public int Taken { get; init; }
}

/// <summary>A file to be written.</summary>
/// <param name="Path">From the folder that all are written to, with forward slashes.</param>
public sealed record WrittenFile(string Path, string Text);

/// <summary>Reads plan files: bytes, text, YAML, records, and then the domain's objects with all references resolved.</summary>
public static class PlanFiles
{
    private static readonly IReadOnlyDictionary<string, Plan> None = new Dictionary<string, Plan>();

    /// <summary>
    /// Reads every .yaml and .yml file under a folder (or one file) and checks all of it. Mistakes, unreadable files and
    /// missing folders among them, are collected in the result, never thrown. Uses all cores.
    /// </summary>
    /// <param name="progress">Told after each file how many have been read; from several threads, in no certain order.</param>
    /// <param name="earlier">
    /// Plans to take over in place of files that need not be read again, by the SHA-256 of these: see <see cref="PlanFilesResult.PlansByFileHash"/>. All that
    /// goes beyond one file is checked as ever; where anything is wrong, every file is read, so that every mistake is told with its place.
    /// </param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public static PlanFilesResult Read(
        string folder, IProgress<int>? progress = null, IReadOnlyDictionary<string, Plan>? earlier = null, CancellationToken cancellationToken = default)
    {
        var folderErrors = new List<FileError>();
        var paths = PlanFileFinder.Find(folder, folderErrors);
        var files = ReadAll(paths, earlier ?? None, progress, cancellationToken);
        var index = CatalogueIndex.Of(files);
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellationToken }, file => file.Resolve(index));

        var taken = files.Count(file => file.IsTaken);
        FileError[] mistakes = [.. folderErrors, .. files.SelectMany(file => file.Errors.InOrder())];
        if (mistakes.Length > 0) return taken > 0 ? Read(folder, progress, null, cancellationToken) : new PlanFilesResult(null, mistakes, paths.Count);

        var holdings = new Holdings(
            [.. index.Municipalities.Values.OrderBy(municipality => municipality.Code)],
            [.. files.Select(file => file.Framework).OfType<Framework>().OrderBy(framework => framework.Id, StringComparer.Ordinal)],
            [.. files.Select(file => file.Plan).OfType<Plan>().OrderBy(plan => plan.Id, StringComparer.Ordinal)]);
        return new PlanFilesResult(holdings, [], paths.Count)
        {
            PlansByFileHash = files.Where(file => file.StandsAlone).ToDictionary(file => file.Hash, file => file.Plan!.Id),
            Taken = taken,
        };
    }

    /// <summary>The files that <see cref="Read"/> would read, in its order; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Find(string folder) => PlanFileFinder.Find(folder, []);

    /// <summary>
    /// The files that say what the holdings say, made one by one: municipalities in one, a framework or plan in each, and the JSON Schema that
    /// all of them name for editors. Read again they have the same <see cref="ContentHash"/>. Equal holdings make the same files, byte by byte.
    /// </summary>
    public static IEnumerable<WrittenFile> Write(Holdings holdings) => PlanFileWriter.Write(holdings);

    /// <summary>
    /// Reads what plans refer to first, so that most plans can be made as soon as their file is read, and what is written let go: that of all files together
    /// takes more memory than what it means. Which files those are is guessed; a plan that refers to what was not guessed waits until all are read.
    /// </summary>
    private static CatalogueFile[] ReadAll(List<string> paths, IReadOnlyDictionary<string, Plan> earlier, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var files = new CatalogueFile[paths.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        var read = 0;
        var plans = paths.Count > 1 ? paths.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(FileText.LooksLikePlan).ToArray() : [false];
        Parallel.For(0, paths.Count, options, at =>
        {
            if (!plans[at]) Read(at);
        });
        var beginning = CatalogueIndex.OfBeginning(files.OfType<CatalogueFile>());
        Parallel.For(0, paths.Count, options, at =>
        {
            if (!plans[at]) return;
            Read(at);
            files[at].ResolveEarly(beginning);
        });
        return files;

        void Read(int at)
        {
            files[at] = CatalogueFile.Read(paths[at], earlier);
            progress?.Report(Interlocked.Increment(ref read));
        }
    }
}
