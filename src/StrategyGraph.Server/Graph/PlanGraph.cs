using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph.Comparing;
using StrategyGraph.Server.Graph.Search;
using StrategyGraph.Server.Resolvers;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// One release as a graph, whole and immutable: every answer comes from one. Its lists are in the graph's order: municipalities by
/// code, plans by municipality and the editors' id, elements plan by plan in the documents' order.
/// </summary>
public sealed class PlanGraph
{
    /// <summary>All but elements and departments, which are found in what they are part of.</summary>
    private readonly Dictionary<string, object> _nodes;
    private readonly Dictionary<string, Municipality> _municipalities;
    private readonly Lazy<SearchIndex> _search;
    private readonly Lazy<LinkIndex> _links;
    private readonly Editions _editions;
    private readonly Lazy<MeasureTable> _table;
    private readonly Lazy<IReadOnlyList<Finding>> _findings;

    public PlanGraph(Holdings holdings, Release release)
    {
        Municipalities = [.. holdings.Municipalities.OrderBy(m => m.Code).Select((m, i) => new Municipality(m, i))];
        Frameworks = [.. holdings.Frameworks.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => new Framework(f))];
        _municipalities = Municipalities.ToDictionary(m => m.Code.Value, StringComparer.Ordinal);

        Tagging = new Tagging(Frameworks);
        _editions = new Editions(Tagging);
        var trees = Grow(holdings.Plans);
        (Plans, Goals, Measures, Initiatives) = (trees.Plans, trees.Goals, trees.Measures, trees.Initiatives);
        (GoalColumns, MeasureColumns, InitiativeColumns) = (new(Goals, Plans.Count), new(Measures, Plans.Count), new(Initiatives, Plans.Count));
        Release = release;
        Elements = trees.Elements;
        _nodes = NodesById(holdings);
        _search = new Lazy<SearchIndex>(() => new SearchIndex(Elements));
        _links = new Lazy<LinkIndex>(() => new LinkIndex(Elements));
        _table = new Lazy<MeasureTable>(() => new MeasureTable(this));
        _findings = new Lazy<IReadOnlyList<Finding>>(() => [.. Plans.AsParallel().AsOrdered().SelectMany(plan => plan.Findings.All)]);
    }

    public Release Release { get; }
    public IReadOnlyList<Municipality> Municipalities { get; }
    public IReadOnlyList<Framework> Frameworks { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<Goal> Goals { get; }
    public IReadOnlyList<Measure> Measures { get; }
    public IReadOnlyList<Initiative> Initiatives { get; }
    internal ElementColumns<Goal> GoalColumns { get; }
    internal ElementColumns<Measure> MeasureColumns { get; }
    internal ElementColumns<Initiative> InitiativeColumns { get; }
    internal Tagging Tagging { get; }
    internal MeasureTable Table => _table.Value;

    /// <summary>Of every role, each at its <see cref="PlanElement.Position"/>.</summary>
    internal IReadOnlyList<PlanElement> Elements { get; }

    /// <summary>Made when somebody first searches.</summary>
    internal SearchIndex Search => _search.Value;

    /// <summary>The findings of all plans, audited when first asked for.</summary>
    public IReadOnlyList<Finding> Findings => _findings.Value;

    /// <summary>The node of an id, or null when this release has none of it or it is of another type.</summary>
    public T? Find<T>(string id) where T : class => (_nodes.GetValueOrDefault(id) ?? Part(id)) as T;

    /// <summary>As <see cref="Find{T}"/>, with what is made when it is asked for: indicators, revisions, findings, and all of plans as of a day.</summary>
    public T? FindOrMake<T>(string id) where T : class
    {
        if (Find<object>(id) is { } node) return node as T;
        if (!GlobalId.TryReadPart(id, out var part)) return null;
        var plan = Find<Plan>(GlobalId.Encode(nameof(Plan), part.Plan));
        if (plan is not null && part.Day is { } day) plan = AsOf(plan, day);
        object? made = (plan, part.Type, part.Key) switch
        {
            (null, _, _) => null,
            (_, nameof(Plan), null) => plan,
            (_, nameof(Indicator), { } key) => plan.Index.Indicator(key),
            (_, nameof(Revision), { } key) => plan.Revision(key),
            (_, nameof(Finding), { } key) => plan.Findings.WithKey(key),
            (_, _, { } key) => ElementOf(plan, part.Type, key),
            _ => null,
        };
        return made as T;
    }

    /// <summary>The plan as it stood on a day, as a tree with ids of its own; null before it was there.</summary>
    public Plan? AsOf(Plan plan, DateOnly day) =>
        (plan.ShownAsOf is null ? plan : Find<Plan>(GlobalId.Encode(nameof(Plan), plan.Source.Id))) is { } present ? _editions.Of(present, day) : null;

    /// <summary>The links of an element; of one in a plan as of a day those of the same element today.</summary>
    internal IEnumerable<Link> LinksOf(PlanElement element)
    {
        if (element.Plan.ShownAsOf is null) return _links.Value.Of(element);
        var present = Find<PlanElement>(GlobalId.Encode(element.GetType().Name, $"{element.Plan.Source.Id}/{element.Source.Id}"));
        return present is null ? [] : _links.Value.Of(present).Select(l => l.In(element.Plan)).OfType<Link>();
    }

    public Municipality? Find(MunicipalityCode code) => _municipalities.GetValueOrDefault(code.Value);

    /// <summary>All plans, half of the municipalities beside the others: a start waits for it.</summary>
    private PlanTrees Grow(IReadOnlyList<Plans.Plan> sources)
    {
        var plans = sources.ToLookup(p => p.Municipality.Code.Value, StringComparer.Ordinal);
        var half = Municipalities.Count / 2;
        var (trees, next) = (new PlanTrees(Tagging), new PlanTrees(Tagging));
        Parallel.Invoke(() => AddAll(Municipalities.Take(half), trees), () => AddAll(Municipalities.Skip(half), next));
        trees.Append(next);
        return trees;

        void AddAll(IEnumerable<Municipality> municipalities, PlanTrees to)
        {
            foreach (var municipality in municipalities) to.Add(municipality, plans[municipality.Code.Value].OrderBy(p => p.Id, StringComparer.Ordinal));
        }
    }

    /// <summary>An element of a plan as it stands, or a department.</summary>
    private object? Part(string id)
    {
        if (GlobalId.TryReadPart(id, out var part))
        {
            return part is { Day: null, Key: { } key } && _nodes.GetValueOrDefault(GlobalId.Encode(nameof(Plan), part.Plan)) is Plan plan ? ElementOf(plan, part.Type, key) : null;
        }

        return GlobalId.TryReadDepartment(id, out var code, out var name) ? _municipalities.GetValueOrDefault(code)?.Department(name) : null;
    }

    private static PlanElement? ElementOf(Plan plan, string type, string key) => plan.Index.Element(key) is { } element && element.GetType().Name == type ? element : null;

    private Dictionary<string, object> NodesById(Holdings holdings)
    {
        var nodes = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var municipality in Municipalities) nodes.Add(municipality.Id, municipality);
        foreach (var plan in Plans) nodes.Add(plan.Id, plan);
        foreach (var framework in Frameworks)
        {
            nodes.Add(framework.Id, framework);
            foreach (var goal in framework.Goals.SelectMany(g => g.WithDescendants)) nodes.Add(goal.Id, goal);
        }

        foreach (var document in holdings.Plans.SelectMany(p => p.Documents).Concat(holdings.Frameworks.SelectMany(f => f.Documents)))
        {
            nodes.Add(SourceDocumentResolvers.Id(document), document);
        }

        return nodes;
    }
}
