using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace StrategyGraph.Server.Tests;

/// <summary>
/// Compares a text with the one kept beside the tests, after Snapshooter's conventions: <c>__snapshots__/Class.Method.snap</c>;
/// what differs is written to <c>__snapshots__/__mismatch__</c>. A missing snapshot is written for review, and on CI fails.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string? name = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "__snapshots__");
        name = $"{Path.GetFileNameWithoutExtension(file)}.{name ?? member}.snap";
        var (path, mismatch) = (Path.Combine(folder, name), Path.Combine(folder, "__mismatch__", name));
        text = text.TrimEnd() + "\n";
        if (!File.Exists(path))
        {
            if (Environment.GetEnvironmentVariable("CI") is not null) throw new XunitException($"There is no snapshot {name}: run the test where it can be written, review it, commit it.");
            Write(path, text);
            return;
        }

        if (File.ReadAllText(path) == text)
        {
            if (File.Exists(mismatch)) File.Delete(mismatch);
            return;
        }

        Write(mismatch, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
