using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A field or directive defines each of its arguments once.
/// <see href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">§3.6 Objects</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation">§3.7 Interfaces</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation">§3.13 Directives</see>
/// </summary>
internal sealed class UniqueArgumentDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case DirectiveDefinitionNode n:
                Check($"@{n.Name.Value}", n.Arguments);
                break;
            case ObjectTypeDefinitionNode n:
                CheckFields(n.Name, n.Fields);
                break;
            case InterfaceTypeDefinitionNode n:
                CheckFields(n.Name, n.Fields);
                break;
        }

        return node is DocumentNode;
    }

    private void CheckFields(NameNode type, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var field in fields) Check($"{type.Value}.{field.Name.Value}", field.Arguments);
    }

    /// <param name="owner">The schema coordinate of the field or directive.</param>
    private void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var sameName in arguments.GroupBy(a => a.Name.Value).Where(g => g.Skip(1).Any()))
            Report($"Argument \"{owner}({sameName.Key}:)\" can only be defined once.", sameName.Select(a => a.Name));
    }
}
