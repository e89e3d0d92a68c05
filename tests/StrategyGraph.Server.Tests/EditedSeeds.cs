namespace StrategyGraph.Server.Tests;

/// <summary>The seeds with another title of one plan, to publish as a new release beside a running server.</summary>
internal sealed class EditedSeeds : IDisposable
{
    /// <summary>The title in the seeds, and the municipality whose plan it is.</summary>
    public const string Title = "第2期北斗市まち・ひと・しごと創生総合戦略骨子案", Municipality = "012360";

    private const string Edited = "hokuto/strategy-2-outline.yaml";

    private readonly TemporaryFolder _plans = new();

    public EditedSeeds()
    {
        foreach (var file in Directory.GetFiles(Tool.Seeds, "*.yaml", SearchOption.AllDirectories))
            _plans.File(Path.GetRelativePath(Tool.Seeds, file), File.ReadAllText(file));
    }

    /// <summary>Runs <c>build</c> in a process of its own; the release's id.</summary>
    public async Task<string> Publish(string title, string releases)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Tool.Seeds, Edited));
        Assert.Contains(Title, text, StringComparison.Ordinal);
        _plans.File(Edited, text.Replace(Title, title, StringComparison.Ordinal));
        var (code, output, errors) = await Tool.Run(["build", "--plans", _plans.Path, "--releases", releases]);
        Assert.True(code == 0, errors);
        return output.Split(' ')[2].TrimEnd(':');
    }

    public void Dispose() => _plans.Dispose();
}
