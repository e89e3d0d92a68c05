using StrategyGraph.Plans;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Server.Graph.Search;

/// <summary>A page of what a search found, best first.</summary>
internal sealed record SearchConnection(IReadOnlyList<SearchEdge> Edges, PageInfo PageInfo, int TotalCount)
{
    public IEnumerable<PlanElement> Nodes => Edges.Select(e => e.Node);
}

/// <summary>An element that was found, with what matched.</summary>
internal sealed class SearchEdge(SearchHit hit, SearchQuery query)
{
    public PlanElement Node => hit.Element;
    public string Cursor => hit.Element.Id;
    public double Score => hit.Score;

    /// <summary>Found again in the texts as written, for those alone that are shown.</summary>
    public IEnumerable<SearchMatch> Matches =>
        from text in SearchText.Of(hit.Element)
        let spans = FoldedText.Of(text.Text).Find(query.Terms.Select(t => t.Text))
        where spans.Count > 0
        select new SearchMatch(text.Field, text.Language, text.Text, text.Activity, [.. spans.Select(s => new TextRange(s.Start, s.End))]);
}

internal sealed record SearchMatch(SearchField Field, Language Language, string Text, Activity? Activity, IReadOnlyList<TextRange> Highlights);

/// <summary>From a UTF-16 code unit to before another, as JavaScript's <c>slice</c> takes them.</summary>
internal sealed record TextRange(int Start, int End);
