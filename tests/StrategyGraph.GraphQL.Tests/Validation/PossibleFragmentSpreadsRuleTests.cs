using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class PossibleFragmentSpreadsRuleTests() : RuleTests(nameof(PossibleFragmentSpreadsRule))
{
    [Fact]
    public void The_same_object_is_possible() => ExpectValid("{ park(id: 1) { ... on Park { benches } ...F } } fragment F on Park { benches }");

    [Fact]
    public void An_object_in_an_interface_or_union_and_the_other_way_is_possible() => ExpectValid("{ place { ... on Park { benches } } park(id: 1) { ... on Place { area } ... on Facility { __typename } } facility { ... on School { pupils } } }");

    [Fact]
    public void Abstract_types_that_share_an_object_are_possible() => ExpectValid("{ place { ... on Facility { __typename } ... on Named { name } } facility { ... on Named { name } } }");

    [Fact]
    public void Different_objects_are_impossible() => ExpectErrors(
        """
        { park(id: 1) { ... on School { pupils }
        ...F } }
        fragment F on School { pupils }
        """,
        """1:17 Fragment cannot be spread here as objects of type "Park" can never be of type "School".""",
        """2:1 Fragment "F" cannot be spread here as objects of type "Park" can never be of type "School".""");

    [Fact]
    public void An_object_that_an_abstract_type_never_is_is_impossible() => ExpectErrors(
        """
        { person { ... on Place { area } ... on Facility { __typename } } facility { ... on Person { age } ...F } }
        fragment F on Person { age }
        """,
        """1:12 Fragment cannot be spread here as objects of type "Person" can never be of type "Place".""",
        """1:34 Fragment cannot be spread here as objects of type "Person" can never be of type "Facility".""",
        """1:78 Fragment cannot be spread here as objects of type "Facility" can never be of type "Person".""",
        """1:100 Fragment "F" cannot be spread here as objects of type "Facility" can never be of type "Person".""");

    [Fact]
    public void Unknown_and_leaf_types_are_left_to_other_rules() => ExpectValid("{ place { ... on Zzz { a } ... on Int { a } ...G ...H ...Zzz } zzz { ... on Park { benches } } } fragment G on Zzz { a } fragment H on Int { a }");

    [Fact]
    public void The_type_around_an_inline_fragment_is_the_nearest_fragments() => ExpectErrors(
        "{ place { ... on Park { ... on School { pupils } ... { benches } } } }",
        """1:25 Fragment cannot be spread here as objects of type "Park" can never be of type "School".""");
}
