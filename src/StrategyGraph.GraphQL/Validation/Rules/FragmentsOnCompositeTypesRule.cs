using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// The type condition of a fragment is an object, interface or union type.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types">§5.5.1.3 Fragments on Object, Interface or Union Types</see>
/// </summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is InlineFragmentNode { TypeCondition: { } condition }) Check(condition, "Fragment");
        else if (node is FragmentDefinitionNode fragment) Check(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"");
        return true;
    }

    private void Check(NamedTypeNode condition, string fragment)
    {
        if (Context.Schema.TypeFromNode(condition) is { IsCompositeType: false })
            Report($"{fragment} cannot condition on non composite type \"{condition.Name.Value}\".", condition);
    }
}
