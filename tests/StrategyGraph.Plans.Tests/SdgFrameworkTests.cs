namespace StrategyGraph.Plans.Tests;

/// <summary>The SDGs in the seeds: codes and identifiers are the United Nations', complete and exact; titles are our own.</summary>
public class SdgFrameworkTests
{
    private static readonly Framework Sdgs = Seeds.Framework("sdgs");

    private static IEnumerable<FrameworkGoal> GoalsAndTargets => Sdgs.Goals.SelectMany(goal => goal.Children.Prepend(goal));

    /// <summary>Of each goal: how many targets are numbered, how many lettered, and how many there are.</summary>
    [Theory]
    [InlineData(1, 5, "ab", 7)]
    [InlineData(2, 5, "abc", 8)]
    [InlineData(3, 9, "abcd", 13)]
    [InlineData(4, 7, "abc", 10)]
    [InlineData(5, 6, "abc", 9)]
    [InlineData(6, 6, "ab", 8)]
    [InlineData(7, 3, "ab", 5)]
    [InlineData(8, 10, "ab", 12)]
    [InlineData(9, 5, "abc", 8)]
    [InlineData(10, 7, "abc", 10)]
    [InlineData(11, 7, "abc", 10)]
    [InlineData(12, 8, "abc", 11)]
    [InlineData(13, 3, "ab", 5)]
    [InlineData(14, 7, "abc", 10)]
    [InlineData(15, 9, "abc", 12)]
    [InlineData(16, 10, "ab", 12)]
    [InlineData(17, 19, "", 19)]
    public void A_goal_has_its_numbered_and_lettered_targets_in_order(int number, int numbered, string lettered, int targets)
    {
        var goal = Sdgs.Goals[number - 1];

        Assert.Equal(($"{number}", number), (goal.Code, goal.Number));
        Assert.Equal(
            [.. Enumerable.Range(1, numbered).Select(target => $"{number}.{target}"), .. lettered.Select(letter => $"{number}.{letter}")],
            goal.Children.Select(target => target.Code));
        Assert.Equal(targets, goal.Children.Count);
    }

    [Fact]
    public void There_are_17_goals_with_169_targets_and_nothing_below_these()
    {
        Assert.Equal((17, 169), (Sdgs.Goals.Count, Sdgs.Goals.Sum(goal => goal.Children.Count)));
        Assert.All(Sdgs.Goals.SelectMany(goal => goal.Children), target => Assert.Empty(target.Children));
    }

    [Fact]
    public void Every_identifier_is_the_United_Nations_own() =>
        Assert.All(GoalsAndTargets, goal => Assert.Equal($"http://metadata.un.org/sdg/{goal.Code}", goal.Iri));

    [Fact]
    public void Every_title_is_short_and_in_both_languages_and_no_two_are_alike()
    {
        var titles = GoalsAndTargets.Select(goal => goal.Title).ToArray();

        Assert.All(titles, title => Assert.True(title is { Ja.Length: > 1 and <= 24, En.Length: > 4 and <= 72 }, title.ToString()));
        Assert.Equal(titles.Length, titles.DistinctBy(title => title.Ja, StringComparer.Ordinal).Count());
        Assert.Equal(titles.Length, titles.DistinctBy(title => title.En, StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_goal_and_target_says_where_its_code_comes_from() =>
        Assert.All(GoalsAndTargets, goal => Assert.Equal("un-sdg-identifiers", goal.Citation?.Document.Id));
}
