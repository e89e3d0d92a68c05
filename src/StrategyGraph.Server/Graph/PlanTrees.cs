using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>Grows the graph's plans from their transcriptions, and gathers what they share: departments, and the lists over all plans.</summary>
internal sealed class PlanTrees(Tagging tagging)
{
    private readonly List<FrameworkGoal> _served = [];
    private readonly ServedGoals?[] _recentGoals = new ServedGoals?[1 << 10];
    private readonly (IReadOnlyList<Plans.Tag>? Tags, ServedGoals Goals)[] _recentTags = new (IReadOnlyList<Plans.Tag>?, ServedGoals)[1 << 12];
    private readonly List<Plan> _plans = [];
    private readonly List<PlanElement> _elements = [];
    private readonly List<Goal> _goals = [];
    private readonly List<Measure> _measures = [];
    private readonly List<Initiative> _initiatives = [];
    private readonly Dictionary<string, Department> _departments = new(StringComparer.Ordinal);

    public IReadOnlyList<Plan> Plans => _plans;
    public IReadOnlyList<PlanElement> Elements => _elements;

    public IReadOnlyList<Goal> Goals => _goals;
    public IReadOnlyList<Measure> Measures => _measures;
    public IReadOnlyList<Initiative> Initiatives => _initiatives;

    /// <summary>A plan as of a day, as a small tree of its own: its municipality and departments are those of the plan as it stands.</summary>
    public static Plan Edition(Plan plan, Plans.Plan source, DateOnly day, Tagging tagging)
    {
        var trees = new PlanTrees(tagging);
        foreach (var department in plan.Municipality.Departments) trees._departments.Add(department.Name, department);
        trees.Grow(plan.Municipality, source, day);
        return trees._plans[0];
    }

    /// <summary>A municipality's plans, which share its departments.</summary>
    public void Add(Municipality municipality, IEnumerable<Plans.Plan> sources)
    {
        var start = _plans.Count;
        foreach (var source in sources) Grow(municipality, source, null);
        municipality.Plans = [.. _plans[start..]];
        municipality.Departments = [.. _departments.Values.OrderBy(d => d.Name, StringComparer.Ordinal)];
        _departments.Clear();
    }

    /// <summary>Takes over what was grown beside it from the plans that follow its own, and moves their places behind its own: they are settled then.</summary>
    public void Append(PlanTrees next)
    {
        foreach (var plan in next._plans) plan.Position += _plans.Count;
        foreach (var element in next._elements) element.Position += _elements.Count;
        _plans.AddRange(next._plans);
        _elements.AddRange(next._elements);
        Append(_goals, next._goals);
        Append(_measures, next._measures);
        Append(_initiatives, next._initiatives);
    }

    private static void Append<T>(List<T> grown, List<T> next) where T : PlanElement
    {
        foreach (var element in next) element.Row += grown.Count;
        grown.AddRange(next);
    }

    private void Grow(Municipality municipality, Plans.Plan source, DateOnly? shownAsOf)
    {
        var plan = new Plan(municipality, source, _plans.Count, shownAsOf);
        _plans.Add(plan);
        foreach (var named in source.Departments) DepartmentOf(municipality, named.Name);

        var (goals, measures, initiatives) = (_goals.Count, _measures.Count, _initiatives.Count);
        plan.Elements = Grow(plan, null, source.Elements);
        (plan.Goals, plan.Measures, plan.Initiatives) = (From(_goals, goals), From(_measures, measures), From(_initiatives, initiatives));
    }

    /// <summary>What was grown since there were so many.</summary>
    private static T[] From<T>(List<T> grown, int start) => CollectionsMarshal.AsSpan(grown)[start..].ToArray();

    private PlanElement[] Grow(Plan plan, PlanElement? parent, IReadOnlyList<Plans.PlanElement> sources)
    {
        if (sources.Count == 0) return [];
        var grown = new PlanElement[sources.Count];
        for (var i = 0; i < grown.Length; i++) grown[i] = Grow(plan, parent, sources[i]);
        return grown;
    }

    private PlanElement Grow(Plan plan, PlanElement? parent, Plans.PlanElement source)
    {
        var measures = _measures.Count;
        PlanElement element = source.Level.Role switch
        {
            ElementRole.Goal => Added(_goals, new Goal(plan, parent, source, _elements.Count, _goals.Count)),
            ElementRole.Theme => new Theme(plan, parent, source, _elements.Count, row: 0),
            ElementRole.Measure => Added(_measures, new Measure(plan, parent, source, _elements.Count, _measures.Count)),
            _ => Added(_initiatives, new Initiative(plan, parent, source, _elements.Count, _initiatives.Count)),
        };
        _elements.Add(element);
        element.Departments = DepartmentsOf(plan.Municipality, source.Departments);
        element.Serves = ServedBy(source.Tags);
        element.Children = Grow(plan, element, source.Children);
        if (element is Goal goal) goal.Measures = From(_measures, measures);
        return element;
    }

    private static T Added<T>(List<T> list, T item)
    {
        list.Add(item);
        return item;
    }

    private ServedGoals ServedBy(IReadOnlyList<Plans.Tag> tags)
    {
        if (tags.Count == 0) return ServedGoals.None;
        ref var recent = ref _recentTags[(uint)RuntimeHelpers.GetHashCode(tags) % (uint)_recentTags.Length];
        if (recent.Tags != tags) recent = (tags, Served(tags));
        return recent.Goals;
    }

    private ServedGoals Served(IReadOnlyList<Plans.Tag> tags)
    {
        _served.Clear();
        var hash = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Basis is TagBasis.Inferred) continue;
            var goal = tagging.Goal(tags[i]);
            if (_served.Contains(goal)) continue;
            _served.Add(goal);
            hash = (hash * 251) + goal.Position;
        }

        if (_served.Count == 0) return ServedGoals.None;
        ref var recent = ref _recentGoals[(uint)hash % (uint)_recentGoals.Length];
        return recent is not null && recent.Goals.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_served)) ? recent : recent = ServedGoals.Of([.. _served], tagging.Sdgs);
    }

    private Department[] DepartmentsOf(Municipality municipality, IReadOnlyList<Responsibility> responsible)
    {
        if (responsible.Count == 0) return [];
        if (responsible.Count == 1) return DepartmentOf(municipality, responsible[0].Department.Name).Alone;
        var departments = new Department[responsible.Count];
        for (var i = 0; i < departments.Length; i++) departments[i] = DepartmentOf(municipality, responsible[i].Department.Name);
        return departments;
    }

    private Department DepartmentOf(Municipality municipality, string name)
    {
        if (!_departments.TryGetValue(name, out var department)) _departments.Add(name, department = new Department(municipality, name));
        return department;
    }
}
