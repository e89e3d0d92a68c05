using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class KnownDirectivesRuleTests() : RuleTests(nameof(KnownDirectivesRule))
{
    [Fact]
    public void Directives_in_their_places_are_known() => ExpectValid("""
        query Q($v: Int @tag(name: "x")) @onQuery { place @onField @skip(if: true) { ...F @include(if: true) ... @defer { area } } } fragment F on Place { area }
        """);

    [Fact]
    public void Unknown_ones_are_reported() => ExpectErrors(
        "query Q @zzz { place @onFeld { area } }",
        """1:9 Unknown directive "@zzz".""",
        """1:22 Unknown directive "@onFeld".""");

    [Fact]
    public void Directives_have_their_places() => ExpectErrors(
        """
        query Q($v: Int @skip(if: true)) @skip(if: true) { place @onQuery { ...F @tag(name: "a") ... @onField { area } } }
        fragment F on Place @onField { area }
        mutation M @onQuery { lists }
        subscription S @onQuery { changed { name } }
        """,
        """1:17 Directive "@skip" may not be used on VARIABLE_DEFINITION.""",
        """1:34 Directive "@skip" may not be used on QUERY.""",
        """1:58 Directive "@onQuery" may not be used on FIELD.""",
        """1:74 Directive "@tag" may not be used on FRAGMENT_SPREAD.""",
        """1:94 Directive "@onField" may not be used on INLINE_FRAGMENT.""",
        """2:21 Directive "@onField" may not be used on FRAGMENT_DEFINITION.""",
        """3:12 Directive "@onQuery" may not be used on MUTATION.""",
        """4:16 Directive "@onQuery" may not be used on SUBSCRIPTION.""");

    [Fact]
    public void A_directive_that_the_document_defines_is_known_there() => ExpectErrors(
        """
        { place @mine { area } }
        directive @mine on QUERY
        """,
        """1:9 Directive "@mine" may not be used on FIELD.""");

    [Fact]
    public void Type_system_places_are_told_apart() => ExpectErrors(
        """
        { place { area } }
        schema @skip(if: true) { query: Query }
        extend schema @skip(if: true)
        scalar A @skip(if: true)
        type B @skip(if: true) { f(a: Int @skip(if: true)): Int @skip(if: true) }
        interface C @skip(if: true) { f: Int }
        union D @skip(if: true) = B
        enum E @skip(if: true) { X @skip(if: true) }
        input F @skip(if: true) { f: Int @skip(if: true) }
        extend type B @skip(if: true)
        directive @g(a: Int @skip(if: true)) on FIELD
        """,
        """2:8 Directive "@skip" may not be used on SCHEMA.""",
        """3:15 Directive "@skip" may not be used on SCHEMA.""",
        """4:10 Directive "@skip" may not be used on SCALAR.""",
        """5:8 Directive "@skip" may not be used on OBJECT.""",
        """5:35 Directive "@skip" may not be used on ARGUMENT_DEFINITION.""",
        """5:57 Directive "@skip" may not be used on FIELD_DEFINITION.""",
        """6:13 Directive "@skip" may not be used on INTERFACE.""",
        """7:9 Directive "@skip" may not be used on UNION.""",
        """8:8 Directive "@skip" may not be used on ENUM.""",
        """8:28 Directive "@skip" may not be used on ENUM_VALUE.""",
        """9:9 Directive "@skip" may not be used on INPUT_OBJECT.""",
        """9:34 Directive "@skip" may not be used on INPUT_FIELD_DEFINITION.""",
        """10:15 Directive "@skip" may not be used on OBJECT.""",
        """11:21 Directive "@skip" may not be used on ARGUMENT_DEFINITION.""");
}
