using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class OverlappingFieldsCanBeMergedRuleTests() : RuleTests(nameof(OverlappingFieldsCanBeMergedRule))
{
    [Fact]
    public void The_same_field_twice_merges() => ExpectValid("{ place { name name area: area area } place { name } }");

    [Fact]
    public void The_same_field_with_the_same_arguments_and_conditions_merges() => ExpectValid("{ park(id: 1) { name(short: true) name(short: true) @skip(if: true) open(season: SPRING) ... { open(season: SPRING) } } a: place { area } b: place { area } }");

    [Fact]
    public void Different_aliases_keep_fields_apart() => ExpectValid("{ place { a: name b: area } }");

    [Fact]
    public void Different_fields_do_not_merge() => ExpectErrors(
        "{ place { x: name x: area } }",
        """1:11,1:19 Fields "x" conflict because "name" and "area" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Different_arguments_do_not_merge() => ExpectErrors(
        "{ park(id: 1) { name(short: true) name(short: false) name } }",
        """1:17,1:35 Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:17,1:54 Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:35,1:54 Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Order_of_arguments_and_of_fields_in_objects_does_not_matter() => ExpectValid("""
        { a: values(int: 1, filter: { area: 1, name: "x" }, oneBy: { id: 1 }) a: values(oneBy: { id: 1 }, filter: { name: "x", area: 1 }, int: 1) }
        """);

    [Fact]
    public void Every_kind_of_literal_is_compared_by_its_meaning() => ExpectErrors(
        """"
        query Q($v: Int, $w: Int) {
          a: values(json: [1, 1.0, "x", X, true, null, { k: $v }]) a: values(json: [1, 1.0, "x", X, true, null, { k: $v }])
          b: values(int: $v) b: values(int: $w)
          c: values(json: 1) c: values(json: 1.0)
          d: values(json: "x") d: values(json: x)
          e: values(json: true) e: values(json: false)
          f: values(json: [1, 2]) f: values(json: [2, 1])
          g: values(json: { k: 1 }) g: values(json: { l: 1 })
          h: values(json: null) h: values(json: [])
          i: values(json: "x") i: values(json: """x""")
        }
        """",
        """3:3,3:22 Fields "b" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """4:3,4:22 Fields "c" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """5:3,5:24 Fields "d" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """6:3,6:25 Fields "e" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """7:3,7:27 Fields "f" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """8:3,8:29 Fields "g" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """9:3,9:25 Fields "h" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """10:3,10:24 Fields "i" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void An_argument_repeated_is_compared_each_time() => ExpectErrors(
        "{ a: values(int: 1, int: 2) a: values(int: 2, int: 2) b: values(int: 1) b: values(int: 1, int: 1) c: values(int: 1) c: values(float: 1) }",
        """1:3,1:29 Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:55,1:73 Fields "b" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:99,1:117 Fields "c" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Fields_of_objects_that_are_never_the_same_need_only_agree_in_shape() => ExpectErrors(
        "{ facility { ... on Park { x: benches } ... on School { x: pupils } } named { ... on Park { x: owner { age } } ... on School { x: owner { age } } ... on Person { y: age } ... on Park { y: open } } }",
        """1:163,1:186 Fields "y" conflict because they return conflicting types "Int" and "Boolean". Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void An_interface_may_be_any_of_them() => ExpectErrors(
        "{ named { ... on Place { x: area } ... on Person { x: age } } }",
        """1:26,1:52 Fields "x" conflict because "area" and "age" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Leaves_of_objects_that_are_never_the_same_must_be_the_same_leaf() => ExpectErrors(
        "{ facility { ... on Park { size } ... on School { size } } }",
        """1:28,1:51 Fields "size" conflict because they return conflicting types "Int" and "String". Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Lists_and_nulls_must_agree_too() => ExpectErrors(
        """
        { named { ... on School { x: classes } ... on Park { x: size } ... on Person { x: friends { age } } ... on Park { x: nearest(count: 1) { area } } }
        facility { ... on Park { y: size } ... on School { y: pupils } } named { ... on Person { z: size } ... on Park { z: size } }
        n: named { ... on School { l: grades } ... on School { k: grades k: classes } } }
        """,
        """1:27,1:54 Fields "x" conflict because they return conflicting types "[[Int!]!]" and "Int". Use different aliases on the fields to fetch both if this was intentional.""",
        """1:27,1:80 Fields "x" conflict because they return conflicting types "[[Int!]!]" and "[Person!]!". Use different aliases on the fields to fetch both if this was intentional.""",
        """1:27,1:115 Fields "x" conflict because they return conflicting types "[[Int!]!]" and "[Place!]". Use different aliases on the fields to fetch both if this was intentional.""",
        """1:54,1:80 Fields "x" conflict because they return conflicting types "Int" and "[Person!]!". Use different aliases on the fields to fetch both if this was intentional.""",
        """1:54,1:115 Fields "x" conflict because "size" and "nearest" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:80,1:115 Fields "x" conflict because they return conflicting types "[Person!]!" and "[Place!]". Use different aliases on the fields to fetch both if this was intentional.""",
        """2:90,2:114 Fields "z" conflict because they return conflicting types "Int!" and "Int". Use different aliases on the fields to fetch both if this was intentional.""",
        """3:56,3:66 Fields "k" conflict because "grades" and "classes" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Below_them_names_may_differ_but_shapes_may_not() => ExpectErrors(
        "{ named { ... on Park { owner { x: name } } ... on School { owner { x: age } } } facility { ... on Park { owner { y: name(short: true) } } ... on School { owner { y: name } } } }",
        """1:25,1:33,1:61,1:69 Fields "owner" conflict because subfields "x" conflict because they return conflicting types "String!" and "Int". Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Conflicts_in_subfields_are_told_with_their_way() => ExpectErrors(
        """
        { place { owner { x: name } }
        place { owner { x: age y: age } owner { y: name } } }
        """,
        """1:3,1:11,1:19,2:1,2:9,2:17 Fields "place" conflict because subfields "owner" conflict because subfields "x" conflict because "name" and "age" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
        """2:9,2:24,2:33,2:41 Fields "owner" conflict because subfields "y" conflict because "age" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Conflicts_through_fragments_are_found() => ExpectErrors(
        """
        { place { ...A ...B } }
        fragment A on Place { x: name }
        fragment B on Place { x: area }
        """,
        """2:23,3:23 Fields "x" conflict because "name" and "area" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Between_fields_and_fragments_in_fragments_too() => ExpectErrors(
        """
        { place { x: owner { age } ...A } }
        fragment A on Place { ...B }
        fragment B on Place { x: area ...A }
        """,
        """1:11,3:23 Fields "x" conflict because "owner" and "area" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void A_conflict_of_two_fragments_is_told_once() => ExpectErrors(
        """
        { place { ...A ...B } named { ... on Place { ...B ...A } } }
        fragment A on Place { x: name }
        fragment B on Place { x: area }
        """,
        """2:23,3:23 Fields "x" conflict because "name" and "area" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void First_as_exclusive_then_as_not() => ExpectErrors(
        """
        { facility { ... on Park { owner { ...A } } ... on School { owner { ...B } } } person { ...A ...B } }
        fragment A on Person { x: age }
        fragment B on Person { x: size }
        """,
        """1:28,2:24,1:61,3:24 Fields "owner" conflict because subfields "x" conflict because they return conflicting types "Int" and "Int!". Use different aliases on the fields to fetch both if this was intentional.""",
        """2:24,3:24 Fields "x" conflict because "age" and "size" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void First_as_not_then_as_exclusive() => ExpectValid("""
        { person { ...A ...B } facility { ... on Park { owner { ...A } } ... on School { owner { ...B } } } }
        fragment A on Person { x: age }
        fragment B on Person { x: age ...C }
        fragment C on Person { y: age }
        """);

    [Fact]
    public void Fragments_spread_in_subselections_of_merged_fields_meet() => ExpectErrors(
        """
        { place { owner { ...A ...C } } place { owner { ...B ...D } } }
        fragment A on Person { x: age }
        fragment B on Person { x: size }
        fragment C on Person { y: age }
        fragment D on Person { y: age }
        """,
        """1:3,1:11,2:24,1:33,1:41,3:24 Fields "place" conflict because subfields "owner" conflict because subfields "x" conflict because "age" and "size" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void A_fragment_that_spreads_itself_is_compared_once() => ExpectErrors(
        """
        { person { ...A ...A x: size } }
        fragment A on Person { x: age friends { ...A } ...A }
        """,
        """1:22,2:24 Fields "x" conflict because "size" and "age" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Unknown_fragments_types_and_fields_are_no_conflict_by_themselves() => ExpectValid("{ place { ...Zzz ...Yyy ... on Zzz { a } zzz { a } zzz { b } name { a } name { b } } }");

    [Fact]
    public void Unknown_fields_of_different_names_still_conflict() => ExpectErrors(
        "{ place { x: zzz x: yyy } }",
        """1:11,1:18 Fields "x" conflict because "zzz" and "yyy" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Meta_fields_conflict_like_others() => ExpectErrors(
        "{ place { x: __typename x: area ... on Park { y: __typename } ... on School { y: pupils } } }",
        """1:11,1:25 Fields "x" conflict because "__typename" and "area" are different fields. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void A_stream_merges_with_nothing() => ExpectErrors(
        """
        { persons @stream(label: "a") { age } persons { age } a: persons @stream { age } a: persons @stream { age } b: persons @stream(initialCount: 1) { age } b: persons @stream(initialCount: 2) { age } }
        """,
        """1:3,1:39 Fields "persons" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:55,1:82 Fields "a" conflict because they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100. Use different aliases on the fields to fetch both if this was intentional.""",
        """1:109,1:153 Fields "b" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.""");

    [Fact]
    public void Many_conflicts_below_one_field_are_cut_short() => ExpectErrors(
        """
        { place { owner { x0: name x1: name x2: name x3: name x4: name x5: name x6: name x7: name x8: name x9: name x10: name x11: name x12: name x13: name x14: name x15: name x16: name x17: name x18: name x19: name x20: name x21: name x22: name x23: name x24: name } }
        place { owner { x0: age x1: age x2: age x3: age x4: age x5: age x6: age x7: age x8: age x9: age x10: age x11: age x12: age x13: age x14: age x15: age x16: age x17: age x18: age x19: age x20: age x21: age x22: age x23: age x24: age } } }
        """,
        """1:3,1:19,1:28,1:37,1:46,1:55,1:64,1:73,1:82,1:91,1:100,1:109,1:119,1:129,1:139,1:149,1:159,1:169,1:179,1:189,2:1,2:17,2:25,2:33,2:41,2:49,2:57,2:65,2:73,2:81,2:89,2:97,2:106,2:115,2:124,2:133,2:142,2:151,2:160,2:169 Fields "place" conflict because subfields "owner" conflict because subfields "x0" conflict because "name" and "age" are different fields and subfields "x1" conflict because "name" and "age" are different fields and subfields "x2" conflict because "name" and "age" are different fields and subfields "x3" conflict because "name" and "age" are different fields and subfields "x4" conflict because "name" and "age" are different fields and subfields "x5" conflict because "name" and "age" are different fields and subfields "x6" conflict because "name" and "age" are different fields and subfields "x7" conflict because "name" and "age" are different fields and subfields "x8" conflict because "name" and "age" are different fields and subfields "x9" conflict because "name" and "age" are different fields and subfields "x10" conflict because "name" and "age" are different fields and subfields "x11" conflict because "name" and "age" are different fields and subfields "x12" conflict because "name" and "age" are different fields and .... Use different aliases on the fields to fetch both if this was intentional.""");
}
