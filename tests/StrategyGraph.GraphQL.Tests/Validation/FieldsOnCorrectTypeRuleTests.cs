using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class FieldsOnCorrectTypeRuleTests() : RuleTests(nameof(FieldsOnCorrectTypeRule))
{
    [Fact]
    public void Own_fields_interface_fields_and_meta_fields_are_there() => ExpectValid("""
        { __typename __schema { description } __type(name: "Park") { name } park(id: 1) { benches area } place { area __typename } facility { __typename ... on School { pupils } } }
        """);

    [Fact]
    public void A_mistyped_field_gets_suggestions() => ExpectErrors(
        "{ park(id: 1) { bnches nam size2 zzzzzz } }",
        """1:17 Cannot query field "bnches" on type "Park". Did you mean "benches"?""",
        """1:24 Cannot query field "nam" on type "Park". Did you mean "name"?""",
        """1:28 Cannot query field "size2" on type "Park". Did you mean "size"?""",
        """1:34 Cannot query field "zzzzzz" on type "Park".""");

    [Fact]
    public void Fields_below_an_unknown_one_are_not_judged() => ExpectErrors(
        "{ zzz { zzz { zzz } } }",
        """1:3 Cannot query field "zzz" on type "Query".""");

    [Fact]
    public void Meta_fields_of_the_query_root_are_nowhere_else() => ExpectErrors(
        """
        { place { __schema { description } __type(name: "Park") { name } __zzz } }
        """,
        """1:11 Cannot query field "__schema" on type "Place".""",
        """1:36 Cannot query field "__type" on type "Place".""",
        """1:66 Cannot query field "__zzz" on type "Place".""");

    [Fact]
    public void A_field_of_what_an_interface_can_be_suggests_a_fragment() => ExpectErrors(
        "{ place { benches } named { pupils area age } }",
        """1:11 Cannot query field "benches" on type "Place". Did you mean to use an inline fragment on "Park"?""",
        """1:29 Cannot query field "pupils" on type "Named". Did you mean to use an inline fragment on "School"?""",
        """1:36 Cannot query field "area" on type "Named". Did you mean to use an inline fragment on "Place", "Park", or "School"?""",
        """1:41 Cannot query field "age" on type "Named". Did you mean to use an inline fragment on "Person"?""");

    [Fact]
    public void A_union_has_no_fields_but_its_members_may() => ExpectErrors(
        "{ facility { area name pupils zzz } }",
        """1:14 Cannot query field "area" on type "Facility". Did you mean to use an inline fragment on "Place", "Park", or "School"?""",
        """1:19 Cannot query field "name" on type "Facility". Did you mean to use an inline fragment on "Named", "Place", "Park", or "School"?""",
        """1:24 Cannot query field "pupils" on type "Facility". Did you mean to use an inline fragment on "School"?""",
        """1:31 Cannot query field "zzz" on type "Facility".""");

    [Fact]
    public void Fragments_on_unknown_or_leaf_types_are_not_judged() => ExpectValid("{ place { ... on Zzz { a } ... on Int { a } } }");

    [Fact]
    public void Fragments_are_judged_by_their_own_type() => ExpectErrors(
        "{ place { ...F ... on Park { pupils } ... { benchs } } } fragment F on School { benches }",
        """1:30 Cannot query field "pupils" on type "Park".""",
        """1:45 Cannot query field "benchs" on type "Place".""",
        """1:81 Cannot query field "benches" on type "School".""");
}
