using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Each named operation of a document has a name of its own.
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness">§5.2.2.1 Operation Name Uniqueness</see>
/// </summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        return node is DocumentNode;
    }
}
