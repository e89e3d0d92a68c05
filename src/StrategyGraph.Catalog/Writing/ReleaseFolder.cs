using System.Runtime.InteropServices;

namespace StrategyGraph.Catalog.Writing;

/// <summary>The folder that a release is published in, held by one process at a time.</summary>
internal sealed partial class ReleaseFolder : IDisposable
{
    private readonly string _directory;
    private readonly FileStream _lock;

    private ReleaseFolder(string directory, FileStream held) => (_directory, _lock) = (directory, held);

    public string Published => Path.Combine(_directory, ReleaseFile.Name);
    public string Building => Published + ".building";

    /// <summary>Waits until no other process publishes in the folder. The system lifts the lock of a process that ends, however it ends.</summary>
    public static ReleaseFolder Lock(string directory, CancellationToken cancellation)
    {
        var path = Path.Combine(directory, ReleaseFile.Name + ".lock");
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new ReleaseFolder(directory, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (IsHeld(held))
            {
                cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    public void DeleteBuilding() => File.Delete(Building);

    public void BringToDisk()
    {
        using var file = File.OpenHandle(Building, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Renames what was built into place, and brings the name to the disk as well.</summary>
    public void Publish()
    {
        File.Move(Building, Published, overwrite: true);
        if (!OperatingSystem.IsWindows()) BringFolderToDisk();
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>.NET opens no folders. One that cannot be brought to the disk (some file systems refuse) is as it was before this call: the rename holds.</summary>
    private void BringFolderToDisk()
    {
        const int ReadOnly = 0;
        var folder = Open(_directory, ReadOnly);
        if (folder < 0) return;
        _ = Synchronise(folder);
        _ = Close(folder);
    }

    /// <summary>Unix: EWOULDBLOCK (11 on Linux, 35 on BSD and macOS); Windows: ERROR_SHARING_VIOLATION.</summary>
    private static bool IsHeld(IOException cause) => cause.HResult is 11 or 35 or unchecked((int)0x80070020);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronise(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
