namespace StrategyGraph.Plans.Tests;

/// <summary>Tags and links of the real plans keep rule of trust 4: each says on what basis it stands, and why.</summary>
public class SeedTagsAndLinksTests
{
    public static TheoryData<string> PlanIds => [.. Seeds.Holdings.Plans.Select(plan => plan.Id)];

    private static Plan PlanOf(string id) => Seeds.Holdings.Plans.Single(plan => plan.Id == id);

    private static string[] StatedOf(Plan plan, string framework) =>
        [.. Seeds.ElementsOf(plan).SelectMany(element => element.Tags.Where(tag => tag.Framework == framework && tag.Basis is TagBasis.Stated).Select(tag => $"{element.Id} {tag.Code}"))];

    [Theory]
    [MemberData(nameof(PlanIds))]
    public void Every_measure_serves_an_SDG_goal_or_target(string id) =>
        Assert.All(Seeds.MeasuresOf(PlanOf(id)), measure => Assert.True(measure.Tags.Any(tag => tag.Framework == "sdgs"), measure.Id));

    [Theory]
    [MemberData(nameof(PlanIds))]
    public void A_measure_has_few_SDG_tags_so_that_each_says_something(string id) =>
        Assert.All(Seeds.MeasuresOf(PlanOf(id)), measure => Assert.True(measure.Tags.Count(tag => tag.Framework == "sdgs") <= 4, measure.Id));

    [Theory]
    [MemberData(nameof(PlanIds))]
    public void No_tag_stands_twice_and_none_beside_the_goal_it_is_a_target_of(string id) =>
        Assert.All(Seeds.ElementsOf(PlanOf(id)), element =>
        {
            var codes = element.Tags.Select(tag => (tag.Framework, tag.Code)).ToArray();
            Assert.Equal(codes.Length, codes.Distinct().Count());
            Assert.All(codes, tag => Assert.DoesNotContain((tag.Framework, tag.Code.Split('.')[0]), codes.Where(other => other != tag)));
        });

    [Theory]
    [MemberData(nameof(PlanIds))]
    public void What_an_editor_assigned_has_a_rationale_in_both_languages(string id)
    {
        var plan = PlanOf(id);
        var curated = Seeds.ElementsOf(plan).SelectMany(element => element.Tags.Where(tag => tag.Basis is TagBasis.Curated).Select(tag => tag.Rationale)
                .Concat(element.Links.Where(link => link.Basis is TagBasis.Curated).Select(link => link.Rationale)))
            .Concat(plan.Tags.Where(tag => tag.Basis is TagBasis.Curated).Select(tag => tag.Rationale));

        Assert.All(curated, rationale => Assert.True(rationale is { Ja.Length: > 7, En.Length: > 14 }, $"{rationale}"));
    }

    [Theory]
    [MemberData(nameof(PlanIds))]
    public void What_is_stated_is_cited_and_nothing_in_the_files_is_inferred(string id)
    {
        var plan = PlanOf(id);
        var tags = plan.Tags.Concat(Seeds.ElementsOf(plan).SelectMany(element => element.Tags));

        Assert.All(tags, tag => Assert.True(tag.Basis is TagBasis.Curated || tag is { Basis: TagBasis.Stated, Citation: not null }, $"{tag}"));
        Assert.All(Seeds.ElementsOf(plan).SelectMany(element => element.Links), link => Assert.True(link.Basis is TagBasis.Curated || link is { Basis: TagBasis.Stated, Citation: not null }, $"{link}"));
    }

    [Fact]
    public void Every_link_leads_to_an_element_and_no_two_join_the_same_pair_for_the_same_reason()
    {
        var known = Seeds.Holdings.Plans.SelectMany(plan => Seeds.ElementsOf(plan).Select(element => $"{plan.Id}/{element.Id}")).ToHashSet();
        var links = Seeds.Holdings.Plans.SelectMany(plan => Seeds.ElementsOf(plan).SelectMany(element => element.Links.Select(link => (From: $"{plan.Id}/{element.Id}", link.To, link.Kind)))).ToArray();

        Assert.All(links, link => Assert.True(known.Contains(link.To) && link.From != link.To, $"{link}"));
        var pairs = links.Select(link => string.CompareOrdinal(link.From, link.To) < 0 ? (link.From, link.To) : (link.To, link.From)).ToArray();
        Assert.Equal(pairs.Length, pairs.Distinct().Count());
    }

    [Fact]
    public void Hokuto_states_the_SDGs_of_the_plan_as_a_whole_and_of_no_measure()
    {
        var hokuto = PlanOf("hokuto-strategy-2-outline");

        Assert.Equal(Enumerable.Range(1, 17).Select(number => $"{number}"), hokuto.Tags.Select(tag => tag.Code));
        Assert.All(hokuto.Tags, tag => Assert.Equal(("sdgs", TagBasis.Stated, "第1-3 基本方針"), (tag.Framework, tag.Basis, tag.Citation!.Locator)));
        Assert.Empty(StatedOf(hokuto, "sdgs"));
    }

    /// <summary>Goals 2 to 4 quote the national goal of the first period as their subtitle; that of goal 1 is another sentence.</summary>
    [Fact]
    public void Hokuto_states_national_goals_where_its_subtitles_quote_them() =>
        Assert.Equal(["attract-people 2", "birth-and-childcare 3", "liveable-surroundings 4"], StatedOf(PlanOf("hokuto-strategy-2-outline"), "national-strategy-1"));
}
