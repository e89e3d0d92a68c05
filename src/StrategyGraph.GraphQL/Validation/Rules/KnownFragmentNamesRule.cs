using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every fragment that is spread is defined.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined">§5.5.2.1 Fragment Spread Target Defined</see>
/// </summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentSpreadNode { Name: var name } && Context.Fragments.Find(name.Value) is null)
            Report($"Unknown fragment \"{name.Value}\".", name);
        return true;
    }
}
