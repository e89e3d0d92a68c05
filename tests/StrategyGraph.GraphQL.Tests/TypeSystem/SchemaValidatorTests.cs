using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>
/// The type validation lists of specification §3, in the words and with the places of the reference implementation.
/// A fault reads <c>places message</c>, places being <c>line:column</c>.
/// </summary>
public class SchemaValidatorTests
{
    private const string Root = "type Query { a: Int } ";

    private static List<string> Faults(string sdl) =>
    [
        .. SchemaValidator.Validate(SchemaBuilder.Build(Parser.Parse(new Source(sdl), ParserOptions.ForSchemas)))
            .Select(e => $"{string.Join(' ', (e.Locations ?? []).Select(l => $"{l.Line}:{l.Column}"))} {e.Message}".TrimStart()),
    ];

    private static void ExpectFaults(string sdl, params string[] faults) => Assert.Equal(faults, Faults(sdl));

    private static void ExpectSound(string sdl) => Assert.Empty(Faults(sdl));

    // ── §3.3.1 Root types ──

    [Theory]
    [InlineData("type A { a: Int }", "Query root type must be provided.")]
    [InlineData("schema { mutation: A } type A { a: Int }", "1:1 Query root type must be provided.")]
    [InlineData("enum Query { A }", "1:1 Query root type must be Object type, it cannot be Query.")]
    [InlineData("schema { query: In } input In { a: Int }", "1:17 Query root type must be Object type, it cannot be In.")]
    [InlineData(Root + "input Mutation { a: Int }", "1:23 Mutation root type must be Object type if provided, it cannot be Mutation.")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "1:17 1:29 All root types must be different, \"A\" type is used as query and mutation root types.")]
    [InlineData("schema { query: A mutation: A } extend schema { subscription: A } type A { a: Int }", "1:17 1:29 1:63 All root types must be different, \"A\" type is used as query, mutation, and subscription root types.")]
    public void Root_types_are_different_objects(string sdl, string fault) => ExpectFaults(sdl, fault);

    // ── §2.1.9 Names ──

    [Theory]
    [InlineData(Root + "type __A { a: Int }", "1:23", "__A")]
    [InlineData("type Query { __a: Int }", "1:14", "__a")]
    [InlineData("type Query { a(__x: Int): Int }", "1:16", "__x")]
    [InlineData(Root + "enum E { __A }", "1:32", "__A")]
    [InlineData(Root + "input In { __a: Int }", "1:34", "__a")]
    [InlineData(Root + "directive @__d on FIELD", "1:23", "__d")]
    [InlineData(Root + "directive @d(__x: Int) on FIELD", "1:36", "__x")]
    public void Names_with_two_underscores_are_introspections(string sdl, string place, string name) =>
        ExpectFaults(sdl, $"{place} Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");

    // ── §3.6, §3.7 Objects and interfaces ──

    [Theory]
    [InlineData("type Query", "1:1 Type Query must define one or more fields.")]
    [InlineData(Root + "interface I extend interface I @a directive @a on INTERFACE", "1:23 1:35 Type I must define one or more fields.")]
    [InlineData("type Query { a: [In!] } input In { b: Int }", "1:17 The type of Query.a must be Output Type but got: [In!].")]
    [InlineData("type Query { a(x: Query): Int }", "1:19 The type of Query.a(x:) must be Input Type but got: Query.")]
    [InlineData("type Query { a(x: Int! @deprecated): Int }", "1:24 1:19 Required argument Query.a(x:) cannot be deprecated.")]
    public void Fields_answer_outputs_and_take_inputs(string sdl, string fault) => ExpectFaults(sdl, fault);

    [Theory]
    [InlineData("type A implements Query { a: Int }", "1:41 Type A must only implement Interface types, it cannot implement Query.")]
    [InlineData("interface I implements I { a: Int }", "1:46 Type I cannot implement itself because it would create a circular reference.")]
    [InlineData("interface I { a: Int } type A implements I & I { a: Int }", "1:64 1:68 Type A can only implement I once.")]
    [InlineData("interface I { a: Int } type A implements I { a: Int } extend type A implements I", "1:64 1:102 Type A can only implement I once.")]
    [InlineData("interface I { a: Int } interface J implements I { a: Int } type A implements J { a: Int }", "1:69 1:100 Type A must implement I because it is implemented by J.")]
    public void Interfaces_are_interfaces_named_once_and_in_full(string more, string fault) => ExpectFaults(Root + more, fault);

    [Fact]
    public void Interfaces_do_not_implement_each_other_in_a_circle() => ExpectFaults(
        Root + "interface I implements J { a: Int } interface J implements I { a: Int }",
        "1:82 1:46 Type I cannot implement J because it would create a circular reference.",
        "1:46 1:82 Type J cannot implement I because it would create a circular reference.");

    [Theory]
    [InlineData("b: Int", "1:37 1:46 Interface field I.a expected but A does not provide it.")]
    [InlineData("a: String", "1:40 1:71 Interface field I.a expects type Int but A.a is type String.")]
    [InlineData("a: [Int]", "1:40 1:71 Interface field I.a expects type Int but A.a is type [Int].")]
    [InlineData("a(x: Int!): Int", "1:70 1:37 Argument \"A.a(x:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".")]
    [InlineData("a: Int @deprecated", "1:75 1:71 Interface field I.a is not deprecated, so implementation field A.a must not be deprecated.")]
    public void An_implementation_keeps_the_promises_of_its_interface(string fields, string fault) =>
        ExpectFaults(Root + "interface I { a: Int } type A implements I { " + fields + " }", fault);

    [Theory]
    [InlineData("a: Int", "1:39 1:76 Interface field argument I.a(x:) expected but A.a does not provide it.")]
    [InlineData("a(x: Int!): Int", "1:42 1:81 Interface field argument I.a(x:) expects type Int but A.a(x:) is type Int!.")]
    public void An_implementation_takes_the_arguments_of_its_interface(string field, string fault) =>
        ExpectFaults(Root + "interface I { a(x: Int): Int } type A implements I { " + field + " }", fault);

    [Fact]
    public void An_implementation_may_answer_more_narrowly_and_take_more() => ExpectSound(Root + """
        interface Node { self: Node, all: [Node], any: Any, old: Int @deprecated }
        interface Named implements Node { self: Named, all: [Named!], any: Any, old: Int }
        type A implements Named & Node { self: A!, all(first: Int, after: Int! = 0): [A!]!, any: A, old: Int }
        union Any = A
        """);

    // ── §3.8 Unions, §3.9 Enums ──

    [Theory]
    [InlineData("union U", "1:23 Union type U must define one or more member types.")]
    [InlineData("union U = Query | Query", "1:33 1:41 Union type U can only include type Query once.")]
    [InlineData("union U = Query extend union U = Query", "1:33 1:56 Union type U can only include type Query once.")]
    [InlineData("union U = I interface I { a: Int }", "1:33 Union type U can only include Object types, it cannot include I.")]
    [InlineData("enum E", "1:23 Enum type E must define one or more values.")]
    public void Unions_have_objects_and_enums_have_values(string more, string fault) => ExpectFaults(Root + more, fault);

    // ── §3.10 Input objects ──

    [Theory]
    [InlineData("input In", "1:23 Input Object type In must define one or more fields.")]
    [InlineData("input In { a: Query }", "1:37 The type of In.a must be Input Type but got: Query.")]
    [InlineData("input In { a: Int! @deprecated }", "1:42 1:37 Required input field In.a cannot be deprecated.")]
    [InlineData("input In @oneOf { a: Int! }", "1:44 OneOf input field In.a must be nullable.")]
    [InlineData("input In @oneOf { a: Int = 1 }", "1:41 OneOf input field In.a cannot have a default value.")]
    [InlineData("input In { a: Int } extend input In @oneOf", "1:59 Directive \"@oneOf\" must not be provided by an extension of Input Object type \"In\".")]
    public void Input_objects_have_fields_that_can_be_given(string more, string fault) => ExpectFaults(Root + more, fault);

    [Theory]
    [InlineData("input A { a: A! }", "1:33 Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData("input A { b: B! } input B { c: C! } input C { x: Int, a: A! }", "1:33 1:51 1:77 Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.c, C.a.")]
    [InlineData("input A @oneOf { b: B } input B @oneOf { a: A }", "1:40 1:64 Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.a.")]
    [InlineData("input A { b: B! } input B @oneOf { a: A }", "1:33 1:58 Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.a.")]
    public void Input_objects_do_not_require_themselves(string more, string fault) => ExpectFaults(Root + more, fault);

    [Theory]
    [InlineData("input A { a: A }")]
    [InlineData("input A { a: [A!]! }")]
    [InlineData("input A { b: B! } input B { a: A }")]
    [InlineData("input A @oneOf { a: A, b: Int }")]
    [InlineData("input A { b: B! } input B @oneOf { a: A, id: ID }")]
    public void Input_objects_may_hold_themselves_where_that_can_end(string more) => ExpectSound(Root + more);

    [Theory]
    [InlineData("input A { a: A = {} }", "1:40 Invalid circular reference. The default value of Input Object field A.a references itself.")]
    [InlineData("input A { b: B = {} } input B { a: A = {} }", "1:40 1:62 Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a.")]
    [InlineData("input A { b: [B] = [{}, { a: null }] } input B { a: A = { x: 1 } x: Int } extend input A { x: Int }", "1:42 1:79 Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a.")]
    public void Default_values_do_not_call_for_themselves(string more, string fault) => ExpectFaults(Root + more, fault);

    [Theory]
    [InlineData("input A { a: A = { a: null } }")]
    [InlineData("input A { a: A = null }")]
    [InlineData("input A { b: B = {} } input B { a: A = { b: null } }")]
    public void Default_values_may_nest_where_that_ends(string more) => ExpectSound(Root + more);

    // ── Default values ──

    [Theory]
    [InlineData("type Query { a(x: Int = \"1\"): Int }", "1:25 Query.a(x:) has invalid default value: Int cannot represent non-integer value: \"1\"")]
    [InlineData("type Query { a(x: [E!] = [A, null, B]): Int } enum E { A }", "1:30 Query.a(x:) has invalid default value at [1]: Expected value of non-null type \"E!\" not to be null.", "1:36 Query.a(x:) has invalid default value at [2]: Value \"B\" does not exist in \"E\" enum. Did you mean the enum value \"A\"?")]
    [InlineData(Root + "input In { a: In = { b: true } b: Int }", "1:47 In.a has invalid default value at .b: Int cannot represent non-integer value: true", "1:42 Invalid circular reference. The default value of Input Object field In.a references itself.")]
    [InlineData(Root + "directive @d(x: Int! = null) on FIELD", "1:46 @d(x:) has invalid default value: Expected value of non-null type \"Int!\" not to be null.")]
    public void Default_values_are_of_their_type(string sdl, params string[] faults) => ExpectFaults(sdl, faults);

    // ── §3.13 Directives ──

    [Theory]
    [InlineData("directive @d(x: Query) on FIELD", "1:36 The type of @d(x:) must be Input Type but got: Query.")]
    [InlineData("directive @d(x: Int! @deprecated) on FIELD", "1:44 1:39 Required argument @d(x:) cannot be deprecated.")]
    [InlineData("directive @d(x: Int @d) on ARGUMENT_DEFINITION", "1:23 Directive @d must not reference itself, directly or through others: @d, @d.")]
    [InlineData("directive @d(x: In) on INPUT_FIELD_DEFINITION input In { e: E } enum E { A @e } directive @e(y: F) on ENUM_VALUE scalar F @f directive @f(z: Int @d) on SCALAR", "1:23 Directive @d must not reference itself, directly or through others: @d, In, E, @e, F, @f, @d.", "1:103 Directive @e must not reference itself, directly or through others: @e, F, @f, @d, In, E, @e.", "1:148 Directive @f must not reference itself, directly or through others: @f, @d, In, E, @e, F, @f.")]
    public void Directives_take_inputs_and_do_not_need_themselves(string more, params string[] faults) => ExpectFaults(Root + more, faults);

    // ── All of it ──

    [Fact]
    public void Every_fault_is_found_directives_first_then_types_in_order() => ExpectFaults(
        """
        type Query { __a: In }
        input In @oneOf { a: Int! }
        union U
        directive @d(__x: Int) on FIELD
        """,
        "4:14 Name \"__x\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "1:14 Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "1:19 The type of Query.__a must be Output Type but got: In.",
        "2:22 OneOf input field In.a must be nullable.",
        "3:1 Union type U must define one or more member types.");

    [Fact]
    public void The_longest_circles_are_found_without_going_deep()
    {
        const int Types = 20_000;
        var required = string.Concat(Enumerable.Range(0, Types).Select(i => $"input A{i} {{ a: A{(i + 1) % Types}! }} "));
        var defaults = string.Concat(Enumerable.Range(0, Types).Select(i => $"input A{i} {{ a: A{(i + 1) % Types} = {{}} }} "));

        Assert.Contains("cannot be provided a finite value", Assert.Single(Faults(Root + required)), StringComparison.Ordinal);
        Assert.Contains("Invalid circular reference", Assert.Single(Faults(Root + defaults)), StringComparison.Ordinal);
    }
}
