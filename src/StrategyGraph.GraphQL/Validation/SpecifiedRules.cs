namespace StrategyGraph.GraphQL.Validation;

/// <summary>The rules in the reference implementation's order, which is the order of errors at one place of a document.</summary>
internal static class SpecifiedRules
{
    public static IReadOnlyList<ValidationRule> ForExecutableDocuments(ValidationContext context) => [];
}
