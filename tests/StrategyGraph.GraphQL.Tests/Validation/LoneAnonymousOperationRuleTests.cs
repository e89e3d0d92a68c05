using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class LoneAnonymousOperationRuleTests() : RuleTests(nameof(LoneAnonymousOperationRule))
{
    [Fact]
    public void No_operation_needs_no_name() => ExpectValid("fragment F on Park { benches }");

    [Fact]
    public void One_anonymous_operation_with_fragments_is_alone() => ExpectValid("{ park(id: 1) { ...F } } fragment F on Park { benches }");

    [Fact]
    public void Named_operations_may_be_many() => ExpectValid("query A { place { name } } query B { place { name } }");

    [Fact]
    public void Each_anonymous_operation_among_several_is_reported() => ExpectErrors(
        """
        { place { name } }
        query A { place { name } }
        { place { area } }
        """,
        "1:1 This anonymous operation must be the only defined operation.",
        "3:1 This anonymous operation must be the only defined operation.");
}
