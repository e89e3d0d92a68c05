using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class ExecutableDefinitionsRuleTests() : RuleTests(nameof(ExecutableDefinitionsRule))
{
    [Fact]
    public void Operations_and_fragments_are_executable() => ExpectValid("query A { place { name } } fragment F on Park { benches }");

    [Fact]
    public void A_type_beside_an_operation_is_not() => ExpectErrors(
        """
        { place { name } }
        type Bus { line: Int }
        """,
        """2:1 The "Bus" definition is not executable.""");

    [Fact]
    public void Neither_are_extensions_directives_or_the_schema() => ExpectErrors(
        """
        { place { name } }
        extend type Park { trees: Int }
        directive @x on FIELD
        schema { query: Query }
        extend schema @onQuery
        """,
        """2:1 The "Park" definition is not executable.""",
        """3:1 The "x" definition is not executable.""",
        "4:1 The schema definition is not executable.",
        "5:1 The schema definition is not executable.");
}
