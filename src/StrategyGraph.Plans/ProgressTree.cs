using System.Runtime.InteropServices;

namespace StrategyGraph.Plans;

/// <summary>A plan's tree as a list: the plan itself first, every node before its children, and all that is below it before its next sibling.</summary>
internal sealed class ProgressTree
{
    private readonly List<int> _parts = [];
    private readonly RatingsByTime _ratings;

    public ProgressTree(Plan plan)
    {
        Nodes = new ProgressNode[1 + Size(plan.Elements)];
        Lay(plan, plan.Elements, 0, 1);
        Nodes[0] = Node(plan, null, -1, 0, Nodes.Length);
        _ratings = new RatingsByTime(Nodes);
    }

    public ProgressNode[] Nodes { get; }

    /// <summary>The ends of all periods that anything is rated for, earliest first.</summary>
    public IReadOnlyList<DateOnly> Times => _ratings.Times;

    /// <summary>Which of the times a day is.</summary>
    public int TimeOf(DateOnly day) => _ratings.TimeOf(day);

    /// <summary>What is printed of a node for one of the times, in the file's order. Forecasts are left out.</summary>
    public ArraySegment<Assessment> Published(int at, int time) => _ratings.Of(at, time);

    /// <summary>The places of the parts that a node's figure is made of.</summary>
    public ReadOnlySpan<int> PartsOf(int at) => CollectionsMarshal.AsSpan(_parts).Slice(Nodes[at].FirstPart, Nodes[at].PartCount);

    /// <summary>Where each element stands in the list.</summary>
    public Dictionary<PlanElement, int> Places()
    {
        var places = new Dictionary<PlanElement, int>(Nodes.Length, ReferenceEqualityComparer.Instance);
        for (var at = 1; at < Nodes.Length; at++) places.Add(Nodes[at].Element!, at);
        return places;
    }

    private static int Size(IReadOnlyList<PlanElement> elements)
    {
        var size = elements.Count;
        for (var i = 0; i < elements.Count; i++) size += Size(elements[i].Children);
        return size;
    }

    /// <summary>Lays elements out from a place on, with all below them.</summary>
    /// <returns>The place after them.</returns>
    private int Lay(Plan plan, IReadOnlyList<PlanElement> elements, int parent, int at)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var end = Lay(plan, elements[i].Children, at, at + 1);
            Nodes[at] = Node(plan, elements[i], parent, at, end);
            at = end;
        }

        return at;
    }

    /// <param name="at">Its place; those below it, and the siblings before it, are there already.</param>
    private ProgressNode Node(Plan plan, PlanElement? element, int parent, int at, int end)
    {
        var role = element?.Level.Role;
        var declared = Declared(plan, role);
        var firstPart = _parts.Count;
        AddParts(at + 1, end, declared);
        return new ProgressNode
        {
            Element = element,
            Assessments = element?.Assessments ?? plan.Assessments,
            Parent = parent,
            End = end,
            FirstOfLevel = element is null ? at : FirstOfLevel(element.Level.Depth, parent, at),
            FirstPart = firstPart,
            PartCount = _parts.Count - firstPart,
            Rule = firstPart == _parts.Count ? null : declared ?? UnstatedRules.Of(role, Nodes[_parts[firstPart]].Element!.Level.Role),
            IsDeclared = declared is not null,
            From = Effective(plan, element?.IntroducedBy),
            Until = Effective(plan, element?.EndedBy),
        };
    }

    /// <summary>The parts of a node's figure: by the plan's rule the nearest of the role below, else what lies directly below. A repeat (再掲) is none.</summary>
    private void AddParts(int at, int end, AggregationRule? declared)
    {
        while (at < end)
        {
            var below = Nodes[at].Element!;
            var isRepeat = below.RepeatOf is not null;
            var isPart = !isRepeat && (declared is null || below.Level.Role == declared.Over);
            if (isPart) _parts.Add(at);
            at = isPart || isRepeat ? Nodes[at].End : at + 1;
        }
    }

    private int FirstOfLevel(int depth, int parent, int at)
    {
        for (var sibling = parent + 1; sibling < at; sibling = Nodes[sibling].End)
        {
            if (Nodes[sibling].Element!.Level.Depth == depth) return sibling;
        }

        return at;
    }

    private static AggregationRule? Declared(Plan plan, ElementRole? role)
    {
        for (var i = 0; i < plan.AggregationRules.Count; i++)
        {
            if (plan.AggregationRules[i].Of == role) return plan.AggregationRules[i];
        }

        return null;
    }

    /// <summary>When a revision took effect.</summary>
    private static DateOnly? Effective(Plan plan, string? id)
    {
        if (id is null) return null;
        foreach (var revision in plan.Revisions)
        {
            if (revision.Id == id) return revision.Effective ?? revision.Date;
        }

        return null;
    }
}

/// <summary>The plan or one of its elements, with what its figure is made of.</summary>
internal readonly struct ProgressNode
{
    /// <summary>Null for the plan as a whole.</summary>
    public PlanElement? Element { get; init; }

    public IReadOnlyList<Assessment> Assessments { get; init; }

    public int Parent { get; init; }

    /// <summary>The place after all that is below it.</summary>
    public int End { get; init; }

    /// <summary>The first of the siblings that are of its level: itself, or one before it.</summary>
    public int FirstOfLevel { get; init; }

    /// <summary>Where its parts stand: see <see cref="ProgressTree.PartsOf"/>.</summary>
    public int FirstPart { get; init; }
    public int PartCount { get; init; }

    /// <summary>Null where there are no parts.</summary>
    public AggregationRule? Rule { get; init; }

    /// <summary>Whether the plan file declares the rule.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>When the revisions that brought it in and ended it took effect.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is in the plan on that day.</summary>
    public bool StandsAt(DateOnly day) => !(From > day) && !(Until <= day);
}

/// <summary>The rules where a document states none, each kept once.</summary>
internal static class UnstatedRules
{
    private static readonly Text s_description = new(
        "文書に算出方法の記載がないため、直下の項目の単純平均による。", "The document states no rule; this is the plain mean of what lies directly below.");

    private static readonly AggregationRule[] s_ofWhole = Rules(null);
    private static readonly AggregationRule[][] s_ofRole = [.. Enum.GetValues<ElementRole>().Select(role => Rules(role))];

    public static AggregationRule Of(ElementRole? of, ElementRole over) => (of is { } role ? s_ofRole[(int)role] : s_ofWhole)[(int)over];

    private static AggregationRule[] Rules(ElementRole? of) =>
        [.. Enum.GetValues<ElementRole>().Select(over => new AggregationRule(of, over, AggregationMethod.Mean, Rounding.None, 0, false, s_description, null))];
}
