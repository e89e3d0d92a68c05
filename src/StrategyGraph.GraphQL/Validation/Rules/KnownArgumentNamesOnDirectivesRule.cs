using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every argument given to a directive is one that it defines; the part of <see cref="KnownArgumentNamesRule"/> that schema documents need too.
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Names">§5.4.1 Argument Names</see>
/// </summary>
internal class KnownArgumentNamesOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, HashSet<string>> _known = context.ByDirective(
        definition => definition.Arguments.Select(a => a.Name).ToHashSet(),
        node => node.Arguments.Select(a => a.Name.Value).ToHashSet());

    public override bool Enter(SyntaxNode node)
    {
        if (node is not DirectiveNode { Name.Value: var directive } application) return true;
        if (!_known.TryGetValue(directive, out var known)) return false;

        foreach (var argument in application.Arguments)
        {
            var name = argument.Name.Value;
            if (!known.Contains(name)) Report($"Unknown argument \"{name}\" on directive \"@{directive}\".{Context.DidYouMean(name, known)}", argument);
        }

        return false;
    }
}
