using System.Text;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;
using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

/// <summary>
/// Documents made to cost more than their size. Work is counted in steps, so these tests say the same on every machine;
/// a stack that overflows ends the whole run.
/// </summary>
public class AttackTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("""
        type Query { a: Query, b: Query, leaf(arg: Any, on: Boolean): Int }
        type Subscription { a: Query }
        scalar Any
        """));

    /// <summary>The counts that would refuse these documents before a rule sees them are out of the way.</summary>
    private static readonly ValidationOptions Uncounted = new() { MaxAliases = int.MaxValue, MaxFragmentSpreads = int.MaxValue };

    private static DocumentNode Document(string text) => Parser.Parse(text, ParserOptions.ForSchemas);

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i)).Append('\n');
        return text.ToString();
    }

    private static IReadOnlyList<Violation> Violations(string text, ValidationOptions? options = null) => Validator.Violations(Schema, Document(text), options ?? Uncounted);

    private static void ExpectRefusal(string code, string text) => Assert.Equal(code, Violations(text)[^1].Error.Extensions?["code"]);

    private static (long Comparisons, IReadOnlyList<Violation> Violations) Merge(string text)
    {
        var context = new ValidationContext(Schema, Document(text), new ValidationOptions { MaxMergeComparisons = 500_000 });
        var rule = new OverlappingFieldsCanBeMergedRule(context, inPairs: true);
        var violations = context.Run([rule]);
        return (rule.Comparisons, violations);
    }

    // ── Merging ──

    [Theory]
    [InlineData(100)]
    [InlineData(700)]
    public void Fields_of_one_name_count_in_pairs(int count)
    {
        var (comparisons, violations) = Merge($"{{ {Repeat(count, _ => "leaf")} }}");

        Assert.Empty(violations);
        Assert.Equal(count * (count - 1L), comparisons);
    }

    [Fact]
    public void Too_many_fields_of_one_name_are_refused()
    {
        var (comparisons, violations) = Merge($"{{ {Repeat(5_000, _ => "leaf")} }}");

        Assert.Equal("Merging the fields of this document takes more than 500000 comparisons. Validation aborted.", Assert.Single(violations).Error.Message);
        Assert.Equal(5_000 * 4_999, comparisons);
    }

    [Fact]
    public void Nested_fields_of_one_name_multiply_and_are_refused()
    {
        var nested = Enumerable.Range(0, 7).Aggregate("leaf", (inner, _) => $"a {{ {inner} }} a {{ {inner} }} a {{ {inner} }}");

        var (comparisons, violations) = Merge($"{{ {nested} }}");

        Assert.Equal("TOO_MANY_MERGE_COMPARISONS", Assert.Single(violations).Error.Extensions!["code"]);
        Assert.InRange(comparisons, 500_001, 500_010);
    }

    [Fact]
    public void A_fan_of_fragments_doubles_its_meaning_at_every_level_but_not_its_cost()
    {
        var fan = Repeat(200, i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} b {{ ...F{i + 1} }} }}") + "fragment F200 on Query { leaf }";

        var (comparisons, violations) = Merge($"{{ ...F0 a {{ ...F0 }} }} {fan}");

        Assert.Empty(violations);
        Assert.InRange(comparisons, 1, 50_000);
    }

    [Fact]
    public void Fragments_that_all_spread_each_other_are_compared_once_a_pair()
    {
        var names = Enumerable.Range(0, 60).ToList();
        var web = Repeat(60, i => $"fragment F{i} on Query {{ leaf {string.Concat(names.Select(n => $"...F{n} "))} }}");

        var (comparisons, _) = Merge($"{{ leaf {string.Concat(names.Select(n => $"...F{n} "))} }} {web}");

        Assert.InRange(comparisons, 60 * 60, 500_001);
    }

    [Fact]
    public void Long_arguments_are_read_once()
    {
        var argument = $"[{string.Join(", ", Enumerable.Range(0, 2_000))}]";

        var (comparisons, violations) = Merge($"{{ {Repeat(50, _ => $"leaf(arg: {argument})")} }}");

        Assert.Empty(violations);
        Assert.Equal(50 * 49 / 2 * 3, comparisons);
    }

    // ── Fragments ──

    [Fact]
    public void A_chain_of_fragments_is_followed_as_deep_as_allowed()
    {
        static string Chain(int length) => $"{{ ...F0 }} {Repeat(length, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F{length} on Query {{ leaf }}";

        Assert.Empty(Violations(Chain(900)));
        ExpectRefusal("FRAGMENTS_TOO_DEEP", Chain(1_100));
        ExpectRefusal("FRAGMENTS_TOO_DEEP", Chain(20_000));
    }

    [Theory]
    [InlineData("query { a { ...F0 leaf leaf: a { leaf } } }")]
    [InlineData("query { ...F0 ...G leaf leaf: a { leaf } } fragment G on Query { ...F0 leaf }")]
    [InlineData("subscription { a { ...F0 } }")]
    [InlineData("subscription { ...F0 }")]
    [InlineData("{ __schema { ...F0 } }")]
    public void Every_rule_that_follows_a_chain_stops(string operation)
    {
        // The fragments come in an order in which cycles are looked for from the end, so that other rules meet the chain first.
        var chain = Repeat(3_000, i => $"fragment F{2_999 - i} on {(operation.Contains("subscription { ...", StringComparison.Ordinal) ? "Subscription" : "Query")} {{ ... {{ ...F{3_000 - i} }} }}");

        ExpectRefusal("FRAGMENTS_TOO_DEEP", operation + chain);
    }

    [Fact]
    public void A_ring_of_fragments_is_one_cycle()
    {
        var violations = Violations($"{{ ...F0 }} {Repeat(500, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 500} }}")}");

        Assert.Equal(500, Assert.Single(violations).Error.Locations!.Count);
    }

    [Fact]
    public void A_long_ring_is_refused() =>
        ExpectRefusal("FRAGMENTS_TOO_DEEP", $"{{ ...F0 }} {Repeat(5_000, i => $"fragment F{i} on Query {{ leaf ...F{(i + 1) % 5_000} }}")}");

    [Fact]
    public void Many_operations_over_many_fragments_are_refused()
    {
        var operations = Repeat(500, i => $"query Q{i}($v: Boolean) {{ ...F{i} }}");
        var fragments = Repeat(501, i => $"fragment F{i} on Query {{ leaf(on: $v) {(i < 500 ? $"...F{i + 1}" : "")} }}");

        ExpectRefusal("TOO_MANY_FRAGMENT_STEPS", operations + fragments);
    }

    [Fact]
    public void Operations_that_spread_the_same_fragments_share_the_work()
    {
        var operations = Repeat(300, i => $"query Q{i}($v: Boolean) {{ ...F0 }}");
        var fragments = Repeat(100, i => $"fragment F{i} on Query {{ leaf(on: $v) {(i < 99 ? $"...F{i + 1}" : "")} }}");

        Assert.Empty(Violations(operations + fragments));
    }

    // ── Depth ──

    [Theory]
    [InlineData(190, false)]
    [InlineData(480, true)]
    public void What_the_parser_lets_nest_validation_can_walk(int depth, bool unusual)
    {
        var options = new ParserOptions { MaxDepth = unusual ? 500 : 200 };
        var selections = string.Concat(Enumerable.Repeat("{ a ", depth)) + "{ leaf }" + new string('}', depth);
        var values = $"{{ leaf(arg: {string.Concat(Enumerable.Repeat("[{ k: ", depth / 2))}1{string.Concat(Enumerable.Repeat("}]", depth / 2))}) }}";

        Assert.Empty(Validator.Validate(Schema, Parser.Parse(selections, options)));
        Assert.Empty(Validator.Validate(Schema, Parser.Parse(values, options)));
    }

    [Fact]
    public void A_tree_deeper_than_allowed_is_refused_whoever_made_it()
    {
        var violations = Violations("{ a { a { a { leaf } } } }", new ValidationOptions { MaxDepth = 3 });

        Assert.Equal("Selections, values or fragments nest more than 3 levels deep. Validation aborted.", violations[^1].Error.Message);
    }

    // ── Width ──

    [Fact]
    public void Thousands_of_faults_of_one_kind_are_one_error_or_a_hundred()
    {
        Assert.Equal(3_000, Violations($"query({Repeat(3_000, _ => "$v: Boolean")}) {{ leaf(on: $v) }}")[0].Error.Locations!.Count);
        Assert.Equal(101, Violations($"{{ {Repeat(3_000, i => $"x{i}: nope")} }}").Count);
        Assert.Equal(101, Violations($"{{ {Repeat(3_000, i => $"x{i}: leaf @nope")} }}").Count);
        Assert.Equal(101, Violations($"{{ leaf(arg: {{ {Repeat(3_000, _ => "k: 1")} }}) }}").Count);
    }
}
