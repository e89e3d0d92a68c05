using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// An operation without a name is the only operation of its document.
/// <see href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation">§5.2.3.1 Lone Anonymous Operation</see>
/// </summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly bool _isLone = context.Document.Definitions.Count(d => d is OperationDefinitionNode) <= 1;

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Name: null } && !_isLone)
            Report("This anonymous operation must be the only defined operation.", node);
        return node is DocumentNode;
    }
}
