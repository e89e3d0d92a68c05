using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A directive is given every argument that is non-null and without a default; the part of <see cref="ProvidedRequiredArgumentsRule"/> that schema documents need too.
/// <see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">§5.4.3 Required Arguments</see>
/// </summary>
internal class ProvidedRequiredArgumentsOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, List<(string Name, string Type)>> _required = context.ByDirective<List<(string, string)>>(
        definition => [.. definition.Arguments.Where(a => a.IsRequired).Select(a => (a.Name, a.Type.ToString()))],
        node => [.. node.Arguments.Where(a => a is { Type: NonNullTypeNode, DefaultValue: null }).Select(a => (a.Name.Value, Printer.Print(a.Type)))]);

    public override void Leave(SyntaxNode node)
    {
        if (node is not DirectiveNode directive || !_required.TryGetValue(directive.Name.Value, out var required)) return;

        foreach (var (name, type) in required)
        {
            if (directive.Argument(name) is null)
                Report($"Argument \"@{directive.Name.Value}({name}:)\" of type \"{type}\" is required, but it was not provided.", directive);
        }
    }
}
