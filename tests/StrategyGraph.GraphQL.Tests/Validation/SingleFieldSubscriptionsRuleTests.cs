using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class SingleFieldSubscriptionsRuleTests() : RuleTests(nameof(SingleFieldSubscriptionsRule))
{
    [Fact]
    public void One_field_is_what_a_subscription_selects() => ExpectValid("subscription S { changed { name area } }");

    [Fact]
    public void The_same_field_twice_is_still_one() => ExpectValid("subscription S { changed { name } ...F } fragment F on Subscription { changed { area } }");

    [Fact]
    public void Queries_select_what_they_like() => ExpectValid("query Q { place { name } named { name } }");

    [Fact]
    public void A_second_field_is_one_too_many() => ExpectErrors(
        "subscription S { changed { name } counted opened { name } }",
        """1:35,1:43 Subscription "S" must select only one top level field.""");

    [Fact]
    public void An_anonymous_subscription_is_called_so() => ExpectErrors(
        """
        subscription { changed { name }
        counted }
        """,
        "2:1 Anonymous Subscription must select only one top level field.");

    [Fact]
    public void Fields_in_fragments_count() => ExpectErrors(
        """
        subscription S { changed { name } ...F ... on Subscription { opened { name } } }
        fragment F on Subscription { counted ...F }
        """,
        """2:30,1:62 Subscription "S" must select only one top level field.""");

    [Fact]
    public void Fragments_on_other_types_do_not() => ExpectValid("""
        subscription S { changed { name } ...F ...Missing ... on Query { place { name } } }
        fragment F on Park { benches }
        """);

    [Fact]
    public void A_subscription_that_selects_nothing_for_sure_is_refused() => ExpectErrors(
        "subscription S { ...F } fragment F on Park { benches }",
        """1:16 Subscription "S" must select one top level field.""");

    [Fact]
    public void An_anonymous_one_too() => ExpectErrors(
        "subscription { ... on Park { benches } }",
        "1:14 Anonymous Subscription must select one top level field.");

    [Fact]
    public void Introspection_fields_are_not_events() => ExpectErrors(
        "subscription S { __typename }",
        """1:18 Subscription "S" must not select an introspection top level field.""");

    [Fact]
    public void Not_under_an_alias_in_an_anonymous_subscription_either() => ExpectErrors(
        "subscription { x: __typename }",
        "1:16 Anonymous Subscription must not select an introspection top level field.");

    [Fact]
    public void Conditions_on_the_root_decide_too_much() => ExpectErrors(
        """
        subscription S($b: Boolean!) { changed @skip(if: $b) { name }
        counted @include(if: $b) }
        """,
        """1:40,2:9 Subscription "S" must not use `@skip` or `@include` directives in the top level selection.""");

    [Fact]
    public void Conditions_on_fragments_and_in_them_are_on_the_root_too() => ExpectErrors(
        """
        subscription ($b: Boolean!) {
          ...F @include(if: $b)
          ... @skip(if: $b) { counted }
          ...F
        }
        fragment F on Subscription { changed @include(if: $b) { name } }
        """,
        "2:8,3:7,6:38 Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.");

    [Fact]
    public void Conditions_below_the_root_are_free() => ExpectValid("subscription S($b: Boolean!) { changed { name @skip(if: $b) } }");

    [Fact]
    public void A_fragment_deferred_and_not_is_looked_into_twice() => ExpectErrors(
        """
        subscription S { counted ...F @defer ...F @defer(if: false) ...F }
        fragment F on Subscription { opened { name } }
        """,
        """2:30,2:30 Subscription "S" must select only one top level field.""");

    [Fact]
    public void A_fragment_deferred_twice_by_one_directive_is_looked_into_once() => ExpectErrors(
        """
        subscription S { counted ... @defer { ...F ...F } }
        fragment F on Subscription { opened { name } }
        """,
        """2:30 Subscription "S" must select only one top level field.""");
}
