using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueArgumentNamesRuleTests() : RuleTests(nameof(UniqueArgumentNamesRule))
{
    [Fact]
    public void Different_names_are_unique() => ExpectValid("{ park(id: 1) { open(season: SPRING) } values(int: 1, float: 1, oneBy: { id: 1 }) }");

    [Fact]
    public void Names_may_repeat_elsewhere() => ExpectValid("{ park(id: 1) { name(short: true) @skip(if: true) @include(if: true) } }");

    [Fact]
    public void Within_a_field_or_directive_they_may_not() => ExpectErrors(
        """
        { park(id: 1, id: 2, id: 3) { name(short: true) @tag(name: "a", name: "b") } }
        """,
        """1:8,1:15,1:22 There can be only one argument named "id".""",
        """1:54,1:65 There can be only one argument named "name".""");

    [Fact]
    public void Every_repeated_name_is_reported() => ExpectErrors(
        "{ values(int: 1, float: 1, int: 2, float: 2) }",
        """1:10,1:28 There can be only one argument named "int".""",
        """1:18,1:36 There can be only one argument named "float".""");
}
