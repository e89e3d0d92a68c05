using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Validation;

/// <summary>What holds for validation as a whole, whatever the rule.</summary>
public class ValidatorTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("type Query { field(arg: Int): Query, color: Color } enum Color { RED }"));

    private static IReadOnlyList<Violation> Violations(string document, ValidationOptions? options = null) =>
        Validator.Violations(Schema, Parser.Parse(document), options);

    [Fact]
    public void A_document_without_faults_has_no_errors() => Assert.Empty(Validator.Validate(Schema, Parser.Parse("{ field { color } }")));

    [Fact]
    public void Errors_come_in_document_order_and_at_one_place_in_the_order_of_rules()
    {
        var rules = Violations("query($v: Nope) { nope(arg: 1) @nope field(arg: \"x\", arg: 1) { color } }").Select(v => v.Rule);

        Assert.Equal(
            [
                "NoUnusedVariablesRule", "KnownTypeNamesRule", "FieldsOnCorrectTypeRule", "KnownDirectivesRule",
                "UniqueArgumentNamesRule", "ValuesOfCorrectTypeRule",
            ],
            rules);
    }

    [Fact]
    public void Errors_carry_a_code_and_their_rule_and_no_path()
    {
        var error = Assert.Single(Validator.Validate(Schema, Parser.Parse("{\n  nope\n}")));

        Assert.Equal(new SourceLocation(2, 3), Assert.Single(error.Locations!));
        Assert.Null(error.Path);
        Assert.Equal(new Dictionary<string, object?> { ["code"] = "GRAPHQL_VALIDATION_FAILED", ["rule"] = "FieldsOnCorrectTypeRule" }, error.Extensions!);
    }

    [Fact]
    public void After_a_hundred_errors_validation_gives_up_and_says_so()
    {
        var violations = Violations($"{{ {string.Concat(Enumerable.Range(0, 150).Select(i => $"x{i} "))} }}");

        Assert.Equal(101, violations.Count);
        Assert.Null(violations[^1].Rule);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted. There are more than 100 errors.", violations[^1].Error.Message);
        Assert.Equal("TOO_MANY_ERRORS", violations[^1].Error.Extensions!["code"]);
        Assert.Equal(100.0, violations[^1].Error.Extensions!["limit"]);
    }

    [Fact]
    public void As_many_errors_as_allowed_are_no_reason_to_give_up() =>
        Assert.All(Violations("{ a b }", new ValidationOptions { MaxErrors = 2 }), v => Assert.NotNull(v.Rule));

    [Theory]
    [InlineData("{ feld { color } }", "Cannot query field \"feld\" on type \"Query\".")]
    [InlineData("{ field(agr: 1) { color } }", "Unknown argument \"agr\" on field \"Query.field\".")]
    [InlineData("{ ... on Qery { color } }", "Unknown type \"Qery\".")]
    [InlineData("query($c: Color = RAD) { color @skip(if: $c) }", "Value \"RAD\" does not exist in \"Color\" enum.")]
    public void Suggestions_can_be_turned_off(string document, string message)
    {
        Assert.Contains(Violations(document), v => v.Error.Message.StartsWith($"{message} Did you mean ", StringComparison.Ordinal));
        Assert.Contains(Violations(document, new ValidationOptions { Suggestions = false }), v => v.Error.Message == message);
    }

    [Fact]
    public void The_rules_are_those_of_graphql_js_in_its_order_and_each_has_tests()
    {
        var document = Parser.Parse("{ color }");
        var rules = SpecifiedRules.ForExecutableDocuments(new ValidationContext(Schema, document, ValidationOptions.Default)).Select(r => r.Name).ToList();

        Assert.Equal(
            [
                "ExecutableDefinitionsRule", "KnownOperationTypesRule", "UniqueOperationNamesRule", "LoneAnonymousOperationRule",
                "SingleFieldSubscriptionsRule", "KnownTypeNamesRule", "FragmentsOnCompositeTypesRule", "VariablesAreInputTypesRule",
                "ScalarLeafsRule", "FieldsOnCorrectTypeRule", "UniqueFragmentNamesRule", "KnownFragmentNamesRule", "NoUnusedFragmentsRule",
                "PossibleFragmentSpreadsRule", "NoFragmentCyclesRule", "UniqueVariableNamesRule", "NoUndefinedVariablesRule",
                "NoUnusedVariablesRule", "KnownDirectivesRule", "UniqueDirectivesPerLocationRule", "DeferStreamDirectiveOnRootFieldRule",
                "DeferStreamDirectiveOnValidOperationsRule", "DeferStreamDirectiveLabelRule", "StreamDirectiveOnListFieldRule",
                "KnownArgumentNamesRule", "UniqueArgumentNamesRule", "ValuesOfCorrectTypeRule", "ProvidedRequiredArgumentsRule",
                "VariablesInAllowedPositionRule", "OverlappingFieldsCanBeMergedRule", "UniqueInputFieldNamesRule", "MaxIntrospectionDepthRule",
            ],
            rules);
        Assert.All(rules, rule => Assert.NotNull(GetType().Assembly.GetType($"{GetType().Namespace}.{rule}Tests")));
    }
}
