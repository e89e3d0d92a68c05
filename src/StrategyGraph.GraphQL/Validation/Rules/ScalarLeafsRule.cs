using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A field of an object, interface or union type has a selection of subfields; a field of a scalar or enum type has none.
/// <see href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections">§5.3.3 Leaf Field Selections</see>
/// </summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: var name } field || Context.Types.Type is not { } type) return true;

        if (!type.NamedType.IsLeafType)
        {
            if (field.SelectionSet is null)
                Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
        else if (field.SelectionSet is { } selectionSet)
        {
            Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        }

        return true;
    }
}
