using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A field or directive is given each argument once.
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">§5.4.2 Argument Uniqueness</see>
/// </summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        var arguments = node switch
        {
            FieldNode field => field.Arguments,
            DirectiveNode directive => directive.Arguments,
            _ => [],
        };
        if (arguments.Count < 2) return true;

        foreach (var sameName in arguments.GroupBy(a => a.Name.Value).Where(g => g.Skip(1).Any()))
            Report($"There can be only one argument named \"{sameName.Key}\".", sameName.Select(a => a.Name));
        return true;
    }
}
