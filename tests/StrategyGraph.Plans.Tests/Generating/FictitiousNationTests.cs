using StrategyGraph.Plans.Auditing;
using StrategyGraph.Plans.Generating;

namespace StrategyGraph.Plans.Tests.Generating;

/// <summary>The plans of a fictitious Japan: what they are like, and that they follow from the seed alone.</summary>
public sealed class FictitiousNationTests
{
    private const int Japan = 1741;

    private static readonly FictitiousNation Small = new(60, seed: 42);

    private static readonly Plan[] Plans = [.. Enumerable.Range(0, 60).SelectMany(Small.PlansOf)];

    private static readonly PlanElement[] Measures = [.. Plans.SelectMany(Seeds.MeasuresOf)];

    private static string[] Written(FictitiousNation nation, int municipality) => [.. nation.FilesOf(municipality).Select(file => $"{file.Path}\n{file.Text}")];

    [Fact]
    public void The_same_seed_makes_the_same_files_in_any_order_and_another_seed_others()
    {
        var again = new FictitiousNation(60, seed: 42);
        for (var municipality = 59; municipality >= 0; municipality -= 7) Assert.Equal(Written(Small, municipality), Written(again, municipality));
        Assert.Equal(Small.SharedFiles(), again.SharedFiles());
        Assert.NotEqual(Written(Small, 3), Written(new FictitiousNation(60, seed: 43), 3));
    }

    [Fact]
    public void These_very_files_are_made_of_seed_42()
    {
        // Whoever compares figures measured on them must be able to make them again: a change of this hash is a change of the data.
        Assert.Equal("c59304ae", ContentHash.Of(new Holdings(Small.Municipalities, [], Plans))[..8]);
    }

    [Fact]
    public void The_files_have_no_errors_and_are_read_as_what_was_generated()
    {
        using var folder = new PlanFolder();
        foreach (var file in Small.SharedFiles().Concat(Enumerable.Range(0, 60).SelectMany(Small.FilesOf))) folder.With(file.Path, file.Text);
        var read = folder.Holdings();
        Assert.Equal(ContentHash.Of(read), ContentHash.Of(new Holdings(Small.Municipalities, read.Frameworks, Plans)));
        Assert.Equal(Seeds.Framework("sdgs").Goals.Count, read.Frameworks.Single().Goals.Count);
    }

    [Fact]
    public void Municipalities_are_spread_as_they_are_and_none_is_a_real_one()
    {
        var nation = new FictitiousNation(Japan, seed: 1);
        var counts = nation.Municipalities.GroupBy(municipality => municipality.Prefecture!.En).ToDictionary(group => group.Key!, group => group.Count());
        Assert.Equal((47, 179, 15, 62), (counts.Count, counts["Hokkaido"], counts["Toyama"], counts["Tokyo"]));
        Assert.Equal(Japan, nation.Municipalities.Select(municipality => municipality.Name.Ja![..^1]).Distinct().Count());
        Assert.Equal(Japan, nation.Municipalities.Select(municipality => municipality.Code).Distinct().Count());
        Assert.All(nation.Municipalities, municipality => Assert.InRange(int.Parse(municipality.Code.Value[2..5], null), 701, 999));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(46)]
    [InlineData(FictitiousNation.MostMunicipalities)]
    public void There_are_as_many_as_asked_for(int municipalities) => Assert.Equal(municipalities, new FictitiousNation(municipalities, 7).Municipalities.Count);

    [Fact]
    public void Every_plan_says_that_it_is_fictitious()
    {
        Assert.All(Plans, plan => Assert.Contains("No such municipality and no such plan exists", plan.Note!.En, StringComparison.Ordinal));
        Assert.All(Small.FilesOf(0), file => Assert.Contains("# Fictitious", file.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_municipality_has_three_plans_of_five_goals_of_eight_measures()
    {
        Assert.Equal(180, Plans.Length);
        Assert.All(Plans, plan => Assert.Equal([8, 8, 8, 8, 8], plan.Elements.Select(goal => goal.Children.Count)));
        Assert.All(Plans.Chunk(3), of => Assert.Equal((PlanKind.ComprehensiveStrategy, PlanKind.PledgeSet), (of[0].Kind, of[1].Kind)));
        Assert.All(Measures, measure => Assert.Equal((4, 2), (measure.Assessments.Count, measure.Tags.Count)));
        Assert.All(Measures, measure => Assert.InRange(measure.Departments.Count, 1, 2));
    }

    [Fact]
    public void A_twelfth_of_the_ratings_is_missing_and_none_is_zero_for_it()
    {
        var ratings = Measures.SelectMany(measure => measure.Assessments).ToArray();
        var missing = ratings.Where(rating => rating.Missing is not null).ToArray();
        Assert.InRange(missing.Length / (double)ratings.Length, 0.06, 0.10);
        Assert.All(missing, rating => Assert.Null(rating.Percent));
        Assert.Contains(Measures, measure => measure.Assessments.All(rating => rating.Missing is MissingReason.NotPrinted));
    }

    [Fact]
    public void Scales_summaries_languages_and_links_vary()
    {
        Assert.Equal(["letters", "percent", "stars", "status"], Plans.SelectMany(plan => plan.RatingScales).Select(scale => scale.Id).Distinct().Order());
        Assert.InRange(Measures.Count(measure => measure.Summary is not null) / (double)Measures.Length, 0.28, 0.38);
        Assert.InRange(Plans.Count(plan => plan.Title.En is not null), 1, 36);
        Assert.InRange(Measures.Count(measure => measure.Links.Any(link => link.Kind is LinkKind.Continues)), 1, Measures.Length / 20);
    }

    [Fact]
    public void What_stands_around_a_subject_suits_it()
    {
        string[] awkward =
        [
            "の強化の充実", "削減の充実", "取得の充実", "体制の推進", "体制に取り組", "対策の促進", "への支援の推進", "持続可能な要支援者", "次世代につなぐ近隣", "近隣市町村と連携した近隣",
            "地域と連携した地域", "デジタル技術を活用したデジタル", "市民とともに進める", "、を",
        ];
        var titles = Measures.Select(measure => measure.Title.Ja!).Distinct().ToArray();
        Assert.All(titles, title => Assert.DoesNotContain(awkward, words => title.Contains(words, StringComparison.Ordinal)));
        Assert.All(["支援", "観光", "子ども", "推進", "体制", "環境"], word => Assert.Contains(titles, title => title.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Reasons_of_tags_are_those_of_their_targets()
    {
        var reasons = Measures.SelectMany(measure => measure.Tags).ToLookup(tag => tag.Code, tag => tag.Rationale!.Ja);
        Assert.Equal(["交通事故による死傷者を減らすため"], reasons["3.6"].Distinct());
        Assert.Equal(["気候関連災害への備えを強めるため"], reasons["13.1"].Distinct());
        Assert.Equal(["温室効果ガスを減らすため"], reasons["13.2"].Distinct());
    }

    [Fact]
    public void Towns_and_villages_have_people_and_departments_of_their_own()
    {
        Assert.Equal(["市", "村", "町"], Small.Municipalities.Select(municipality => municipality.Name.Ja![^1..]).Distinct().Order(StringComparer.Ordinal));
        foreach (var municipality in Enumerable.Range(0, 60))
        {
            var written = string.Concat(Written(Small, municipality));
            var own = Small.Municipalities[municipality].Name.Ja![^1] switch { '市' => "市民", '町' => "町民", _ => "住民" };
            Assert.All(new[] { "市民", "町民" }, people => Assert.True(people == own || !written.Contains(people, StringComparison.Ordinal), $"{people} of {Small.Municipalities[municipality].Name.Ja}"));
        }
    }

    [Fact]
    public void Departments_work_on_what_is_theirs()
    {
        var leading = Measures.Where(measure => measure.Id == "neighbourhoods").Select(measure => string.Concat(measure.Departments[0].Department.Name.TakeLast(4))).Distinct();
        Assert.All(leading, name => Assert.Contains(name, new[] { "民協働課", "画政策課", "総務課" }));
    }

    [Fact]
    public void A_plan_is_printed_before_it_begins_and_its_report_after_the_last_year()
    {
        Assert.All(Plans, plan => Assert.True(plan.Documents.Single(document => document.Id.EndsWith("-text", StringComparison.Ordinal)).Issued < plan.Period!.Value.Start));
        Assert.All(Plans, plan => Assert.True(plan.Documents.Single(document => document.Id.EndsWith("-report", StringComparison.Ordinal)).Issued > new DateOnly(2025, 3, 31)));
    }

    [Fact]
    public void An_audit_finds_a_few_printed_averages_that_are_wrong()
    {
        var wrong = PlanAudit.Of(new Holdings(Small.Municipalities, [], Plans)).Count(finding => finding.Kind is FindingKind.PublishedDiffersFromComputed);
        Assert.InRange(wrong, 1, 40);
    }
}
