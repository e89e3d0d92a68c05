using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every type that a document names exists, in the schema or in the document itself.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">§5.5.1.2 Fragment Spread Type Existence</see>
/// </summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _definedHere =
        [.. context.Document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension).Select(d => d.Name.Value)];

    public override bool Enter(SyntaxNode node)
    {
        if (node is not NamedTypeNode { Name.Value: var name }) return true;
        if (_definedHere.Contains(name) || Context.SchemaOrNull?.Types.ContainsKey(name) == true) return false;

        // A schema document may use the specification's own types without defining them, and before any schema has them.
        var isSchemaDocument = Context.Ancestors[1] is not (OperationDefinitionNode or FragmentDefinitionNode);
        if (isSchemaDocument && StandardDefinitions.TypesByName.ContainsKey(name)) return false;

        IEnumerable<string> known = [.. isSchemaDocument ? StandardDefinitions.TypesByName.Keys : [], .. Context.SchemaOrNull?.Types.Keys ?? [], .. _definedHere];
        Report($"Unknown type \"{name}\".{Context.DidYouMean(name, known)}", node);
        return false;
    }
}
