using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class NoUnusedVariablesRuleTests() : RuleTests(nameof(NoUnusedVariablesRule))
{
    [Fact]
    public void Variables_used_in_arguments_directives_and_fragments_are_used() => ExpectValid("query Q($a: Boolean!, $i: ID!, $n: Boolean, $l: Int) { park(id: $i) { ...F @skip(if: $a) } values(list: [$l], oneBy: { id: 1 }) } fragment F on Park { name(short: $n) }");

    [Fact]
    public void Others_are_not() => ExpectErrors(
        "query Q($a: Int, $b: [Int] = [1]) { place { area } }",
        """1:9 Variable "$a" is never used in operation "Q".""",
        """1:18 Variable "$b" is never used in operation "Q".""");

    [Fact]
    public void An_anonymous_operation_has_no_name_to_tell() => ExpectErrors(
        "query ($a: Int) { place { area } }",
        """1:8 Variable "$a" is never used.""");

    [Fact]
    public void Use_in_a_fragment_of_another_operation_does_not_count() => ExpectErrors(
        """
        query P { park(id: 1) { ...F } }
        query Q($a: Boolean) { place { area } }
        fragment F on Park { name(short: $a) }
        """,
        """2:9 Variable "$a" is never used in operation "Q".""");
}
