using System.Collections.Frozen;

namespace StrategyGraph.Server.Graph;

/// <summary>The links of all plans, by the elements at either end. Elements without links, nearly all of a nation's, take no room in it.</summary>
internal sealed class LinkIndex
{
    private readonly FrozenDictionary<(string Plan, string Element), Link[]> _links;

    public LinkIndex(IReadOnlyList<PlanElement> elements)
    {
        var linking = elements.Where(e => e.Source.Links.Count > 0).ToList();
        var ends = Ends(elements, linking);
        var links = new Dictionary<(string, string), List<Link>>();
        foreach (var from in linking)
        {
            foreach (var link in from.Source.Links) Add(from, new Link(from, ends[link.To], link, isIncoming: false));
        }

        foreach (var from in linking)
        {
            foreach (var link in from.Source.Links) Add(ends[link.To], new Link(from, ends[link.To], link, isIncoming: true));
        }

        _links = links.ToFrozenDictionary(l => l.Key, l => l.Value.ToArray());

        void Add(PlanElement element, Link link)
        {
            if (!links.TryGetValue(Key(element), out var list)) links.Add(Key(element), list = []);
            list.Add(link);
        }
    }

    /// <summary>The links that go out from an element, in the file's order, then those that come in, in the graph's.</summary>
    public IReadOnlyList<Link> Of(PlanElement element) => _links.TryGetValue(Key(element), out var links) ? links : [];

    /// <summary>An element as it stood on another day has the links of the present one.</summary>
    private static (string Plan, string Element) Key(PlanElement element) => (element.Plan.Source.Id, element.Source.Id);

    /// <summary>The elements that links go to, by <c>plan-id/element-id</c> as files write it. The check of plan files sees to it that they exist.</summary>
    private static Dictionary<string, PlanElement> Ends(IReadOnlyList<PlanElement> elements, List<PlanElement> linking)
    {
        var asked = linking.SelectMany(e => e.Source.Links).Select(l => l.To).ToHashSet(StringComparer.Ordinal);
        var plans = asked.Select(to => to[..to.IndexOf('/', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
        return elements.Where(e => plans.Contains(e.Plan.Source.Id)).Select(e => (Key: $"{e.Plan.Source.Id}/{e.Source.Id}", Element: e))
            .Where(e => asked.Contains(e.Key)).ToDictionary(e => e.Key, e => e.Element);
    }
}
