using Xunit.Abstractions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>
/// The plan files against the documents they were transcribed from, by way of tables of facts (titles, labels, figures,
/// departments, stars): the documents themselves are not in the repository, the tables are.
/// </summary>
public sealed class TranscriptionTests(ITestOutputHelper output)
{
    /// <summary>The folder with the documents' texts, where someone has them at hand.</summary>
    private const string DocumentsVariable = "STRATEGYGRAPH_DOCUMENTS";

    /// <summary>Set to 1 beside it, the tables are written anew from the documents. Review what changed before you commit it.</summary>
    private const string AcceptVariable = "STRATEGYGRAPH_ACCEPT";

    private static readonly Dictionary<string, Func<string, IReadOnlyList<Fact>>> Readers = new()
    {
        ["tomakomai-mayor-pledges-progress-2021-05"] = FourthTermReport.Read,
        ["tomakomai-mayor-kanazawa-pledges-progress"] = KanazawaTopics.Read,
        ["hokuto-strategy-2-outline"] = HokutoOutline.Read,
    };

    public static TheoryData<string> Documents => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_table_holds_what_the_document_prints_where_the_document_is_at_hand(string document)
    {
        if (Environment.GetEnvironmentVariable(DocumentsVariable) is not { Length: > 0 } folder)
        {
            output.WriteLine($"{DocumentsVariable} is not set: {document} was not read, and nothing is asserted but that its table reads and writes alike.");
            Assert.Equal(File.ReadAllText(FactTable.PathOf(document)), FactTable.Write(FactTable.Read(document)));
            return;
        }

        var facts = Readers[document](File.ReadAllText(Path.Combine(folder, document + ".txt")));
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1") File.WriteAllText(FactTable.PathOf(document), FactTable.Write(facts));
        Assert.Equal(FactTable.Write(FactTable.Read(document)), FactTable.Write(facts));
    }

    [Theory]
    [InlineData("tomakomai-mayor-pledges-progress-2021-05", 5, 25, 50)]
    [InlineData("tomakomai-mayor-kanazawa-pledges-progress", 7, 34, 0)]
    [InlineData("hokuto-strategy-2-outline", 4, 13, 38)]
    public void A_table_has_as_many_goals_measures_and_initiatives_as_the_document(string document, int goals, int measures, int initiatives)
    {
        var facts = FactTable.Read(document);
        int Distinct(string kind) => facts.Where(f => f.Kind == kind).Select(f => f.Place[(f.Place.LastIndexOf(' ') + 1)..] + f.Value).Distinct().Count();
        Assert.Equal((goals, measures, initiatives), (facts.Where(f => f.Kind == "goal").Select(f => f.Value).Distinct().Count(), Distinct("measure"), Distinct("initiative")));
    }
}
