using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// An object, interface or input object defines each of its fields once, its extensions counted in.
/// <see href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">§3.6 Objects</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation">§3.7 Interfaces</see>,
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation">§3.10 Input Objects</see>
/// </summary>
internal sealed class UniqueFieldDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(string Type, string Field), NameNode> _defined = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is not TypeDefinitionNode { Name.Value: var type } definition) return node is DocumentNode;

        var existing = Context.SchemaOrNull?.Types.GetValueOrDefault(type);
        foreach (var name in FieldNamesOf(definition))
        {
            if (HasField(existing, name.Value))
                Report($"Field \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.", name);
            else if (!_defined.TryAdd((type, name.Value), name))
                Report($"Field \"{type}.{name.Value}\" can only be defined once.", _defined[(type, name.Value)], name);
        }

        return false;
    }

    private static IEnumerable<NameNode> FieldNamesOf(TypeDefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode n => n.Fields.Select(f => f.Name),
        InterfaceTypeDefinitionNode n => n.Fields.Select(f => f.Name),
        InputObjectTypeDefinitionNode n => n.Fields.Select(f => f.Name),
        _ => [],
    };

    private static bool HasField(NamedType? type, string name) => type switch
    {
        FieldsType t => t.Field(name) is not null,
        InputObjectType t => t.Field(name) is not null,
        _ => false,
    };
}
