using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class DeferStreamDirectiveOnRootFieldRuleTests() : RuleTests(nameof(DeferStreamDirectiveOnRootFieldRule))
{
    [Fact]
    public void A_query_defers_and_streams_on_its_root() => ExpectValid("{ ... @defer { place { area } } persons @stream { age } }");

    [Fact]
    public void Below_the_root_every_operation_may() => ExpectValid("""
        mutation M { rename(name: "x") { ... @defer { area } nearest(count: 1) @stream { area } } }
        """);

    [Fact]
    public void A_mutation_does_not_defer_its_root() => ExpectErrors(
        """
        mutation M { ... @defer { lists }
        ...F @defer }
        fragment F on Mutation { lists }
        """,
        """1:18 Defer directive cannot be used on root mutation type "Mutation".""",
        """2:6 Defer directive cannot be used on root mutation type "Mutation".""");

    [Fact]
    public void Nor_stream_it() => ExpectErrors(
        """
        mutation M { lists @stream ...F }
        fragment F on Mutation { lists @stream ...F }
        """,
        """1:20 Stream directive cannot be used on root mutation type "Mutation".""",
        """2:32 Stream directive cannot be used on root mutation type "Mutation".""");

    [Fact]
    public void Nor_does_a_subscription() => ExpectErrors(
        """
        subscription S { opened @stream { name } }
        subscription T { ... @defer { opened { name } } }
        """,
        """1:25 Stream directive cannot be used on root subscription type "Subscription".""",
        """2:22 Defer directive cannot be used on root subscription type "Subscription".""");

    [Fact]
    public void A_faultless_fragment_is_looked_into_once_and_a_faulty_one_for_each_operation() => ExpectErrors(
        """
        mutation M { ...F ...G }
        mutation N { ...F ...G }
        fragment F on Mutation { lists }
        fragment G on Mutation { lists @stream }
        mutation O { ...F }
        mutation P { ...F @defer }
        """,
        """4:32 Stream directive cannot be used on root mutation type "Mutation".""",
        """4:32 Stream directive cannot be used on root mutation type "Mutation".""",
        """6:19 Defer directive cannot be used on root mutation type "Mutation".""");

    [Fact]
    public void Unknown_fragments_are_left_to_another_rule() => ExpectValid("mutation M { ...Zzz @defer }");
}
