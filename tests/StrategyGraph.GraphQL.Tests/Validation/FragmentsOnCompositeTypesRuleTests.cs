using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class FragmentsOnCompositeTypesRuleTests() : RuleTests(nameof(FragmentsOnCompositeTypesRule))
{
    [Fact]
    public void Objects_interfaces_and_unions_have_fragments() => ExpectValid("{ place { ... on Park { benches } ... on Place { area } ... { area } } facility { ... on Facility { __typename } } }");

    [Fact]
    public void Scalars_enums_and_inputs_have_none() => ExpectErrors(
        """
        { place { ... on Int { x }
        ... on Season { x } ...F } }
        fragment F on Filter { name }
        """,
        """1:18 Fragment cannot condition on non composite type "Int".""",
        """2:8 Fragment cannot condition on non composite type "Season".""",
        """3:15 Fragment "F" cannot condition on non composite type "Filter".""");

    [Fact]
    public void Unknown_types_are_left_to_another_rule() => ExpectValid("{ place { ... on Zzz { x } } }");
}
