using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueVariableNamesRuleTests() : RuleTests(nameof(UniqueVariableNamesRule))
{
    [Fact]
    public void Names_may_repeat_in_other_operations() => ExpectValid("query A($x: Int, $y: Int) { place { name } } query B($x: Int) { place { name } }");

    [Fact]
    public void Within_one_they_may_not() => ExpectErrors(
        """
        query A($x: Int, $y: Int, $x: String, $x: ID) { place { name } }
        query B($x: Int, $x: Int) { place { name } }
        """,
        """1:10,1:28,1:40 There can be only one variable named "$x".""",
        """2:10,2:19 There can be only one variable named "$x".""");
}
