using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class UniqueFragmentNamesRuleTests() : RuleTests(nameof(UniqueFragmentNamesRule))
{
    [Fact]
    public void Different_names_are_unique() => ExpectValid("{ place { ...A ...B } } fragment A on Park { benches } fragment B on School { pupils }");

    [Fact]
    public void Inline_fragments_have_no_names() => ExpectValid("{ place { ... on Park { benches } ... on Park { size } } }");

    [Fact]
    public void A_name_given_twice_is_shared() => ExpectErrors(
        """
        { place { ...A } }
        fragment A on Park { benches }
        fragment A on School { pupils }
        fragment A on Park { size }
        """,
        """2:10,3:10 There can be only one fragment named "A".""",
        """2:10,4:10 There can be only one fragment named "A".""");
}
