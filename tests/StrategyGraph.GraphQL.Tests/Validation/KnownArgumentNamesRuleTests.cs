using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class KnownArgumentNamesRuleTests() : RuleTests(nameof(KnownArgumentNamesRule))
{
    [Fact]
    public void Defined_arguments_are_known() => ExpectValid("""
        { park(id: 1) { name(short: true) open(season: SPRING) @onField(depth: 1) } __type(name: "x") { fields(includeDeprecated: true) { name } } }
        """);

    [Fact]
    public void Others_are_not() => ExpectErrors(
        "{ park(idd: 1, id: 1) { name(x: 1) area(zzz: 1) } }",
        """1:8 Unknown argument "idd" on field "Query.park". Did you mean "id"?""",
        """1:30 Unknown argument "x" on field "Park.name".""",
        """1:41 Unknown argument "zzz" on field "Park.area".""");

    [Fact]
    public void On_meta_fields_neither() => ExpectErrors(
        """
        { __type(nme: "x") { name } __typename(a: 1) }
        """,
        """1:10 Unknown argument "nme" on field "<meta>.__type". Did you mean "name"?""",
        """1:40 Unknown argument "a" on field "<meta>.__typename".""");

    [Fact]
    public void Nor_on_directives() => ExpectErrors(
        "{ place @onField(dpth: 1) @skip(if: true, unless: 1) { area } }",
        """1:18 Unknown argument "dpth" on directive "@onField". Did you mean "depth"?""",
        """1:43 Unknown argument "unless" on directive "@skip".""");

    [Fact]
    public void Arguments_of_unknown_fields_and_directives_are_left_to_other_rules() => ExpectValid("{ zzz(a: 1) place @zzz(a: 1) { area } }");

    [Fact]
    public void A_directive_that_the_document_defines_has_its_arguments() => ExpectErrors(
        """
        { place @mine(a: 1, b: 2) { area } }
        directive @mine(a: Int) on FIELD
        """,
        """1:21 Unknown argument "b" on directive "@mine". Did you mean "a"?""");
}
