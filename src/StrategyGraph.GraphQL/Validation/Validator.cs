using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// Checks a request against a schema before it is executed (specification §5), by the same rules, in the same order and with the same
/// messages and locations as the reference implementation, graphql-js 17.1.
/// </summary>
public static class Validator
{
    /// <returns>Every error found, in document order; empty when the document may be executed.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        [.. Violations(schema, document, options).Select(v => v.Error)];

    /// <summary>As <see cref="Validate"/>, each error with the rule that found it.</summary>
    public static IReadOnlyList<Violation> Violations(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);

        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        var exceeding = DocumentCounts.Exceeding(document, context.Options, context.Depth);
        return exceeding.Count > 0
            ? [.. exceeding.Select(error => new Violation(null, error))]
            : context.Run(SpecifiedRules.ForExecutableDocuments(context));
    }
}
