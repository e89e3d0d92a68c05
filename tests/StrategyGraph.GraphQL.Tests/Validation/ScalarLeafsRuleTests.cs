using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class ScalarLeafsRuleTests() : RuleTests(nameof(ScalarLeafsRule))
{
    [Fact]
    public void Leaves_have_no_selection_and_others_have_one() => ExpectValid("{ place { name area owner { age } } values(oneBy: { id: 1 }) }");

    [Fact]
    public void Objects_interfaces_unions_and_lists_need_a_selection() => ExpectErrors(
        "{ park(id: 1) place facility persons }",
        """1:3 Field "park" of type "Park" must have a selection of subfields. Did you mean "park { ... }"?""",
        """1:15 Field "place" of type "Place" must have a selection of subfields. Did you mean "place { ... }"?""",
        """1:21 Field "facility" of type "Facility" must have a selection of subfields. Did you mean "facility { ... }"?""",
        """1:30 Field "persons" of type "[Person!]!" must have a selection of subfields. Did you mean "persons { ... }"?""");

    [Fact]
    public void Scalars_and_lists_of_them_have_none() => ExpectErrors(
        "{ school { pupils { x } name(short: true) { x } classes { x } } }",
        """1:19 Field "pupils" must not have a selection since type "Int" has no subfields.""",
        """1:43 Field "name" must not have a selection since type "String!" has no subfields.""",
        """1:57 Field "classes" must not have a selection since type "[[Int!]!]" has no subfields.""");

    [Fact]
    public void Unknown_fields_are_left_to_another_rule() => ExpectValid("{ zzz place { zzz { x } } }");

    [Fact]
    public void Meta_fields_follow_the_rule() => ExpectErrors(
        "{ __typename { x } __schema }",
        """1:14 Field "__typename" must not have a selection since type "String!" has no subfields.""",
        """1:20 Field "__schema" of type "__Schema!" must have a selection of subfields. Did you mean "__schema { ... }"?""");
}
