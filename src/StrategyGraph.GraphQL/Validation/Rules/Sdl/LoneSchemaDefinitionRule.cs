using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A schema is defined once; what comes later extends it.
/// <see href="https://spec.graphql.org/September2025/#sec-Schema">§3.3 Schema</see>
/// </summary>
internal sealed class LoneSchemaDefinitionRule(ValidationContext context) : ValidationRule(context)
{
    private bool _isDefined;

    public override bool Enter(SyntaxNode node)
    {
        if (node is SchemaDefinitionNode)
        {
            if (Context.SchemaOrNull is not null) Report("Cannot define a new schema within a schema extension.", node);
            else if (_isDefined) Report("Must provide only one schema definition.", node);
            _isDefined = true;
        }

        return node is DocumentNode;
    }
}
