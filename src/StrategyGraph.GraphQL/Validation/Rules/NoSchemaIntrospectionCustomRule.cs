using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// The schema is not asked for where <see cref="ValidationOptions.Introspection"/> is off. None of the specification's rules
/// (<see href="https://spec.graphql.org/September2025/#sec-Introspection">§4 Introspection</see> leaves it open), named and worded as the
/// reference implementation's custom rule; it reports <c>__schema</c> and <c>__type</c>, not also every field below them.
/// </summary>
internal sealed class NoSchemaIntrospectionCustomRule(ValidationContext context) : ValidationRule(context)
{
    protected override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["code"] = ErrorCodes.IntrospectionDisabled };

    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field) return true;

        Report($"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".", field);
        return false;
    }
}
