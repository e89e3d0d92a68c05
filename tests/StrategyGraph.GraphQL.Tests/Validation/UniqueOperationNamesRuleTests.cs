using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueOperationNamesRuleTests() : RuleTests(nameof(UniqueOperationNamesRule))
{
    [Fact]
    public void One_operation_is_unique() => ExpectValid("query A { place { name } }");

    [Fact]
    public void Different_names_are_unique() => ExpectValid("query A { place { name } } mutation B { lists }");

    [Fact]
    public void Anonymous_operations_have_no_name_to_share() => ExpectValid("{ place { name } } { place { name } }");

    [Fact]
    public void A_fragment_may_have_the_name_of_an_operation() => ExpectValid("query A { park(id: 1) { ...A } } fragment A on Park { benches }");

    [Fact]
    public void A_name_given_to_operations_of_whatever_kind_is_shared() => ExpectErrors(
        """
        query A { place { name } }
        mutation A { lists }
        subscription A { changed { name } }
        """,
        """1:7,2:10 There can be only one operation named "A".""",
        """1:7,3:14 There can be only one operation named "A".""");
}
