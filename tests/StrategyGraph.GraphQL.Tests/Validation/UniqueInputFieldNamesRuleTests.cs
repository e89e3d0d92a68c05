using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueInputFieldNamesRuleTests() : RuleTests(nameof(UniqueInputFieldNamesRule))
{
    [Fact]
    public void Different_fields_are_unique_and_inner_objects_are_apart() => ExpectValid("{ values(filter: { area: 1, not: { area: 1, not: { area: 1 } }, limit: 1 }, oneBy: { id: 1 }) }");

    [Fact]
    public void A_field_given_twice_is_not() => ExpectErrors(
        "{ values(filter: { area: 1, not: { area: 1, area: 2 }, area: 2, area: 3 }) }",
        """1:36,1:45 There can be only one input field named "area".""",
        """1:20,1:56 There can be only one input field named "area".""",
        """1:20,1:65 There can be only one input field named "area".""");

    [Fact]
    public void In_a_custom_scalar_neither() => ExpectErrors(
        "{ values(json: { a: 1, b: [{ a: 1, a: 2 }], a: 3 }) }",
        """1:30,1:36 There can be only one input field named "a".""",
        """1:18,1:45 There can be only one input field named "a".""");
}
