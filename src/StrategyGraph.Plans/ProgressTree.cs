namespace StrategyGraph.Plans;

/// <summary>A plan's tree as a list: the plan itself first, every node before its children.</summary>
internal sealed class ProgressTree
{
    private readonly ILookup<DateOnly, (int Node, Assessment Assessment)> _ratings;

    private ProgressTree(List<ProgressNode> nodes)
    {
        Nodes = nodes;
        _ratings = nodes.SelectMany((node, at) => node.Assessments.Where(assessment => !assessment.Forecast).Select(assessment => (Node: at, Assessment: assessment)))
            .ToLookup(rating => rating.Assessment.Period.Span.End);
        Times = [.. _ratings.Select(ofTime => ofTime.Key).Order()];
    }

    public IReadOnlyList<ProgressNode> Nodes { get; }

    /// <summary>The ends of all periods that anything is rated for, earliest first.</summary>
    public IReadOnlyList<DateOnly> Times { get; }

    /// <summary>What is printed for a time, by node and in the file's order; null for nodes with nothing. Forecasts are left out.</summary>
    public List<Assessment>?[] PublishedAt(DateOnly time)
    {
        var published = new List<Assessment>?[Nodes.Count];
        foreach (var (node, assessment) in _ratings[time]) (published[node] ??= new List<Assessment>(2)).Add(assessment);
        return published;
    }

    public static ProgressTree Of(Plan plan)
    {
        var nodes = new List<ProgressNode> { new(null, -1, plan.Assessments) };
        var open = new Stack<(PlanElement Element, int Parent)>();
        Push(plan.Elements, 0);
        while (open.TryPop(out var next))
        {
            nodes[next.Parent].Children.Add(nodes.Count);
            nodes.Add(new ProgressNode(next.Element, next.Parent, next.Element.Assessments));
            Push(next.Element.Children, nodes.Count - 1);
        }

        var validity = plan.Revisions.ToDictionary(revision => revision.Id, revision => revision.Effective ?? revision.Date, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            node.From = node.Element?.IntroducedBy is { } introduced ? validity.GetValueOrDefault(introduced) : null;
            node.Until = node.Element?.EndedBy is { } ended ? validity.GetValueOrDefault(ended) : null;
            SetParts(node, nodes, plan.AggregationRules);
        }

        return new ProgressTree(nodes);

        void Push(IReadOnlyList<PlanElement> elements, int parent)
        {
            for (var at = elements.Count - 1; at >= 0; at--) open.Push((elements[at], parent));
        }
    }

    /// <summary>The parts of a node's figure: by the plan's rule the nearest of the role below, else what lies directly below.</summary>
    private static void SetParts(ProgressNode node, List<ProgressNode> nodes, IReadOnlyList<AggregationRule> rules)
    {
        var role = node.Element?.Level.Role;
        var declared = rules.FirstOrDefault(rule => rule.Of == role);
        var open = new Stack<int>(Enumerable.Reverse(node.Children));
        while (open.TryPop(out var at))
        {
            var below = nodes[at];
            if (below.Element!.RepeatOf is not null) continue;
            if (declared is null || below.Element.Level.Role == declared.Over) node.Parts.Add(at);
            else foreach (var child in Enumerable.Reverse(below.Children)) open.Push(child);
        }

        node.IsDeclared = declared is not null;
        if (node.Parts.Count > 0) node.Rule = declared ?? Unstated(role, nodes[node.Parts[0]].Element!.Level.Role);
    }

    private static AggregationRule Unstated(ElementRole? of, ElementRole over) => new(
        of, over, AggregationMethod.Mean, Rounding.None, 0, false,
        new Text("文書に算出方法の記載がないため、直下の項目の単純平均による。", "The document states no rule; this is the plain mean of what lies directly below."), null);
}

/// <summary>The plan or one of its elements, with the parts that its figure is made of.</summary>
internal sealed class ProgressNode(PlanElement? element, int parent, IReadOnlyList<Assessment> assessments)
{
    /// <summary>Null for the plan as a whole.</summary>
    public PlanElement? Element { get; } = element;

    public int Parent { get; } = parent;

    public IReadOnlyList<Assessment> Assessments { get; } = assessments;

    public List<int> Children { get; } = [];

    public List<int> Parts { get; } = [];

    /// <summary>Null where there are no parts.</summary>
    public AggregationRule? Rule { get; set; }

    /// <summary>Whether the plan file declares the rule.</summary>
    public bool IsDeclared { get; set; }

    /// <summary>When the revisions that brought it in and ended it took effect.</summary>
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>Whether it is in the plan on that day.</summary>
    public bool StandsAt(DateOnly day) => !(From > day) && !(Until <= day);
}
