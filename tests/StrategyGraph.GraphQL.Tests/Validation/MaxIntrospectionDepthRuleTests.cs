using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class MaxIntrospectionDepthRuleTests() : RuleTests(nameof(MaxIntrospectionDepthRule))
{
    [Fact]
    public void What_tools_ask_is_shallow_enough() => ExpectValid("{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } args { name } } interfaces { name } possibleTypes { name } inputFields { type { name } } } } }");

    [Fact]
    public void Two_lists_deep_is_allowed() => ExpectValid("""
        { __type(name: "Park") { fields { type { fields { name } } } } }
        """);

    [Fact]
    public void Three_lists_deep_is_not() => ExpectErrors(
        """
        { __type(name: "Park") { fields { type { interfaces { possibleTypes { name } } } } } }
        """,
        "1:3 Maximum introspection depth exceeded: lists lie within each other more than 2 levels deep.");

    [Fact]
    public void Nor_through_fragments() => ExpectErrors(
        """
        { __schema { types { ...A } } __type(name: "Park") { ...A } }
        fragment A on __Type { fields { type { ...B } } ...A ...Zzz }
        fragment B on __Type { inputFields { type { ... on __Type { fields { name } } } } }
        """,
        "1:3 Maximum introspection depth exceeded: lists lie within each other more than 2 levels deep.",
        "1:31 Maximum introspection depth exceeded: lists lie within each other more than 2 levels deep.");

    [Fact]
    public void A_fragment_shallow_here_may_be_too_deep_there() => ExpectErrors(
        """
        { a: __type(name: "Park") { ...A } b: __type(name: "Park") { fields { type { fields { type { ...A } } } } } c: __type(name: "Park") { ...A } }
        fragment A on __Type { fields { name } }
        """,
        "1:36 Maximum introspection depth exceeded: lists lie within each other more than 2 levels deep.");

    [Fact]
    public void Fields_of_that_name_elsewhere_do_not_count() => ExpectValid("{ place { fields { interfaces { possibleTypes { name } } } } }");
}
