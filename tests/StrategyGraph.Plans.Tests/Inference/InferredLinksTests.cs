using StrategyGraph.Plans.Inference;

namespace StrategyGraph.Plans.Tests.Inference;

public class InferredLinksTests
{
    private static readonly PlanLevel Level = new(0, ElementRole.Measure, "施策");

    private static PlanElement Measure(string id, string title) => new() { Id = id, Level = Level, Title = new Text(title, null) };

    private static Plan PlanOf(string id, params PlanElement[] measures) => new()
    {
        Id = id,
        Municipality = new Municipality { Code = MunicipalityCode.Parse("012131", null), Name = new Text("苫小牧市", null) },
        Kind = PlanKind.PledgeSet,
        Status = PlanStatus.Adopted,
        Coverage = Coverage.Whole,
        Title = new Text(id, null),
        Elements = [new PlanElement { Id = "goal", Level = new PlanLevel(0, ElementRole.Goal, "目標"), Title = new Text("子育て支援", null), Children = measures }],
    };

    private static IReadOnlyList<Link> LinksOf(string title, params Plan[] others)
    {
        var measure = Measure("measure", title);
        return new InferredLinks([PlanOf("one", measure), .. others]).Of(measure);
    }

    [Fact]
    public void Measures_whose_titles_share_words_are_proposed_the_surest_first()
    {
        var plan = PlanOf("other", Measure("carers", "ヤングケアラーの相談窓口"), Measure("snow", "市道の除雪"), Measure("young", "ヤングケアラーへの支援"));

        var links = LinksOf("ヤングケアラー支援体制の強化", plan);

        Assert.Equal(["other/young", "other/carers"], links.Select(link => link.To));
    }

    [Fact]
    public void A_proposal_says_that_it_is_one_how_sure_it_is_and_what_is_shared()
    {
        var link = Assert.Single(LinksOf("空き家の利活用", PlanOf("other", Measure("houses", "空き家対策"))));

        Assert.Equal((LinkKind.SameSubject, TagBasis.Inferred), (link.Kind, link.Basis));
        Assert.InRange(link.Confidence!.Value, InferredLinks.Threshold, 1);
        Assert.Contains("11.1", link.Rationale!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_said_of_anything_make_no_link() =>
        Assert.Empty(LinksOf("道路の整備の推進", PlanOf("other", Measure("sports", "スポーツの整備の推進"))));

    [Fact]
    public void Only_measures_are_proposed() =>
        Assert.Equal(["other/care"], LinksOf("子育て支援", PlanOf("other", Measure("care", "子育て支援"))).Select(link => link.To));

    [Fact]
    public void Measures_of_one_plan_are_not_linked()
    {
        var (one, other) = (Measure("one", "子育て支援"), Measure("other", "子育て支援"));

        Assert.Empty(new InferredLinks([PlanOf("plan", one, other)]).Of(one));
    }

    [Fact]
    public void A_link_is_as_sure_in_both_directions()
    {
        var (one, other) = (Measure("one", "空き家の利活用"), Measure("other", "空き家対策の窓口"));
        var links = new InferredLinks([PlanOf("a", one), PlanOf("b", other)]);

        Assert.Equal(Assert.Single(links.Of(one)).Confidence, Assert.Single(links.Of(other)).Confidence);
    }
}
