using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// An enum defines each of its values once, its extensions counted in.
/// <see href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation">§3.9 Enums</see>
/// </summary>
internal sealed class UniqueEnumValueNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(string Type, string Value), NameNode> _defined = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is not EnumTypeDefinitionNode { Name.Value: var type } definition) return node is DocumentNode;

        var existing = Context.SchemaOrNull?.Types.GetValueOrDefault(type) as EnumType;
        foreach (var name in definition.Values.Select(v => v.Name))
        {
            if (existing?.Value(name.Value) is not null)
                Report($"Enum value \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.", name);
            else if (!_defined.TryAdd((type, name.Value), name))
                Report($"Enum value \"{type}.{name.Value}\" can only be defined once.", _defined[(type, name.Value)], name);
        }

        return false;
    }
}
