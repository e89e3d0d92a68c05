using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "strategygraph # ?100% " + Guid.NewGuid().ToString("N"));

    public string Release => System.IO.Path.Combine(Path, ReleaseFile.Name);

    public IEnumerable<string> Files => Directory.GetFiles(Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)!;

    public Publication Publish(Holdings holdings) => ReleaseFile.Publish(holdings, ContentHash.Of(holdings), Sample.Noon, Path);

    public LoadedRelease Load() => ReleaseFile.Load(Release);

    /// <summary>Publishes the sample and lets a test harm the file.</summary>
    public void PublishAndHarm(Func<byte[], byte[]> harm)
    {
        Publish(Sample.Everything());
        File.WriteAllBytes(Release, harm(File.ReadAllBytes(Release)));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
