using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every fragment is reached by some operation.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">§5.5.1.4 Fragments Must Be Used</see>
/// </summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node) => node is DocumentNode;

    public override void Leave(SyntaxNode node)
    {
        if (node is not DocumentNode document) return;

        var reached = Context.Fragments.ReachableFrom(document.Definitions.OfType<OperationDefinitionNode>());
        var used = reached.Select(f => f.Name.Value).ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
