using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two directives have the same name.
/// <see href="https://spec.graphql.org/September2025/#sec-Schema">§3.3 Schema</see>
/// </summary>
internal sealed class UniqueDirectiveNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _defined = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveDefinitionNode { Name: var name })
        {
            if (Context.SchemaOrNull?.Directives.ContainsKey(name.Value) == true)
                Report($"Directive \"@{name.Value}\" already exists in the schema. It cannot be redefined.", name);
            else if (!_defined.TryAdd(name.Value, name))
                Report($"There can be only one directive named \"@{name.Value}\".", _defined[name.Value], name);
        }

        return node is DocumentNode;
    }
}
