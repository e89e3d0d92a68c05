using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two types have the same name, of whatever kinds they are.
/// <see href="https://spec.graphql.org/September2025/#sec-Schema">§3.3 Schema</see>
/// </summary>
internal sealed class UniqueTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _defined = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is TypeDefinitionNode { IsExtension: false, Name: var name })
        {
            if (Context.SchemaOrNull?.Types.ContainsKey(name.Value) == true)
                Report($"Type \"{name.Value}\" already exists in the schema. It cannot also be defined in this type definition.", name);
            else if (!_defined.TryAdd(name.Value, name))
                Report($"There can be only one type named \"{name.Value}\".", _defined[name.Value], name);
        }

        return node is DocumentNode;
    }
}
