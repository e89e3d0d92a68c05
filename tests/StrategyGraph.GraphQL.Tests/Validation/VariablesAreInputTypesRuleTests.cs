using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class VariablesAreInputTypesRuleTests() : RuleTests(nameof(VariablesAreInputTypesRule))
{
    [Fact]
    public void Scalars_enums_and_input_objects_are_input_types() => ExpectValid("query Q($a: Int, $b: [Season!]!, $c: Filter, $d: Json) { place { name } }");

    [Fact]
    public void Output_types_are_not() => ExpectErrors(
        "query Q($a: Park, $b: [[Place!]]!, $c: Facility) { place { name } }",
        """1:13 Variable "$a" cannot be non-input type "Park".""",
        """1:23 Variable "$b" cannot be non-input type "[[Place!]]!".""",
        """1:40 Variable "$c" cannot be non-input type "Facility".""");

    [Fact]
    public void Unknown_types_are_left_to_another_rule() => ExpectValid("query Q($a: Zzz) { place { name } }");
}
