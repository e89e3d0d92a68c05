namespace StrategyGraph.Server.Graph.Search;

/// <summary>An element that was found, and how well: more than 0, at most 1.</summary>
internal readonly record struct SearchHit(PlanElement Element, double Score)
{
    /// <summary>Total: what is found equally well is in the graph's order.</summary>
    public static IComparer<SearchHit> BestFirst { get; } = Comparer<SearchHit>.Create((x, y) =>
        y.Score.CompareTo(x.Score) is var byScore and not 0 ? byScore : x.Element.Position.CompareTo(y.Element.Position));

    public static IComparer<SearchHit> WorstFirst { get; } = Comparer<SearchHit>.Create((x, y) => BestFirst.Compare(y, x));
}

/// <summary>Keeps the best of what comes after a place in the order, and counts the rest.</summary>
internal sealed class BestHits(int size, SearchHit? after)
{
    // The worst of the best is at the top, to give way.
    private readonly PriorityQueue<SearchHit, SearchHit> _best = new(size + 1, SearchHit.WorstFirst);
    private int _following;

    public int Total { get; private set; }

    /// <summary>Whether there are others behind the best.</summary>
    public bool More => _following > _best.Count;

    public void Add(IReadOnlyList<PlanElement> elements, int element, double score)
    {
        Total++;
        if (after is { } last && SearchHit.BestFirst.Compare(new SearchHit(elements[element], score), last) <= 0) return;
        _following++;

        // Most are worse than all of the best; to see that must not cost a look at the element.
        if (_best.Count == size && (size == 0 || _best.Peek() is var worst && (score < worst.Score || (score == worst.Score && element > worst.Element.Position)))) return;
        var hit = new SearchHit(elements[element], score);
        _best.Enqueue(hit, hit);
        if (_best.Count > size) _best.Dequeue();
    }

    public IReadOnlyList<SearchHit> InOrder() => [.. _best.UnorderedItems.Select(i => i.Element).Order(SearchHit.BestFirst)];
}
