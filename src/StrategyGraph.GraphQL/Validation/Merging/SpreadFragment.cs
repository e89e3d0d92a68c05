using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>A fragment as spreads refer to it.</summary>
/// <param name="definition">Null where the document has none of that name; all such spreads are as one.</param>
internal sealed class SpreadFragment(int id, FragmentDefinitionNode? definition)
{
    /// <summary>Orders the fragments of a pair.</summary>
    public int Id { get; } = id;
    public FragmentDefinitionNode? Definition { get; } = definition;
}
