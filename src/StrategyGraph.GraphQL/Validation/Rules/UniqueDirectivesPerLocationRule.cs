using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable stands once at one place; a type and its extensions are one place.
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">§5.7.3 Directives Are Unique per Location</see>
/// </summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, bool> _isRepeatable = context.ByDirective(definition => definition.IsRepeatable, node => node.IsRepeatable);
    private readonly Dictionary<string, DirectiveNode> _onSchema = [];
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _onTypes = [];

    public override bool Enter(SyntaxNode node)
    {
        if (DirectivesOf(node) is not { Count: > 0 } directives) return true;

        var seen = SeenAt(node);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (_isRepeatable.TryGetValue(name, out var isRepeatable) && !isRepeatable && !seen.TryAdd(name, directive))
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }

        return true;
    }

    private Dictionary<string, DirectiveNode> SeenAt(SyntaxNode node)
    {
        if (node is SchemaDefinitionNode or SchemaExtensionNode) return _onSchema;
        if (node is not TypeDefinitionNode { Name.Value: var type }) return [];

        if (!_onTypes.TryGetValue(type, out var seen)) _onTypes[type] = seen = [];
        return seen;
    }

    private static IReadOnlyList<DirectiveNode>? DirectivesOf(SyntaxNode node) => node switch
    {
        SelectionNode n => n.Directives,
        OperationDefinitionNode n => n.Directives,
        FragmentDefinitionNode n => n.Directives,
        VariableDefinitionNode n => n.Directives,
        TypeDefinitionNode n => n.Directives,
        SchemaDefinitionNode n => n.Directives,
        SchemaExtensionNode n => n.Directives,
        FieldDefinitionNode n => n.Directives,
        InputValueDefinitionNode n => n.Directives,
        EnumValueDefinitionNode n => n.Directives,
        _ => null,
    };
}
