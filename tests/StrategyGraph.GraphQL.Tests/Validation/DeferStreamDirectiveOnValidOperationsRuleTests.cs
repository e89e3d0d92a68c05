using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class DeferStreamDirectiveOnValidOperationsRuleTests() : RuleTests(nameof(DeferStreamDirectiveOnValidOperationsRule))
{
    [Fact]
    public void Queries_and_mutations_defer_and_stream() => ExpectValid("""
        query Q { place { ... @defer { area } } } mutation M { rename(name: "x") { nearest(count: 1) @stream { area } } }
        """);

    [Fact]
    public void A_subscription_does_not() => ExpectErrors(
        """
        subscription S { changed { ... @defer { area }
        nearest(count: 1) @stream { area } } }
        """,
        "1:32 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "2:19 Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.");

    [Fact]
    public void Unless_it_may_be_off() => ExpectValid("subscription S($b: Boolean) { changed { ... @defer(if: false) { area } ... @defer(if: $b) { size } nearest(count: 1) @stream(if: false) { area } } }");

    [Fact]
    public void A_condition_that_is_not_false_is_no_way_off() => ExpectErrors(
        """
        subscription S { changed { ... @defer(if: true) { area } ... @defer(if: "x") { size } } }
        """,
        "1:32 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "1:62 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.");

    [Fact]
    public void What_may_be_left_out_may_hold_it() => ExpectValid("subscription S($b: Boolean!) { changed { ... @skip(if: $b) { ... @defer { area } } ... @include(if: $b) { ... @defer { area } } ... @skip(if: true) @defer { area } ... @include(if: false) @defer { area } ... @skip @defer { area } } }");

    [Fact]
    public void What_is_surely_there_may_not() => ExpectErrors(
        "subscription S { changed { ... @skip(if: false) @defer { area } ... @include(if: true) @defer { area } ... @include @defer { area } } }",
        "1:49 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "1:88 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "1:117 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.");

    [Fact]
    public void The_way_through_fragments_is_told() => ExpectErrors(
        """
        subscription S { changed { ...A } }
        fragment A on Park { owner { ...B } ...Zzz }
        fragment B on Person { ... @defer { age } ...B }
        """,
        "3:28,2:30,1:28 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.");

    [Fact]
    public void A_faulty_fragment_is_told_for_each_operation() => ExpectErrors(
        """
        subscription S { changed { ...A } }
        subscription T { changed { ...A ...C } }
        subscription U { changed { ...C } }
        subscription V { changed { ...C } }
        fragment A on Park { ... @defer { area } }
        fragment C on Park { area }
        """,
        "5:26,1:28 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "5:26,2:28 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.");
}
