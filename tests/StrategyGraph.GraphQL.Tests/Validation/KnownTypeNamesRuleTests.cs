using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class KnownTypeNamesRuleTests() : RuleTests(nameof(KnownTypeNamesRule))
{
    [Fact]
    public void Known_types_may_be_named() => ExpectValid("query Q($v: Filter, $l: [Season!]) { place { ... on Park { benches } } named { ...F } } fragment F on Place { area }");

    [Fact]
    public void Unknown_types_are_reported_wherever_named() => ExpectErrors(
        """
        query Q($v: Flter!) { place { ... on Prak { benches } } named { ...F } }
        fragment F on Zzz { area }
        """,
        """1:13 Unknown type "Flter". Did you mean "Filter" or "Float"?""",
        """1:38 Unknown type "Prak". Did you mean "Park"?""",
        """2:15 Unknown type "Zzz".""");

    [Fact]
    public void A_type_defined_in_the_document_is_known() => ExpectErrors(
        """
        query Q($v: Bus) { place { name } }
        type Bus { line: Lne }
        """,
        """2:18 Unknown type "Lne". Did you mean "Int"?""");

    [Fact]
    public void A_type_only_extended_in_the_document_is_not() => ExpectErrors(
        """
        query Q($v: Tram) { place { name } }
        extend type Tram { line: Int }
        """,
        """1:13 Unknown type "Tram".""");

    [Fact]
    public void Definitions_may_use_scalars_that_the_schema_does_not_have() => ExpectErrors(
        """
        { place { name } }
        input Bus { fare: Float, stop: __Type, zone: Flot }
        """,
        """2:46 Unknown type "Flot". Did you mean "Float"?""");
}
