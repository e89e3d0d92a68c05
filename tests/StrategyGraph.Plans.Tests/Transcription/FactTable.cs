namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>A document's facts as committed: tab-separated, one a line, in the document's order, under a line of column names.</summary>
internal static class FactTable
{
    private const string Header = "place\tfact\tvalue\tas printed";

    private static readonly string Folder = Path.Combine(Repository, "tests", "StrategyGraph.Plans.Tests", "Transcription");

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "StrategyGraph.sln"))) return folder.FullName;
            throw new InvalidOperationException($"No StrategyGraph.sln above {AppContext.BaseDirectory}.");
        }
    }

    public static IReadOnlyList<Fact> Read(string document)
    {
        var lines = File.ReadAllLines(PathOf(document));
        Assert.Equal(Header, lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split('\t')).Select(cells => new Fact(cells[0], cells[1], cells[2], cells[3]))];
    }

    public static string Write(IEnumerable<Fact> facts) =>
        string.Concat(facts.Select(fact => $"{fact.Line}\t{fact.Printed}").Prepend(Header).Select(line => line + "\n"));

    public static string PathOf(string document) => Path.Combine(Folder, document + ".tsv");
}
