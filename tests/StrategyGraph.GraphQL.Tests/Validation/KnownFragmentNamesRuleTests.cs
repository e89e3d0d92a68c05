using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class KnownFragmentNamesRuleTests() : RuleTests(nameof(KnownFragmentNamesRule))
{
    [Fact]
    public void Defined_fragments_are_known() => ExpectValid("{ place { ...A ... on Place { ...B } } } fragment A on Place { ...B } fragment B on Place { area }");

    [Fact]
    public void Others_are_not_wherever_they_are_spread() => ExpectErrors(
        """
        { place { ...X ... on Place { ...Y } ...A } }
        fragment A on Place { ...Z }
        """,
        """1:14 Unknown fragment "X".""",
        """1:34 Unknown fragment "Y".""",
        """2:26 Unknown fragment "Z".""");
}
