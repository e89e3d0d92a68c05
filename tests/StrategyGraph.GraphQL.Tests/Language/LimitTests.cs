using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>Nothing that is sent may exhaust the stack or run without bound.</summary>
public class LimitTests
{
    private static readonly ParserOptions FiveLevels = new() { MaxDepth = 5 };

    [Fact]
    public void A_document_of_just_so_many_tokens_parses()
    {
        var options = new ParserOptions { MaxTokens = 4 };
        Assert.NotNull(Parser.Parse("{ a b } # five", options));
        Refuses(() => Parser.Parse("{ a b\n c }", options), "Document contains more than 4 tokens. Parsing aborted.", 2, 4);
    }

    [Fact]
    public void A_request_has_15000_tokens_at_most_and_a_schema_any_number()
    {
        var text = "{" + string.Concat(Enumerable.Repeat(" a", 15_000)) + "}";
        Refuses(() => Parser.Parse(text), "Document contains more than 15000 tokens. Parsing aborted.", 1, 30_001);
        Assert.NotNull(Parser.Parse(text, ParserOptions.ForSchemas));
    }

    [Theory]
    [InlineData("{a{a{a{a{a}}}}}", "{a{a{a{a{a{a}}}}}}", 11)]
    [InlineData("{...{...on T{...{...{a}}}}}", "{...{...on T{...{...{...{a}}}}}}", 25)]
    [InlineData("{a(b:[[[[1]]]])}", "{a(b:[[[[[1]]]]])}", 10)]
    [InlineData("{a(b:{c:{c:{c:{c:1}}}})}", "{a(b:{c:{c:{c:{c:{c:1}}}}})}", 18)]
    [InlineData("query($a:[[[[[I]]]]]){a}", "query($a:[[[[[[I]]]]]]){a}", 15)]
    [InlineData("{a{a(b:[{c:[1]}])}}", "{a{a(b:[{c:[[1]]}])}}", 13)]
    public void Every_production_that_nests_counts_its_depth(string deepest, string tooDeep, int column)
    {
        Assert.NotNull(Parser.Parse(deepest, FiveLevels));
        Refuses(() => Parser.Parse(tooDeep, FiveLevels), "Document is nested more than 5 levels deep. Parsing aborted.", 1, column);
    }

    [Fact]
    public void Siblings_do_not_add_up() =>
        Assert.NotNull(Parser.Parse(string.Concat(Enumerable.Repeat("{a{a{a}}a(b:[[1]]){a}}", 100)), FiveLevels));

    [Theory]
    [InlineData("{a")]
    [InlineData("{...")]
    [InlineData("{...on T")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("query($a:Int=[")]
    [InlineData("type A{a(b:Int={c:")]
    [InlineData("type A@a(b:[")]
    public void A_million_levels_are_refused_and_not_survived_by_luck(string opening)
    {
        var repeated = opening[(opening.LastIndexOfAny(['[', '{']))..];
        var text = opening + string.Concat(Enumerable.Repeat(repeated, 1_000_000));
        var error = Assert.Throws<GraphQLException>(() => Parser.Parse(text, ParserOptions.ForSchemas));
        Assert.Equal("Syntax Error: Document is nested more than 200 levels deep. Parsing aborted.", error.Message);
    }

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...{a:a(b:[{c:1}])", "}}")]
    [InlineData("{a(b:[[[[{c:{d:[$a]}}]]]])", "}")]
    public void The_deepest_document_that_can_be_allowed_fits_a_small_stack(string open, string close)
    {
        var options = new ParserOptions { MaxDepth = ParserOptions.HighestMaxDepth, MaxTokens = int.MaxValue };
        var levels = ParserOptions.HighestMaxDepth / 2 - 8;
        var text = string.Concat(Enumerable.Repeat(open, levels)) + "{z}" + string.Concat(Enumerable.Repeat(close, levels));
        DocumentNode? document = null;
        string? printed = null;
        var thread = new Thread(
            () =>
            {
                document = Parser.Parse(text, options);
                printed = Printer.Print(document);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(document);
        Assert.NotNull(printed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ParserOptions.HighestMaxDepth + 1)]
    public void No_one_can_configure_the_protection_away(int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserOptions { MaxDepth = depth });
}
