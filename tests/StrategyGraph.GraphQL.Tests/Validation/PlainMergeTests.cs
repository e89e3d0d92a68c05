using System.Text;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;
using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

/// <summary>The quick way to see that fields merge and the thorough one, in pairs, agree on every document.</summary>
public class PlainMergeTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("""
        directive @stream(if: Boolean! = true, initialCount: Int! = 0) on FIELD
        type Query { one: One two: Two any: Any list: [Any!] union: Union x(n: Int): Int y: String }
        interface Any { any: Any x(n: Int): Int y: String }
        type One implements Any { any: Any x(n: Int): Int y: String z: Int w: [Int] two: Two }
        type Two implements Any { any: Any x(n: Int): Int y: String z: String w: Int! two: One }
        union Union = One | Two
        """));

    [Theory]
    [InlineData("{ x x y any { x } any { y } }", true)]
    [InlineData("{ x y: x }", true)]
    [InlineData("{ x x: y }", false)]
    [InlineData("{ x(n: 1) x(n: 2) }", false)]
    [InlineData("{ x(n: 1) x(n: 1) }", true)]
    [InlineData("{ any { ... on One { a: x } ... on Two { a: x(n: 1) } } }", true)]
    [InlineData("{ any { ... on One { a: x } ... on Two { a: y } } }", false)]
    [InlineData("{ any { ... on One { z } ... on Two { z } } }", false)]
    [InlineData("{ any { ... on One { x } ... on Two { x } ... on Two { x: __typename } } }", false)]
    [InlineData("{ any { ...F } ...G } fragment F on Any { x } fragment G on Query { any { x: y } }", false)]
    [InlineData("{ union { ... on One { two { a: x } } ... on Two { two { a: y } } } }", false)]
    [InlineData("{ union { ... on One { any { a: x(n: 1) } } ... on Two { any { a: x(n: 2) } } } }", true)]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F x }", true)]
    [InlineData("{ y } fragment F on Query { x x: y }", false)]
    public void Both_ways_see_what_merges(string document, bool merges)
    {
        Assert.Equal(merges, Merges(document, inPairs: true));
        Assert.Equal(merges, Merges(document, inPairs: false));
    }

    [Fact]
    public void Both_ways_agree_on_thousands_of_documents()
    {
        var (merging, clashing) = (0, 0);
        for (var seed = 0; seed < 4_000; seed++)
        {
            var document = new Writer(new Random(seed)).Document();
            var inPairs = Merges(document, inPairs: true);
            Assert.True(inPairs == Merges(document, inPairs: false), $"seed {seed}: {document}");
            if (inPairs) merging++;
            else clashing++;
        }

        Assert.True(merging > 500 && clashing > 500, $"{merging} merge, {clashing} do not");
    }

    [Fact]
    public void Documents_of_one_thing_many_times_need_no_pairs()
    {
        Assert.Equal(0, Comparisons($"{{ {Repeat(5_000, "x ")} }}"));
        Assert.Equal(0, Comparisons($"{{ {Repeat(1_000, "any { x(n: 1) any { y } } ")} }}"));
        Assert.Equal(0, Comparisons($"{{ {Repeat(400, "...F ")} }} fragment F on Query {{ x any {{ y }} }}"));
    }

    private static string Repeat(int count, string part) => string.Concat(Enumerable.Repeat(part, count));

    private static bool Merges(string text, bool inPairs) => Run(text, inPairs).Violations.Count == 0;

    private static long Comparisons(string text) => Run(text, inPairs: false).Rule.Comparisons;

    private static (OverlappingFieldsCanBeMergedRule Rule, IReadOnlyList<Violation> Violations) Run(string text, bool inPairs)
    {
        var context = new ValidationContext(Schema, Parser.Parse(text), ValidationOptions.Default);
        var rule = new OverlappingFieldsCanBeMergedRule(context, inPairs);
        return (rule, context.Run([rule]));
    }

    /// <summary>Writes small documents in which response names meet often.</summary>
    private sealed class Writer(Random random)
    {
        private static readonly string[] Types = ["One", "Two", "Any"];

        public string Document()
        {
            var text = new StringBuilder("{ any { ");
            Selections(text, 3);
            text.Append("} list { ");
            Selections(text, 2);
            text.Append("} }");
            for (var i = 0; i < 3; i++)
            {
                text.Append($" fragment F{i} on {Types[random.Next(3)]} {{ ");
                Selections(text, 2);
                text.Append('}');
            }

            return text.ToString();
        }

        private void Selections(StringBuilder text, int levels)
        {
            var count = 1 + random.Next(3);
            for (var i = 0; i < count; i++) Selection(text, levels);
        }

        private void Selection(StringBuilder text, int levels)
        {
            var alias = random.Next(3) == 0 ? "x: " : "";
            switch (random.Next(levels > 0 ? 9 : 4))
            {
                case 0:
                    text.Append(alias).Append(random.Next(3) == 0 ? "x(n: 1) " : "x ");
                    break;
                case 1:
                    text.Append(alias).Append(random.Next(2) == 0 ? "y " : "z ");
                    break;
                case 2:
                    text.Append(random.Next(2) == 0 ? "w " : "__typename ");
                    break;
                case 3:
                    text.Append($"...F{random.Next(3)} ");
                    break;
                case 4 or 5:
                    text.Append($"... on {Types[random.Next(3)]} {{ ");
                    Selections(text, levels - 1);
                    text.Append("} ");
                    break;
                default:
                    text.Append(random.Next(3) == 0 ? "a: " : "").Append(random.Next(2) == 0 ? "any { " : "two { ");
                    Selections(text, levels - 1);
                    text.Append("} ");
                    break;
            }
        }
    }
}
