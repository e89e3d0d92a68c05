using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class NoFragmentCyclesRuleTests() : RuleTests(nameof(NoFragmentCyclesRule))
{
    [Fact]
    public void A_fragment_spread_often_is_no_cycle() => ExpectValid("{ place { ...A ...A } } fragment A on Place { ...B owner { name } ...B } fragment B on Place { ...C ...C } fragment C on Place { area ...Zzz }");

    [Fact]
    public void A_fragment_may_not_spread_itself() => ExpectErrors(
        """
        { person { ...A } }
        fragment A on Person { friends { ...A } }
        """,
        """2:34 Cannot spread fragment "A" within itself.""");

    [Fact]
    public void Nor_in_an_inline_fragment() => ExpectErrors(
        """
        { person { ...A } }
        fragment A on Person { ... on Named { ...A } }
        """,
        """2:39 Cannot spread fragment "A" within itself.""");

    [Fact]
    public void Nor_through_others() => ExpectErrors(
        """
        { person { ...A } }
        fragment A on Person { ...B }
        fragment B on Person { ...C }
        fragment C on Person { ...A }
        """,
        """2:24,3:24,4:24 Cannot spread fragment "A" within itself via "B", "C".""");

    [Fact]
    public void Each_cycle_through_a_fragment_is_reported() => ExpectErrors(
        """
        { person { ...A } }
        fragment A on Person { ...B ...C }
        fragment B on Person { ...C ...A }
        fragment C on Person { ...B ...C }
        """,
        """3:24,4:24 Cannot spread fragment "B" within itself via "C".""",
        """4:29 Cannot spread fragment "C" within itself.""",
        """2:24,3:29 Cannot spread fragment "A" within itself via "B".""");

    [Fact]
    public void A_path_into_a_cycle_is_not_part_of_it() => ExpectErrors(
        """
        { person { ...A } }
        fragment A on Person { ...B }
        fragment B on Person { friends { ...C } }
        fragment C on Person { ...B }
        """,
        """3:34,4:24 Cannot spread fragment "B" within itself via "C".""");
}
