using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// Counts what a document may have only so many of, before any rule looks at it: a document that is refused for its aliases costs one walk.
/// </summary>
internal sealed class DocumentCounts : SyntaxVisitor
{
    private int _aliases;
    private int _spreads;
    private int _mostDirectives;
    private SyntaxNode? _mostDirected;

    /// <returns>An error for each limit that the document is beyond; none where rules may begin.</returns>
    public static IReadOnlyList<GraphQLError> Exceeding(DocumentNode document, ValidationOptions options, DepthGauge depth)
    {
        var counts = new DocumentCounts();
        try
        {
            new DocumentWalk([counts], null, depth).Visit(document);
        }
        catch (ValidationAborted aborted)
        {
            return [aborted.Error];
        }

        var errors = new List<GraphQLError>();
        if (counts._aliases > options.MaxAliases)
        {
            errors.Add(GraphQLError.OfLimit(
                ErrorCodes.TooManyAliases, $"The document has {counts._aliases} aliases; at most {options.MaxAliases} are allowed.", options.MaxAliases, counts._aliases));
        }

        if (counts._mostDirectives > options.MaxDirectivesPerLocation)
        {
            errors.Add(GraphQLError.OfLimit(
                ErrorCodes.TooManyDirectives,
                $"{counts._mostDirectives} directives stand at one place; at most {options.MaxDirectivesPerLocation} are allowed.",
                options.MaxDirectivesPerLocation, counts._mostDirectives, document.Source.LocationOf(counts._mostDirected!.Start)));
        }

        if (counts._spreads > options.MaxFragmentSpreads)
        {
            errors.Add(GraphQLError.OfLimit(
                ErrorCodes.TooManyFragmentSpreads,
                $"The document has {counts._spreads} fragment spreads; at most {options.MaxFragmentSpreads} are allowed.", options.MaxFragmentSpreads, counts._spreads));
        }

        return errors;
    }

    public override bool Enter(SyntaxNode node)
    {
        if (node is FieldNode { Alias: not null }) _aliases++;
        else if (node is FragmentSpreadNode) _spreads++;

        var directives = node switch
        {
            SelectionNode n => n.Directives.Count,
            OperationDefinitionNode n => n.Directives.Count,
            FragmentDefinitionNode n => n.Directives.Count,
            VariableDefinitionNode n => n.Directives.Count,
            _ => 0,
        };
        if (directives > _mostDirectives) (_mostDirectives, _mostDirected) = (directives, node);
        return node is not ValueNode;
    }
}
