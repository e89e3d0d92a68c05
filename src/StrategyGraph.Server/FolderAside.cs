using System.Text;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server;

/// <summary>
/// A folder aside of another, in which plan files are written until they are whole; gone when it is disposed of. Its lock ends with the process that
/// holds it, so what a killed one left behind is the next one's to delete.
/// </summary>
internal sealed class FolderAside : IDisposable
{
    private readonly FileStream _lock;
    private readonly List<string> _written = [];

    /// <param name="folder">The one that is to be written. The folder aside lies in it, hidden, where it is there: it may be a file system of its own.</param>
    /// <param name="doing">"exporting": what it is called by.</param>
    public FolderAside(string folder, string doing)
    {
        var (home, start) = Directory.Exists(folder) ? Within(folder) : Beside(folder);
        Path = System.IO.Path.Combine(home, $"{start}{Guid.NewGuid():N}.{doing}");
        Directory.CreateDirectory(Path);
        _lock = new FileStream(LockOf(Path), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    public string Path { get; }

    /// <summary>The paths of the files in it.</summary>
    public IReadOnlyCollection<string> Written => _written;

    /// <summary>Several may write at the same time.</summary>
    public void Write(WrittenFile file)
    {
        var path = System.IO.Path.Combine(Path, file.Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        lock (_written) _written.Add(file.Path);
    }

    /// <summary>Makes it the folder that it lies beside, where that is not there.</summary>
    public void MoveTo(string folder)
    {
        _lock.Dispose();
        Directory.Move(Path, folder);
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    /// <summary>Deletes what killed processes left of folders aside of this one.</summary>
    public static void DeleteLeftBehind(string folder, string doing)
    {
        foreach (var (home, start) in new[] { Beside(folder), Within(folder) })
        {
            try
            {
                foreach (var left in new DirectoryInfo(home).GetDirectories().Where(found => IsOurs(found.Name, start, $".{doing}") && IsLeft(found.FullName))) left.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // There is none, or it is left to whoever may delete it; a folder of its own is made all the same.
            }
        }
    }

    private static bool IsOurs(string name, string start, string end) =>
        name.Length == start.Length + 32 + end.Length && name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal)
        && Guid.TryParseExact(name.AsSpan(start.Length, 32), "N", out _);

    private static string LockOf(string aside) => System.IO.Path.Combine(aside, ".lock");

    private static (string Home, string Start) Within(string folder) => (folder, ".");

    private static (string Home, string Start) Beside(string folder) => (System.IO.Path.GetDirectoryName(folder) ?? folder, $"{System.IO.Path.GetFileName(folder)}.");

    private static bool IsLeft(string aside)
    {
        try
        {
            using var free = new FileStream(LockOf(aside), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
