using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

/// <summary>
/// Specification §5.8.5: a variable of a oneOf input's field is non-null. graphql-js 17.1 only sees this where the input object
/// itself is nullable and not in a list; here it holds everywhere.
/// </summary>
public class OneOfVariablesTests() : RuleTests(nameof(VariablesInAllowedPositionRule))
{
    [Theory]
    [InlineData("by: { id: $v }", "1:9,1:36")]
    [InlineData("oneBy: { id: $v }", "1:9,1:39")]
    [InlineData("manyBy: [{ id: $v }]", "1:9,1:41")]
    [InlineData("manyBy: { id: $v }", "1:9,1:40")]
    public void A_nullable_variable_is_refused_however_the_input_is_wrapped(string argument, string locations) => ExpectErrors(
        $"query Q($v: ID) {{ values({argument}) }}",
        $"{locations} Variable \"$v\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"By\".");

    [Theory]
    [InlineData("oneBy: { id: $v }")]
    [InlineData("manyBy: [{ id: $v }]")]
    public void A_non_null_variable_is_taken(string argument) => ExpectValid($"query Q($v: ID!) {{ values({argument}) }}");

    [Fact]
    public void A_nullable_variable_is_an_item_of_a_list_of_such_inputs() => ExpectValid("query Q($v: By = { id: 1 }) { values(manyBy: [$v]) }");
}
