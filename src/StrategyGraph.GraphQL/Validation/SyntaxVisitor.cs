using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>Sees every node of a document on the way down and up, in document order; names and descriptions are not visited.</summary>
internal abstract class SyntaxVisitor
{
    /// <returns>Whether to see what is inside the node. Where not, <see cref="Leave"/> is not called for it either.</returns>
    public virtual bool Enter(SyntaxNode node) => true;

    public virtual void Leave(SyntaxNode node)
    {
    }
}
