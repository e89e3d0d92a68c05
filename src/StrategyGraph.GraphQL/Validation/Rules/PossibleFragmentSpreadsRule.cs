using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is spread only where some object could be both of its type and of the type around it.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible">§5.5.2.3 Fragment Spread Is Possible</see>
/// </summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case InlineFragmentNode:
                Check(node, "Fragment", Context.Types.Type);
                break;
            case FragmentSpreadNode { Name.Value: var name } when Context.Fragments.Find(name) is { } fragment:
                Check(node, $"Fragment \"{name}\"", Context.Schema.TypeFromNode(fragment.TypeCondition));
                break;
        }

        return true;
    }

    private void Check(SyntaxNode spread, string fragment, GraphType? type)
    {
        if (type is NamedType { IsCompositeType: true } fragmentType
            && Context.Types.ParentType is { } parent
            && !Context.Schema.DoTypesOverlap(fragmentType, parent))
        {
            Report($"{fragment} cannot be spread here as objects of type \"{parent}\" can never be of type \"{fragmentType}\".", spread);
        }
    }
}
