using StrategyGraph.Plans.Files;
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

    private const string FourthTerm = "tomakomai-mayor-pledges-progress-2021-05";
    private const string Kanazawa = "tomakomai-mayor-kanazawa-pledges-progress";
    private const string Hokuto = "hokuto-strategy-2-outline";
    private const string Review = "tomakomai-strategy-2-midterm-review-2023-01";
    private const string Address = "tomakomai-policy-address-fy2023";

    /// <summary>Where one element's wording differs between two printings, and which of them the plan file gives (its note tells of the other).</summary>
    private static readonly Dictionary<Fact, Fact> PrintedTwiceAndDifferently = new()
    {
        [Fact.Worded("第1-4 基本目標4（第1期戦略）", "subtitle", "～時代に合った地域をつくり、安心なくらしを守るとともに、地域と地域を連携する～")] =
            Fact.Worded("第1-4 基本目標4（第1期戦略）", "subtitle", "～時代に合った地域をつくり、安心な暮らしを守るとともに、地域と地域を連携する～"),
    };

    private static readonly Lazy<Holdings> Seeds = new(() =>
    {
        var result = PlanFiles.Read(Path.Combine(FactTable.Repository, "seeds"));
        Assert.Empty(result.Errors);
        return result.Holdings!;
    });

    private static readonly Dictionary<string, Func<string, IReadOnlyList<Fact>>> Readers = new()
    {
        [FourthTerm] = FourthTermReport.Read,
        [Kanazawa] = KanazawaTopics.Read,
        [Hokuto] = HokutoOutline.Read,
        [Review] = StrategyReview.Read,
        [Address] = PolicyAddress.Read,
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
    [InlineData(FourthTerm, 5, 25, 50)]
    [InlineData(Kanazawa, 7, 34, 0)]
    [InlineData(Hokuto, 4, 13, 38)]
    [InlineData(Review, 3, 7, 11)]
    [InlineData(Address, 3, 10, 8)]
    public void A_table_has_as_many_goals_measures_and_initiatives_as_the_document(string document, int goals, int measures, int initiatives)
    {
        // A title printed in several tables is counted once.
        var table = FactTable.Read(document);
        Assert.Equal((goals, measures, initiatives), (Count("goal"), Count("measure"), Count("initiative")));

        int Count(string kind) => table.Where(fact => fact.Kind == kind).Select(fact => fact.Value).Distinct().Count();
    }

    [Theory]
    [InlineData(FourthTerm, "tomakomai-pledges-fourth-term")]
    [InlineData(Kanazawa, "tomakomai-pledges-kanazawa")]
    [InlineData(Hokuto, "hokuto-strategy-2-outline", "national-strategy-1", "national-strategy-2")]
    [InlineData(Review, "tomakomai-strategy-2")]
    [InlineData(Address, "tomakomai-policy-address-2023")]
    public void The_plan_files_say_what_the_table_says_and_nothing_else(string document, params string[] ids)
    {
        var table = FactTable.Read(document).Select(fact => PrintedTwiceAndDifferently.GetValueOrDefault(fact, fact)).ToArray();
        var claims = Claims(ids);

        // What stands at one place keeps its order: departments and activities as printed.
        Assert.Equal(ByPlace(table), ByPlace(claims));

        static string[] ByPlace(IEnumerable<Fact> facts) => [.. facts.OrderBy(fact => fact.Place, StringComparer.Ordinal).ThenBy(fact => fact.Kind, StringComparer.Ordinal).Select(fact => fact.Line)];
    }

    [Theory]
    [InlineData(FourthTerm, "tomakomai-pledges-fourth-term")]
    [InlineData(Kanazawa, "tomakomai-pledges-kanazawa")]
    [InlineData(Hokuto, "hokuto-strategy-2-outline", "national-strategy-1", "national-strategy-2")]
    [InlineData(Review, "tomakomai-strategy-2")]
    [InlineData(Address, "tomakomai-policy-address-2023")]
    public void A_title_as_printed_is_what_the_machine_read_at_its_first_citation(string document, params string[] ids)
    {
        var table = FactTable.Read(document).ToLookup(fact => (fact.Place, fact.Kind));
        string[] kinds = ["goal", "theme", "measure", "initiative", "national goal"];
        var first = Claims(ids).Where(claim => kinds.Contains(claim.Kind)).DistinctBy(claim => (claim.Kind, claim.Value));

        Assert.All(first, claim => Assert.Equal(table[(claim.Place, claim.Kind)].Single().Printed, claim.Printed));
    }

    [Fact]
    public void Every_title_and_text_has_English()
    {
        var texts = Seeds.Value.Plans.SelectMany(plan => plan.Elements.SelectMany(TextsOf)
            .Concat(plan.Statements.SelectMany(statement => new[] { statement.Title, statement.Text }))
            .Concat(plan.Revisions.SelectMany(TextsIn)).Concat(plan.Milestones.SelectMany(milestone => new[] { milestone.Title, milestone.Note }))
            .Concat(plan.Documents.Select(document => document.Note))
            .Append(plan.Title).Append(plan.Note));

        Assert.All(texts.OfType<Text>(), text => Assert.False(string.IsNullOrWhiteSpace(text.Ja) || string.IsNullOrWhiteSpace(text.En), text.ToString()));

        static IEnumerable<Text?> TextsOf(PlanElement element) =>
        [
            element.Title, element.Subtitle, element.Summary, element.Note,
            .. element.Activities.Select(activity => activity.Text), .. element.Assessments.Select(assessment => assessment.Note),
            .. element.Indicators.SelectMany(indicator => new[] { indicator.Name, indicator.Note }),
            .. element.Children.SelectMany(TextsOf),
        ];

        static IEnumerable<Text?> TextsIn(Revision revision) =>
        [
            revision.Title, revision.Reason, revision.Note, .. revision.Kept, .. revision.Tallies.Select(tally => tally.Reason),
            .. revision.Changes.SelectMany(change => new[] { change.Title, change.Before, change.After, change.Reason }),
        ];
    }

    [Fact]
    public void The_counts_of_the_review_add_up_by_reason_to_its_totals()
    {
        var tallies = Seeds.Value.Plans.Single(plan => plan.Id == "tomakomai-strategy-2").Revisions.Single().Tallies;

        Assert.Equal([(ChangeKind.IndicatorReplaced, 1 + 6), (ChangeKind.IndicatorAdded, 1), (ChangeKind.TargetChanged, 25)], Sums(tallies.Where(tally => tally.Reason is null)));
        Assert.Equal([(ChangeKind.IndicatorReplaced, 5 + 2), (ChangeKind.TargetChanged, 13 + 1 + 1 + 7 + 3)], Sums(tallies.Where(tally => tally.Reason is not null)));

        static IEnumerable<(ChangeKind, int)> Sums(IEnumerable<ChangeTally> counts) => counts.GroupBy(tally => tally.Kind).Select(kind => (kind.Key, kind.Sum(tally => tally.Count)));
    }

    private static Fact[] Claims(string[] ids) =>
    [
        .. Seeds.Value.Plans.Where(plan => ids.Contains(plan.Id)).SelectMany(PlanFacts.Of),
        .. Seeds.Value.Frameworks.Where(framework => ids.Contains(framework.Id)).SelectMany(PlanFacts.Of),
    ];
}
