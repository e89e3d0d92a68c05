using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class StreamDirectiveOnListFieldRuleTests() : RuleTests(nameof(StreamDirectiveOnListFieldRule))
{
    [Fact]
    public void Lists_are_streamed_non_null_or_not() => ExpectValid("{ persons @stream { age } school { classes @stream grades @stream } }");

    [Fact]
    public void Other_fields_are_not() => ExpectErrors(
        "{ place @stream { area @stream } }",
        """1:9 Directive "@stream" cannot be used on non-list field "Query.place".""",
        """1:24 Directive "@stream" cannot be used on non-list field "Place.area".""");

    [Fact]
    public void Unknown_fields_and_other_directives_are_left_to_other_rules() => ExpectValid("{ zzz @stream place @onField { area } } query Q @stream { place { area } }");
}
