using System.Globalization;
using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Releases;

/// <summary>
/// Notices that the release file was replaced, loads the new release beside the old one and, if it is whole, puts it in its place. One that
/// cannot be read is told, and the old one goes on. One thread of its own does all of it, so that requests keep theirs.
/// </summary>
/// <param name="output">Told one line for each release that is swapped in.</param>
/// <param name="errors">Told one line for each that is not.</param>
internal sealed class ReleaseWatch(string folder, ServedRelease served, TextWriter output, TextWriter errors) : IDisposable
{
    /// <summary>File systems that tell of changes can lose some, and network shares and containers often tell of none: so it is looked at as well.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>A file that is copied rather than renamed into place changes many times; it is read when it has been quiet for so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly string _path = Path.Combine(folder, ReleaseFile.Name);
    private readonly AutoResetEvent _changed = new(false);
    private readonly CancellationTokenSource _stopping = new();
    private FileSystemWatcher? _watcher;
    private Thread? _thread;
    private FileStamp _seen;
    private string? _told;

    /// <summary>From here on; what is in place now is what is served, if it says so.</summary>
    public void Start()
    {
        _seen = FileStamp.Of(_path);
        if (!IsServed()) _seen = FileStamp.None;
        _watcher = Watch();
        _thread = new Thread(Run) { Name = "release watch", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _watcher?.Dispose();

        // One that is in the middle of a large release is left to end with the process.
        if (_thread?.Join(TimeSpan.FromSeconds(1)) is false) return;
        _changed.Dispose();
        _stopping.Dispose();
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(Path.GetFullPath(folder), ReleaseFile.Name);
            watcher.Renamed += (_, _) => _changed.Set();
            watcher.Created += (_, _) => _changed.Set();
            watcher.Changed += (_, _) => _changed.Set();
            watcher.Deleted += (_, _) => _changed.Set();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            return null; // The system has no more watchers, or none: the poll is left.
        }
    }

    private void Run()
    {
        WaitHandle[] signals = [_stopping.Token.WaitHandle, _changed];
        while (WaitHandle.WaitAny(signals, Poll) != 0)
        {
            try
            {
                if (IsReplaced() && Looked()) Sweep();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
            {
                // A fault of ours must not end the server, nor the watch.
                errors.WriteLine($"The new release was not loaded: {unexpected}");
            }
        }
    }

    /// <summary>Whether the file is another than the one looked at last, and finished as far as can be seen.</summary>
    private bool IsReplaced()
    {
        var now = FileStamp.Of(_path);
        if (now == _seen) return false;
        FileStamp before;
        do
        {
            before = now;
            if (_stopping.Token.WaitHandle.WaitOne(Quiet)) return false;
            now = FileStamp.Of(_path);
        }
        while (now != before);

        _seen = now;
        return true;
    }

    /// <summary>Whether the file in place says that it is the release that is served.</summary>
    private bool IsServed()
    {
        try
        {
            return ReleaseFile.Inspect(_path).ContentHash == served.Graph.Release.ContentHash;
        }
        catch (ReleaseException)
        {
            return false;
        }
    }

    /// <summary>Loads what is in place, whatever it says that it is: of one with the hash of the release that is served, too, it is to be told when it is damaged.</summary>
    /// <returns>Whether there was anything to load.</returns>
    private bool Looked()
    {
        var old = served.Graph.Release;
        try
        {
            var loaded = Load(_stopping.Token);
            _told = null;
            if (loaded.Release.ContentHash == old.ContentHash) return true;
            served.Replace(new PlanGraph(loaded.Holdings, loaded.Release));
            output.WriteLine($"{Describe(loaded.Release)}, in place of {old.ContentHash[..12]}");
            return true;
        }
        catch (ReleaseException refused)
        {
            // What cannot be reached may be reachable in a while, unchanged; it is told once.
            if (refused.Fault is ReleaseFault.NotReachable) _seen = FileStamp.None;
            if (_told != refused.Message) errors.WriteLine($"{refused.Message} Release {old.ContentHash[..12]} goes on answering.");
            _told = refused.Message;
            return refused.Fault is not (ReleaseFault.NotReachable or ReleaseFault.NotPublished);
        }
    }

    /// <summary>A release must hold what its hash says: answers are cited by it.</summary>
    private LoadedRelease Load(CancellationToken cancellation)
    {
        var loaded = ReleaseFile.Load(_path, cancellation);
        return ContentHash.Of(loaded.Holdings) == loaded.Release.ContentHash
            ? loaded
            : throw new ReleaseException(ReleaseFault.Damaged, $"The release {_path} is damaged (its content is not what its hash says): run `strategygraph build`.");
    }

    /// <summary>
    /// Frees the old release. Requests allocate so little that the collector might not come by for hours, and two releases would stay in
    /// memory. It runs beside the requests (not blocking), once those that began on the old release are done.
    /// </summary>
    private void Sweep()
    {
        if (!_stopping.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(2))) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public static string Describe(Release release) => string.Create(CultureInfo.InvariantCulture,
        $"Serving {Counted.InRelease(release)}; release {release.ContentHash[..12]} of {release.PublishedAt:yyyy-MM-dd HH:mm} UTC");

    /// <summary>What tells a file from the one that had its name before.</summary>
    /// <param name="Created">Another where another file was renamed into place, though it may be as old and as long as the one before.</param>
    private readonly record struct FileStamp(long Length, DateTime Written, DateTime Created)
    {
        /// <summary>Of a file that nobody looked at.</summary>
        public static FileStamp None { get; } = new(-2, default, default);

        /// <summary>Of the file itself, where the name is a link; of no length where there is none that can be opened.</summary>
        public static FileStamp Of(string path)
        {
            try
            {
                using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
                return new FileStamp(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), File.GetCreationTimeUtc(file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new FileStamp(-1, default, default);
            }
        }
    }
}
