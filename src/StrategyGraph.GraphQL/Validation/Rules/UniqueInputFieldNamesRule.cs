using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// An input object has each field once.
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness">§5.6.3 Input Object Field Uniqueness</see>
/// </summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Stack<Dictionary<string, NameNode>> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is ObjectValueNode) _known.Push([]);
        else if (node is ObjectFieldNode { Name: var name } && !_known.Peek().TryAdd(name.Value, name))
            Report($"There can be only one input field named \"{name.Value}\".", _known.Peek()[name.Value], name);
        return true;
    }

    public override void Leave(SyntaxNode node)
    {
        if (node is ObjectValueNode) _known.Pop();
    }
}
