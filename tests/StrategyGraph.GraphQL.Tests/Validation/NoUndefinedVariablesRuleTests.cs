using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class NoUndefinedVariablesRuleTests() : RuleTests(nameof(NoUndefinedVariablesRule))
{
    [Fact]
    public void Defined_variables_may_be_used_anywhere() => ExpectValid("query Q($a: Boolean!, $i: ID!) { park(id: $i) { ...F ... @skip(if: $a) { area } } } fragment F on Park { name(short: $a) }");

    [Fact]
    public void Undefined_ones_may_not() => ExpectErrors(
        "query Q($a: ID!) { park(id: $b) { name @include(if: $c) } }",
        """1:29,1:1 Variable "$b" is not defined by operation "Q".""",
        """1:53,1:1 Variable "$c" is not defined by operation "Q".""");

    [Fact]
    public void An_anonymous_operation_has_no_name_to_tell() => ExpectErrors(
        "{ values(list: [1, $x], oneBy: { filter: { area: $y } }) }",
        """1:20,1:1 Variable "$x" is not defined.""",
        """1:50,1:1 Variable "$y" is not defined.""");

    [Fact]
    public void Variables_of_fragments_belong_to_every_operation_that_reaches_them() => ExpectErrors(
        """
        query P($b: Boolean) { park(id: 1) { ...F } }
        query Q($a: Boolean) { park(id: 1) { ...F } }
        fragment F on Park { name(short: $a) ...G }
        fragment G on Park { name(short: $b) }
        """,
        """3:34,1:1 Variable "$a" is not defined by operation "P".""",
        """4:34,2:1 Variable "$b" is not defined by operation "Q".""");

    [Fact]
    public void Fragments_that_nothing_reaches_are_not_judged() => ExpectValid("query P { place { area } } fragment F on Park { name(short: $a) }");

    [Fact]
    public void Variables_of_operation_directives_count() => ExpectErrors(
        "query P @onQuery(x: $a) { place { area } }",
        """1:21,1:1 Variable "$a" is not defined by operation "P".""");
}
