using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests.Language;

public class SuggestionsTests
{
    [Theory]
    [InlineData("", "a", "a")]
    [InlineData("stirng", "string strong STRING", "STRING string strong")]
    [InlineData("verylongstring", "verylong x", "verylong")]
    [InlineData("greenish", "green", "green")]
    [InlineData("abc", "a ab abc A cba abcd", "abc ab abcd A a cba")]
    [InlineData("GR", "SG GB", "GB")]
    [InlineData("214365879", "123456789", "123456789")]
    [InlineData("ABC", "abc", "abc")]
    [InlineData("titel", "title tile titles TITLE", "TITLE title tile titles")]
    [InlineData("a", "a2 a10 a1 ab b abc", "a1 a2 ab b")]
    [InlineData("field", "field10 field9 field1", "field1 field9 field10")]
    [InlineData("population", "plan goal measure", "")]
    public void Names_near_enough_come_nearest_first_then_in_natural_order(string input, string options, string expected) =>
        Assert.Equal(expected, string.Join(' ', Suggestions.For(input, options.Split(' '))));

    [Fact]
    public void A_name_given_twice_is_suggested_once() => Assert.Equal(["plan"], Suggestions.For("plna", ["plan", "plan"]));

    [Fact]
    public void A_name_of_a_million_letters_is_like_nothing_and_costs_nothing() =>
        Assert.Empty(Suggestions.For(new string('x', 1_000_000), Enumerable.Repeat("plan", 10_000)));

    [Theory]
    [InlineData("", null, "")]
    [InlineData("a", null, " Did you mean \"a\"?")]
    [InlineData("a b", null, " Did you mean \"a\" or \"b\"?")]
    [InlineData("a b c", "the enum value", " Did you mean the enum value \"a\", \"b\", or \"c\"?")]
    [InlineData("a b c d e f g", null, " Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?")]
    public void At_most_five_are_asked_about(string suggestions, string? what, string expected) =>
        Assert.Equal(expected, Suggestions.DidYouMean(suggestions.Split(' ', StringSplitOptions.RemoveEmptyEntries), what));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b, and c")]
    public void A_list_reads_as_a_sentence(string items, string expected) => Assert.Equal(expected, Suggestions.AndList(items.Split(' ')));
}
