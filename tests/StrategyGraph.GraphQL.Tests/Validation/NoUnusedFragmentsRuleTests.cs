using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class NoUnusedFragmentsRuleTests() : RuleTests(nameof(NoUnusedFragmentsRule))
{
    [Fact]
    public void Fragments_that_an_operation_reaches_are_used() => ExpectValid("{ place { ...A } } fragment A on Place { owner { ...B } } fragment B on Person { age }");

    [Fact]
    public void Operations_share_them() => ExpectValid("query P { place { ...A } } query Q { place { ...B } } fragment A on Place { area } fragment B on Place { area }");

    [Fact]
    public void Fragments_that_nothing_reaches_are_not() => ExpectErrors(
        """
        { place { ...A } }
        fragment A on Place { area }
        fragment B on Place { ...C }
        fragment C on Place { ...B }
        """,
        """3:1 Fragment "B" is never used.""",
        """4:1 Fragment "C" is never used.""");

    [Fact]
    public void Spreading_an_unknown_fragment_uses_nothing() => ExpectErrors(
        """
        { place { ...Zzz } }
        fragment A on Place { area }
        """,
        """2:1 Fragment "A" is never used.""");
}
