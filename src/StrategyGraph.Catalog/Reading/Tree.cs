namespace StrategyGraph.Catalog.Reading;

/// <summary>
/// Builds trees from rows in descending order of numbers that were given parents first: every node's children come before it,
/// and lie on top of the stack, the first of them uppermost.
/// </summary>
internal sealed class Tree<T>
{
    private readonly Stack<(int Owner, int? Parent, T Node)> _waiting = [];

    public IReadOnlyList<T> ChildrenOf(int number)
    {
        if (!_waiting.TryPeek(out var top) || top.Parent != number) return [];
        var children = new List<T>();
        while (_waiting.TryPeek(out top) && top.Parent == number) children.Add(_waiting.Pop().Node);
        return [.. children];
    }

    public void Add(int owner, int? parent, T node) => _waiting.Push((owner, parent, node));

    /// <summary>The nodes without a parent, by owner.</summary>
    public Groups<T> Tops()
    {
        var tops = new Groups<T>();
        while (_waiting.TryPop(out var top)) tops.Add(top.Owner, top.Node);
        return tops;
    }
}
