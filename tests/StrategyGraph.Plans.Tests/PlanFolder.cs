using System.Text;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Plans.Tests;

/// <summary>A folder of plan files for one test, removed afterwards.</summary>
internal sealed class PlanFolder : IDisposable
{
    public PlanFolder() => Directory.CreateDirectory(Path);

    /// <summary>The fictitious plans of tests/Samples.</summary>
    public static string Samples { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Everything that the samples say.</summary>
    public static Holdings SampleHoldings => field ??= HoldingsOf(PlanFiles.Read(Samples));

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "plan-files-" + Guid.NewGuid().ToString("N"));

    public static Plan SamplePlan(string id) => SampleHoldings.Plans.Single(plan => plan.Id == id);

    public PlanFolder With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public PlanFolder With(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>What is wrong with the folder's files, a line each, their paths without the folder's.</summary>
    public string Errors() => string.Join('\n', PlanFiles.Read(Path).Errors.Select(error => error.ToString().Replace(Path + "/", "", StringComparison.Ordinal)));

    public Holdings Holdings() => HoldingsOf(PlanFiles.Read(Path));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static Holdings HoldingsOf(PlanFilesResult result)
    {
        Assert.Equal("", string.Join('\n', result.Errors));
        return result.Holdings!;
    }
}
