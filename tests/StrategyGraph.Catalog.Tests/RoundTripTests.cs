using StrategyGraph.Catalog.Reading;
using StrategyGraph.Catalog.Tables;
using StrategyGraph.Catalog.Writing;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_uses_every_property_of_the_domain() => Assert.Empty(Comparison.Unused(Sample.Everything()));

    [Fact]
    public void Everything_published_is_loaded_as_it_was()
    {
        var holdings = Sample.Everything();
        _folder.Publish(holdings);
        var loaded = _folder.Load().Holdings;
        Assert.Empty(Comparison.Differences(holdings, loaded));
        Assert.Equal(ContentHash.Of(holdings), ContentHash.Of(loaded));
    }

    [Fact]
    public void Nothing_is_something_that_can_be_published()
    {
        _folder.Publish(Holdings.Empty);
        Assert.Empty(Comparison.Differences(Holdings.Empty, _folder.Load().Holdings));
    }

    [Fact]
    public void A_release_says_what_it_is_and_counts_the_unique()
    {
        var holdings = Sample.Everything();
        var published = _folder.Publish(holdings).Release;
        var expected = new Release(
            Release.CurrentFormat, ContentHash.Of(holdings), Sample.Noon, published.ToolVersion,
            Municipalities: 2, Frameworks: 2, Plans: 2, Goals: 2, Themes: 1, Measures: 3, Initiatives: 1, Indicators: 2, Assessments: 5);
        Assert.NotEmpty(published.ToolVersion);
        Assert.Equal(expected, published);
        Assert.Equal(expected, _folder.Load().Release);
        Assert.Equal(expected, ReleaseFile.Inspect(_folder.Release));
        Assert.Equal(DateTimeKind.Utc, _folder.Load().Release.PublishedAt.Kind);
    }

    [Fact]
    public void The_order_of_the_holdings_does_not_show()
    {
        var (holdings, other) = (Sample.Everything(), Sample.Everything());
        var reversed = new Holdings([.. other.Municipalities.Reverse()], [.. other.Frameworks.Reverse()], [.. other.Plans.Reverse()]);
        using var second = new Folder();
        _folder.Publish(holdings);
        second.Publish(reversed);
        Assert.Empty(Comparison.Differences(_folder.Load(), second.Load()));
        Assert.Equal(File.ReadAllBytes(_folder.Release), File.ReadAllBytes(second.Release));
    }

    [Theory, InlineData(100), InlineData(20_000)]
    public void A_deep_tree_is_written_and_read_without_recursion(int depth)
    {
        var level = new PlanLevel(0, ElementRole.Goal, "目標");
        var tree = new PlanElement { Id = "leaf", Level = level, Title = new Text("葉", null) };
        for (var i = 0; i < depth; i++) tree = new PlanElement { Id = $"n{i}", Level = level, Title = new Text("幹", null), Children = [tree] };

        // The hash would refuse the deeper one, so it goes past ReleaseFile.
        var rows = new List<ElementRow>();
        new HoldingsWriter(row => { if (row is ElementRow element) rows.Add(element); }, () => { }).Write(Synthetic.WithElements([level], [tree]), CancellationToken.None);
        var read = new Tree<string>();
        foreach (var row in rows.AsEnumerable().Reverse())
        {
            Assert.Equal(row.Id > depth ? 0 : 1, read.ChildrenOf(row.Id).Count);
            read.Add(row.PlanId, row.ParentId, row.Slug);
        }

        Assert.Equal([tree.Id], read.Tops()[1]);
    }

    private static readonly Dictionary<string, Func<Holdings>> Contradictory = new()
    {
        ["The element x of synthetic is at the level '施策', which is not among the plan's levels."] = () => Synthetic.WithElements([], [Synthetic.Element("x")]),
        ["A tag in synthetic is of sdgs 99, which is in no framework."] = () => Synthetic.WithTag(new Tag("sdgs", "99", TagBasis.Stated, null, null, null)),
        ["The municipality 012131 is there twice."] = () => new Holdings([Synthetic.Tomakomai, Synthetic.Tomakomai], [], []),
        ["The plan synthetic is of the municipality 012131, which is not among the municipalities."] = () => new Holdings([], [], Synthetic.WithElements([], []).Plans),
        ["A text that may be left out is there in neither language."] =
            () => Synthetic.WithTag(new Tag("sdgs", "1", TagBasis.Stated, new Text(null, null), null, null)),
    };

    public static TheoryData<string> Contradictions => [.. Contradictory.Keys];

    [Theory, MemberData(nameof(Contradictions))]
    public void What_contradicts_itself_is_refused_and_leaves_no_trace(string why)
    {
        var holdings = Contradictory[why]();
        var refused = Assert.Throws<ReleaseException>(() => ReleaseFile.Publish(holdings, "hash", Sample.Noon, _folder.Path));
        Assert.Equal(ReleaseFault.NotPublishable, refused.Fault);
        Assert.Equal($"These plans cannot be published: {why}", refused.Message);
        Assert.Equal(["catalogue.release.lock"], _folder.Files);
    }

    [Fact]
    public void A_release_that_does_not_read_back_under_its_hash_is_not_published()
    {
        var refused = Assert.Throws<ReleaseException>(() => ReleaseFile.Publish(Sample.Everything(), "another hash", Sample.Noon, _folder.Path));
        Assert.Equal(ReleaseFault.NotPublishable, refused.Fault);
        Assert.Contains("and not another hash", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["catalogue.release.lock"], _folder.Files);
    }
}
