using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class KnownOperationTypesRuleTests() : RuleTests(nameof(KnownOperationTypesRule))
{
    [Fact]
    public void Operations_with_a_root_type_are_known() =>
        ExpectValid("query A { place { name } } mutation B { lists } subscription C { changed { name } }");

    [Fact]
    public void Operations_without_one_are_not() => ExpectErrors(
        """
        { a }
        mutation M { a }
        subscription { a }
        """,
        [
            "2:1 The mutation operation is not supported by the schema.",
            "3:1 The subscription operation is not supported by the schema.",
        ],
        SchemaOf("type Query { a: Int }"));
}
