using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every argument given to a field or directive is one that it defines.
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Names">§5.4.1 Argument Names</see>
/// </summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : KnownArgumentNamesOnDirectivesRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        // Arguments of directives do not come by here: the rule for those does not go into them.
        if (node is ArgumentNode { Name.Value: var name } && Context.Types is { Argument: null, Field: { } field })
            Report($"Unknown argument \"{name}\" on field \"{Context.Types.FieldCoordinate}\".{Context.DidYouMean(name, field.Arguments.Select(a => a.Name))}", node);
        return base.Enter(node);
    }
}
