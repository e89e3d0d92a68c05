using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Each fragment of a document has a name of its own.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness">§5.5.1.1 Fragment Name Uniqueness</see>
/// </summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode { Name: var name } && !_known.TryAdd(name.Value, name))
            Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
        return node is DocumentNode;
    }
}
