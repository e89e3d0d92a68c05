using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// Checks a type system document (specification §3) before a schema is built of it, by the same rules, in the same order and with the
/// same messages and locations as the reference implementation, graphql-js 17.1. Whether the types then fit each other is for
/// <see cref="SchemaValidator"/> to say.
/// </summary>
public static class SdlValidator
{
    /// <summary>A schema's author is shown every error.</summary>
    private static readonly ValidationOptions AllErrors = new() { MaxErrors = int.MaxValue };

    /// <summary>The names of the rules, as in the reference implementation and in the order in which they report.</summary>
    public static IReadOnlyList<string> RuleNames { get; } =
        [.. SpecifiedRules.ForSchemaDocuments(new ValidationContext(null, new DocumentNode(new Source(""), []), AllErrors)).Select(r => r.Name)];

    /// <param name="extended">The schema that the document extends; null for a document that defines a schema on its own.</param>
    /// <returns>Every error found, in document order; empty when a schema may be built.</returns>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, Schema? extended = null) =>
        [.. Violations(document, extended).Select(v => v.Error)];

    /// <summary>As <see cref="Validate"/>, each error with the rule that found it.</summary>
    public static IReadOnlyList<Violation> Violations(DocumentNode document, Schema? extended = null)
    {
        ArgumentNullException.ThrowIfNull(document);

        var context = new ValidationContext(extended, document, AllErrors);
        return context.Run(SpecifiedRules.ForSchemaDocuments(context));
    }
}
