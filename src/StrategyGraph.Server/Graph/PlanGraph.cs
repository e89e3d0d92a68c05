using System.Collections.Frozen;
using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph.Comparing;
using StrategyGraph.Server.Resolvers;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// One release as a graph, whole and immutable: every answer comes from one. Its lists are in the graph's order: municipalities by
/// code, plans by municipality and the editors' id, elements plan by plan in the documents' order.
/// </summary>
public sealed class PlanGraph
{
    private readonly FrozenDictionary<string, object> _nodes;
    private readonly FrozenDictionary<string, Municipality> _municipalities;
    private readonly Lazy<LinkIndex> _links;
    private readonly Lazy<MeasureTable> _table;

    public PlanGraph(Holdings holdings, Release release)
    {
        Municipalities = [.. holdings.Municipalities.OrderBy(m => m.Code).Select((m, i) => new Municipality(m, i))];
        Frameworks = [.. holdings.Frameworks.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => new Framework(f))];
        _municipalities = Municipalities.ToFrozenDictionary(m => m.Code.Value);

        var trees = new PlanTrees();
        foreach (var plan in holdings.Plans.OrderBy(p => p.Municipality.Code).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            trees.Add(_municipalities[plan.Municipality.Code.Value], plan);
        }

        trees.Finish();
        (Plans, Goals, Measures, Initiatives) = (trees.Plans, trees.Of<Goal>(), trees.Of<Measure>(), trees.Of<Initiative>());
        Release = release;
        Tagging = new Tagging(Frameworks);
        _table = new Lazy<MeasureTable>(() => new MeasureTable(this));
        _links = new Lazy<LinkIndex>(() => new LinkIndex(trees.Elements));
        _nodes = NodesById(trees.Elements, holdings);
    }

    public Release Release { get; }
    public IReadOnlyList<Municipality> Municipalities { get; }
    public IReadOnlyList<Framework> Frameworks { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<Goal> Goals { get; }
    public IReadOnlyList<Measure> Measures { get; }
    public IReadOnlyList<Initiative> Initiatives { get; }
    internal Tagging Tagging { get; }
    internal LinkIndex Links => _links.Value;
    internal MeasureTable Table => _table.Value;

    /// <summary>The node of an id, or null when this release has none of it or it is of another type.</summary>
    public T? Find<T>(string id) where T : class => _nodes.GetValueOrDefault(id) as T;

    public Municipality? Find(MunicipalityCode code) => _municipalities.GetValueOrDefault(code.Value);

    private FrozenDictionary<string, object> NodesById(IEnumerable<PlanElement> elements, Holdings holdings)
    {
        var nodes = new Dictionary<string, object>();
        foreach (var municipality in Municipalities)
        {
            nodes.Add(municipality.Id, municipality);
            foreach (var department in municipality.Departments) nodes.Add(department.Id, department);
        }

        foreach (var plan in Plans) nodes.Add(plan.Id, plan);
        foreach (var element in elements) nodes.Add(element.Id, element);
        foreach (var framework in Frameworks)
        {
            nodes.Add(framework.Id, framework);
            foreach (var goal in framework.Goals.SelectMany(g => g.WithDescendants)) nodes.Add(goal.Id, goal);
        }

        foreach (var document in holdings.Plans.SelectMany(p => p.Documents).Concat(holdings.Frameworks.SelectMany(f => f.Documents)))
        {
            nodes.Add(SourceDocumentResolvers.Id(document), document);
        }

        return nodes.ToFrozenDictionary();
    }
}
