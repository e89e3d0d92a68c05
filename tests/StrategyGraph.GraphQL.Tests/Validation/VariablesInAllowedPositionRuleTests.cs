using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class VariablesInAllowedPositionRuleTests() : RuleTests(nameof(VariablesInAllowedPositionRule))
{
    [Fact]
    public void A_variable_of_the_very_type_is_allowed() => ExpectValid("query Q($i: Int, $l: [Int!], $m: [[Int]], $f: Filter, $s: Season, $b: Boolean!) { values(int: $i, list: $l, matrix: $m, filter: $f, season: $s, oneBy: { id: 1 }) @skip(if: $b) }");

    [Fact]
    public void A_stricter_one_is_allowed() => ExpectValid("query Q($i: Int!, $l: [Int!]!, $m: [[Int!]!]!) { values(int: $i, list: $l, matrix: $m, oneBy: { id: 1 }) }");

    [Fact]
    public void A_nullable_one_is_not_where_null_is_not() => ExpectErrors(
        "query Q($i: Int, $id: ID, $b: Boolean) { park(id: $id) { nearest(count: $i) { area } } place @skip(if: $b) { area } }",
        """1:18,1:51 Variable "$id" of type "ID" used in position expecting type "ID!".""",
        """1:9,1:73 Variable "$i" of type "Int" used in position expecting type "Int!".""",
        """1:27,1:104 Variable "$b" of type "Boolean" used in position expecting type "Boolean!".""");

    [Fact]
    public void A_default_of_its_own_makes_it_so() => ExpectErrors(
        "query Q($id: ID = 1, $n: ID = null) { park(id: $id) { area } other: park(id: $n) { area } }",
        """1:22,1:78 Variable "$n" of type "ID" used in position expecting type "ID!".""");

    [Fact]
    public void A_default_of_the_place_makes_it_so() => ExpectValid("query Q($i: Int, $s: Season) { values(required: $i, filter: { area: 1, limit: $i }, oneBy: { id: 1 }) park(id: 1) { open(season: $s) } }");

    [Fact]
    public void Other_types_and_lists_are_not_allowed() => ExpectErrors(
        "query Q($s: String, $l: [Int], $i: Int) { values(int: $s, list: $l, matrix: $i, season: $s, oneBy: { id: 1 }) }",
        """1:9,1:55 Variable "$s" of type "String" used in position expecting type "Int".""",
        """1:21,1:65 Variable "$l" of type "[Int]" used in position expecting type "[Int!]".""",
        """1:32,1:77 Variable "$i" of type "Int" used in position expecting type "[[Int]]".""",
        """1:9,1:89 Variable "$s" of type "String" used in position expecting type "Season".""");

    [Fact]
    public void Items_and_fields_are_places_too() => ExpectErrors(
        "query Q($i: Int, $s: String) { values(list: [1, $i], strings: [$s, $i], filter: { area: $i, name: $s, in: $s, not: { area: 1, limit: $s } }, oneBy: { id: 1 }) }",
        """1:9,1:49 Variable "$i" of type "Int" used in position expecting type "Int!".""",
        """1:9,1:68 Variable "$i" of type "Int" used in position expecting type "String".""",
        """1:9,1:89 Variable "$i" of type "Int" used in position expecting type "Int!".""",
        """1:18,1:107 Variable "$s" of type "String" used in position expecting type "[Season!]".""",
        """1:18,1:134 Variable "$s" of type "String" used in position expecting type "Int!".""");

    [Fact]
    public void Fragments_are_judged_for_each_operation() => ExpectErrors(
        """
        query P($b: Int) { park(id: 1) { ...F } }
        query Q($b: Boolean) { park(id: 1) { ...F } }
        fragment F on Park { name(short: $b) }
        """,
        """1:9,3:34 Variable "$b" of type "Int" used in position expecting type "Boolean".""");

    [Fact]
    public void A_field_of_a_oneOf_input_takes_no_nullable_variable() => ExpectErrors(
        "query Q($a: ID, $b: ID!, $c: ID = 1, $d: String) { values(by: { id: $a }, oneBy: { id: 1 }) b: values(by: { id: $b }, oneBy: { id: 1 }) c: values(by: { id: $c }, oneBy: { id: 1 }) d: values(by: { id: $d }, oneBy: { id: 1 }) }",
        """1:9,1:69 Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "By".""",
        """1:26,1:157 Variable "$c" is of type "ID" but must be non-nullable to be used for OneOf Input Object "By".""",
        """1:38,1:201 Variable "$d" of type "String" used in position expecting type "ID".""",
        """1:38,1:201 Variable "$d" is of type "String" but must be non-nullable to be used for OneOf Input Object "By".""");

    [Fact]
    public void Unknown_variables_types_and_places_are_left_to_other_rules() => ExpectValid("query Q($z: Zzz, $z2: Int, $z2: Zzz) { values(int: $z, float: $u, zzz: $z2, oneBy: { id: 1 }) zzz(a: $z2) place @onField(depth: $z2) { area } }");
}
