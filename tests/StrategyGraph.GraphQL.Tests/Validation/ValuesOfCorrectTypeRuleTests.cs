using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class ValuesOfCorrectTypeRuleTests() : RuleTests(nameof(ValuesOfCorrectTypeRule))
{
    [Fact]
    public void Literals_of_the_type_are_right() => ExpectValid("""
        { values(int: -4, float: 1.5, string: "x", boolean: true, id: "a", season: SPRING, list: [1, 2], matrix: [[1], [null]], json: { any: [1, $x] }, oneBy: { id: 1 }) }
        """);

    [Fact]
    public void Whole_numbers_are_floats_and_ids() => ExpectValid("{ values(float: 1, id: 4, oneBy: { id: 1 }) }");

    [Fact]
    public void One_value_is_a_list_of_it() => ExpectValid("""
        { values(list: 1, matrix: 1, manyBy: { id: 1 }, strings: "x", oneBy: { id: 1 }) }
        """);

    [Fact]
    public void Null_is_right_where_null_may_be() => ExpectValid("{ values(int: null, list: null, filter: null, strings: [null], json: null, oneBy: { id: 1 }) }");

    [Fact]
    public void Null_is_wrong_where_it_may_not() => ExpectErrors(
        "{ values(required: null, list: [null], filter: { area: null }, oneBy: null) }",
        """1:20 Expected value of non-null type "Int!" not to be null.""",
        """1:33 Expected value of non-null type "Int!" not to be null.""",
        """1:56 Expected value of non-null type "Int!" not to be null.""",
        """1:71 Expected value of non-null type "By!" not to be null.""");

    [Fact]
    public void An_Int_is_a_whole_number_of_32_bits() => ExpectErrors(
        """
        { values(int: 1.5, list: [2147483647, -2147483649, "1"], oneBy: { id: 1 }) }
        """,
        "1:15 Int cannot represent non-integer value: 1.5",
        "1:39 Int cannot represent non 32-bit signed integer value: -2147483649",
        "1:52 Int cannot represent non-integer value: \"1\"");

    [Fact]
    public void A_Float_is_a_number() => ExpectErrors(
        """
        { values(float: "1", oneBy: { id: 1 }) }
        """,
        "1:17 Float cannot represent non numeric value: \"1\"");

    [Fact]
    public void A_String_is_quoted() => ExpectErrors(
        """"
        { values(string: 1, strings: [x, true, """block"""], oneBy: { id: 1 }) }
        """",
        "1:18 String cannot represent a non string value: 1",
        "1:31 String cannot represent a non string value: x",
        "1:34 String cannot represent a non string value: true");

    [Fact]
    public void A_Boolean_is_true_or_false() => ExpectErrors(
        """
        { values(boolean: "true", oneBy: { id: 1 }) }
        """,
        "1:19 Boolean cannot represent a non boolean value: \"true\"");

    [Fact]
    public void An_ID_is_text_or_a_whole_number() => ExpectErrors(
        "{ values(id: 1.5, oneBy: { id: 1 }) }",
        "1:14 ID cannot represent a non-string and non-integer value: 1.5");

    [Fact]
    public void An_enum_value_is_one_of_its_names() => ExpectErrors(
        "{ values(season: SPRNG, oneBy: { id: 1 }) }",
        """1:18 Value "SPRNG" does not exist in "Season" enum. Did you mean the enum value "SPRING"?""");

    [Fact]
    public void An_enum_value_is_no_string() => ExpectErrors(
        """
        { values(season: "SPRING", oneBy: { id: 1 }) }
        """,
        """1:18 Enum "Season" cannot represent non-enum value: "SPRING". Did you mean the enum value "SPRING"?""");

    [Fact]
    public void A_value_of_an_enum_has_no_likeness_to_a_number() => ExpectErrors(
        "{ values(season: 5, oneBy: { id: 1 }) }",
        """1:18 Enum "Season" cannot represent non-enum value: 5.""");

    [Fact]
    public void A_list_is_not_a_leaf() => ExpectErrors(
        """
        { values(int: [1], string: ["x"], season: [SPRING], oneBy: { id: 1 }) }
        """,
        "1:15 Int cannot represent non-integer value: [1]",
        """1:28 String cannot represent a non string value: ["x"]""",
        """1:43 Enum "Season" cannot represent non-enum value: [SPRING]. Did you mean the enum value "SPRING"?""");

    [Fact]
    public void A_list_of_a_variable_is_not_a_leaf_either() => ExpectErrors(
        "query Q($v: Int) { values(int: [$v], oneBy: { id: 1 }) }",
        "1:32 Int cannot represent non-integer value: [null]");

    [Fact]
    public void An_object_is_not_a_leaf() => ExpectErrors(
        "{ values(int: { a: 1 }, list: { a: 1 }, oneBy: { id: 1 }) }",
        "1:15 Int cannot represent non-integer value: { a: 1 }",
        "1:31 Int cannot represent non-integer value: { a: 1 }");

    [Fact]
    public void An_input_object_is_an_object() => ExpectErrors(
        """
        { values(filter: 1, manyBy: [{ id: 1 }, "x"], oneBy: { id: 1 }) }
        """,
        """1:18 Expected value of type "Filter" to be an object, found: 1.""",
        """1:41 Expected value of type "By" to be an object, found: "x".""");

    [Fact]
    public void Required_fields_must_be_there() => ExpectErrors(
        """
        { values(filter: { name: "x", not: {} }, oneBy: { id: 1 }) }
        """,
        """1:18 Expected value of type "Filter" to include required field "area", found: { name: "x", not: {  } }.""",
        """1:36 Expected value of type "Filter" to include required field "area", found: {  }.""");

    [Fact]
    public void A_field_with_a_default_may_be_left_out() => ExpectValid("{ values(filter: { area: 1 }, oneBy: { id: 1 }) }");

    [Fact]
    public void Unknown_fields_are_reported_with_suggestions() => ExpectErrors(
        "{ values(filter: { area: 1, lmit: 1, zzzzzzz: 2 }, oneBy: { id: 1 }) }",
        """1:29 Expected value of type "Filter" not to include unknown field "lmit". Did you mean "limit"? Found: { area: 1, lmit: 1, zzzzzzz: 2 }.""",
        """1:38 Expected value of type "Filter" not to include unknown field "zzzzzzz", found: { area: 1, lmit: 1, zzzzzzz: 2 }.""");

    [Fact]
    public void Fields_are_judged_by_their_types() => ExpectErrors(
        """
        { values(filter: { area: "x", in: [SPRING, "x"], by: { filter: { area: 1, limit: null } } }, oneBy: { id: 1 }) }
        """,
        """1:44 Enum "Season" cannot represent non-enum value: "x".""",
        "1:26 Int cannot represent non-integer value: \"x\"",
        """1:82 Expected value of non-null type "Int!" not to be null.""");

    [Fact]
    public void A_long_value_is_laid_out_over_lines_in_the_message() => ExpectErrors(
        """
        { values(filter: { name: "a name that is quite long, so that it takes a line", not: { name: "another one of these" } }, oneBy: { id: 1 }) }
        """,
        "1:18 Expected value of type \"Filter\" to include required field \"area\", found: {\n  name: \"a name that is quite long, so that it takes a line\"\n  not: { name: \"another one of these\" }\n}.",
        """1:85 Expected value of type "Filter" to include required field "area", found: { name: "another one of these" }.""");

    [Fact]
    public void OneOf_takes_exactly_one_field() => ExpectErrors(
        """
        { values(oneBy: {}, by: { id: 1, name: "x" }, manyBy: [{ id: 1 }, { name: null }]) }
        """,
        """1:17 Within OneOf Input Object type "By", exactly one field must be specified, and the value for that field must be non-null.""",
        """1:25 Within OneOf Input Object type "By", exactly one field must be specified, and the value for that field must be non-null.""",
        """1:67 Within OneOf Input Object type "By", exactly one field must be specified, and the value for that field must be non-null.""");

    [Fact]
    public void Of_oneOf_only_known_fields_count() => ExpectErrors(
        "{ values(oneBy: { id: 1, zzz: 2 }) }",
        """1:26 Expected value of type "By" not to include unknown field "zzz", found: { id: 1, zzz: 2 }.""");

    [Fact]
    public void A_variable_in_oneOf_is_left_to_another_rule() => ExpectValid("query Q($v: ID!) { values(oneBy: { id: $v }) }");

    [Fact]
    public void Arguments_of_directives_are_judged() => ExpectErrors(
        """
        { place @skip(if: 1) @onField(depth: "x") { area } }
        """,
        "1:19 Boolean cannot represent a non boolean value: 1",
        "1:38 Int cannot represent non-integer value: \"x\"");

    [Fact]
    public void Defaults_of_variables_are_judged() => ExpectErrors(
        """
        query Q($a: Int = "x", $b: [Season!]! = [SPRING, null], $c: Filter = { area: 1 }, $d: Int! = null, $e: Zzz = 1) { place { area } }
        """,
        "1:19 Int cannot represent non-integer value: \"x\"",
        """1:50 Expected value of non-null type "Season!" not to be null.""",
        """1:94 Expected value of non-null type "Int!" not to be null.""");

    [Fact]
    public void Values_of_unknown_arguments_fields_and_types_are_left_to_other_rules() => ExpectValid("{ values(zzz: [1], filter: { area: 1 }, oneBy: { id: 1 }) zzz(a: 1) place @zzz(a: 1) { area } }");

    [Fact]
    public void The_last_of_a_repeated_field_counts() => ExpectValid("""
        { values(filter: { area: "x", area: 1 }, oneBy: { id: 1 }) }
        """);
}
