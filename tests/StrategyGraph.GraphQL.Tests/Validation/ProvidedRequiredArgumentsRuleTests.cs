using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class ProvidedRequiredArgumentsRuleTests() : RuleTests(nameof(ProvidedRequiredArgumentsRule))
{
    [Fact]
    public void Required_arguments_given_and_others_left_out() => ExpectValid("{ park(id: 1) { name open nearest(count: 1) { area } } values(oneBy: { id: 1 }) }");

    [Fact]
    public void Required_arguments_left_out() => ExpectErrors(
        "{ park { nearest { area } } values }",
        """1:10 Argument "Park.nearest(count:)" of type "Int!" is required, but it was not provided.""",
        """1:3 Argument "Query.park(id:)" of type "ID!" is required, but it was not provided.""",
        """1:29 Argument "Query.values(oneBy:)" of type "By!" is required, but it was not provided.""");

    [Fact]
    public void A_variable_or_null_counts_as_given() => ExpectValid("query Q($v: Int) { park(id: null) { nearest(count: $v) { area } } }");

    [Fact]
    public void On_meta_fields_too() => ExpectErrors(
        "{ __type { name } }",
        """1:3 Argument "<meta>.__type(name:)" of type "String!" is required, but it was not provided.""");

    [Fact]
    public void On_directives_too() => ExpectErrors(
        "{ place @skip @tag { area } }",
        """1:9 Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided.""",
        """1:15 Argument "@tag(name:)" of type "String!" is required, but it was not provided.""");

    [Fact]
    public void Unknown_fields_and_directives_are_left_to_other_rules() => ExpectValid("{ zzz place @zzz { area } }");

    [Fact]
    public void A_directive_that_the_document_defines_has_its_requirements() => ExpectErrors(
        """
        { place @mine { area } }
        directive @mine(a: [Int!]!, b: Int! = 1, c: Int) on FIELD
        """,
        """1:9 Argument "@mine(a:)" of type "[Int!]!" is required, but it was not provided.""");
}
