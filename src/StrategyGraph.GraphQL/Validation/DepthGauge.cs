namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// Counts how deep the walks and rules at work are nested, all together, since they share one stack.
/// Every recursion over a document pairs a <see cref="Deepen"/> with a <see cref="Surface"/>.
/// </summary>
internal sealed class DepthGauge(int limit)
{
    private int _depth;

    /// <exception cref="ValidationAborted">The document nests too deep.</exception>
    public void Deepen()
    {
        if (++_depth > limit) throw ValidationAborted.TooDeep(limit);
    }

    public void Surface() => _depth--;
}
