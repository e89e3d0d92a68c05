using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueDirectivesPerLocationRuleTests() : RuleTests(nameof(UniqueDirectivesPerLocationRule))
{
    [Fact]
    public void Different_directives_and_different_places_are_unique() => ExpectValid("query Q @onQuery { place @onField @skip(if: true) { area @skip(if: true) @include(if: true) } ...F } fragment F on Query { place { area @skip(if: true) } }");

    [Fact]
    public void Repeatable_directives_repeat() => ExpectValid("""
        { place @tag(name: "a") @tag(name: "b") { area } }
        """);

    [Fact]
    public void Unknown_directives_are_left_to_another_rule() => ExpectValid("{ place @zzz @zzz { area } }");

    [Fact]
    public void Others_do_not() => ExpectErrors(
        """
        query Q @onQuery @onQuery { place @onField @onField @onField { area }
        ...F @skip(if: true) @skip(if: false)
        ... @defer @defer { __typename } }
        fragment F on Query { place { area } }
        """,
        """1:9,1:18 The directive "@onQuery" can only be used once at this location.""",
        """1:35,1:44 The directive "@onField" can only be used once at this location.""",
        """1:35,1:53 The directive "@onField" can only be used once at this location.""",
        """2:6,2:22 The directive "@skip" can only be used once at this location.""",
        """3:5,3:12 The directive "@defer" can only be used once at this location.""");

    [Fact]
    public void A_directive_that_the_document_defines_is_unique_there_unless_repeatable() => ExpectErrors(
        """
        { place @mine @mine @many @many { area } }
        directive @mine on FIELD
        directive @many repeatable on FIELD
        """,
        """1:9,1:15 The directive "@mine" can only be used once at this location.""");

    [Fact]
    public void A_type_and_its_extensions_are_one_place() => ExpectErrors(
        """
        { place { area } }
        scalar A @onField
        extend scalar A @onField
        schema @onQuery { query: Query }
        extend schema @onQuery
        type B { f(a: Int @onField @onField): Int @onField @onField }
        enum E { X @onField @onField }
        """,
        """2:10,3:17 The directive "@onField" can only be used once at this location.""",
        """4:8,5:15 The directive "@onQuery" can only be used once at this location.""",
        """6:43,6:52 The directive "@onField" can only be used once at this location.""",
        """6:19,6:28 The directive "@onField" can only be used once at this location.""",
        """7:12,7:21 The directive "@onField" can only be used once at this location.""");
}
