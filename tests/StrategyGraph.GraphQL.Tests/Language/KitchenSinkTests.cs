using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

public class KitchenSinkTests
{
    public static TheoryData<string> Both => [KitchenSinks.Request, KitchenSinks.Schema];

    [Theory, MemberData(nameof(Both))]
    public void A_document_that_uses_everything_prints_as_it_was_written(string text) => RoundTrips(text);

    [Theory, MemberData(nameof(Both))]
    public void Every_truncation_parses_or_is_refused_with_a_place(string text)
    {
        for (var length = 0; length < text.Length; length++)
        {
            var cut = text[..length];
            if (Record.Exception(() => Parser.Parse(cut)) is not { } failure) continue;
            var error = Assert.Single(Assert.IsType<GraphQLException>(failure).Errors);
            Assert.StartsWith("Syntax Error: ", error.Message, StringComparison.Ordinal);
            Assert.InRange(Assert.Single(error.Locations!).Line, 1, cut.Count(c => c == '\n') + 1);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public void Losing_or_doubling_any_one_character_parses_or_is_refused_with_a_place(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            ParsesOrIsRefused(text.Remove(i, 1));
            ParsesOrIsRefused(text.Insert(i, text[i].ToString()));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public void Every_node_lies_within_its_parent_and_after_its_elder_siblings(string text)
    {
        var document = Parser.Parse(text);
        Assert.Equal((0, text.Length), (document.Start, document.End));
        foreach (var definition in document.Definitions) AssertPlaced(definition, document);
    }

    [Theory, MemberData(nameof(Both))]
    public void Comments_commas_and_line_ends_do_not_change_what_is_read(string text)
    {
        var windows = text.Replace("\n", "\r\n");
        var classic = text.Replace("\n", "\r");
        var commented = "\uFEFF# first\n" + text.Replace("\n}", ",,\n# \"quoted\" { 😀\n\t}") + "#last";
        Reads(windows, text);
        Reads(classic, text);
        Reads(commented, text);
    }

    private static void ParsesOrIsRefused(string text)
    {
        if (Record.Exception(() => Parser.Parse(text)) is { } failure) Assert.IsType<GraphQLException>(failure);
    }

    private static void AssertPlaced(SyntaxNode node, SyntaxNode parent)
    {
        Assert.True(node.Start < node.End, $"{node.GetType().Name} covers nothing.");
        Assert.True(parent.Start <= node.Start && node.End <= parent.End, $"{node.GetType().Name} lies outside its {parent.GetType().Name}.");
        var before = node.Start;
        foreach (var child in ChildrenOf(node).OrderBy(c => c.Start))
        {
            Assert.True(child.Start >= before, $"{child.GetType().Name} overlaps a sibling.");
            AssertPlaced(child, node);
            before = child.End;
        }
    }

    private static IEnumerable<SyntaxNode> ChildrenOf(SyntaxNode node) => node.GetType().GetProperties()
        .Select(p => p.GetValue(node))
        .SelectMany(v => v switch
        {
            SyntaxNode child => [child],
            IEnumerable<SyntaxNode> children => children,
            _ => [],
        });
}
