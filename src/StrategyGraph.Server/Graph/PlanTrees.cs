using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>Grows the graph's plans from their transcriptions, and gathers what they share: departments, and the lists over all plans.</summary>
internal sealed class PlanTrees
{
    private readonly List<Plan> _plans = [];
    private readonly List<PlanElement> _elements = [];
    private readonly Dictionary<(Municipality, string), Department> _departments = [];

    public IReadOnlyList<Plan> Plans => _plans;
    public IReadOnlyList<PlanElement> Elements => _elements;

    public IReadOnlyList<T> Of<T>() where T : PlanElement => [.. _elements.OfType<T>()];

    /// <summary>A plan as of a day, as a small tree of its own: its municipality and departments are those of the plan as it stands.</summary>
    public static Plan Edition(Plan plan, Plans.Plan source, DateOnly day)
    {
        var trees = new PlanTrees();
        foreach (var department in plan.Municipality.Departments) trees._departments.Add((plan.Municipality, department.Name), department);
        trees.Add(plan.Municipality, source, day);
        return trees._plans[0];
    }

    public void Add(Municipality municipality, Plans.Plan source, DateOnly? shownAsOf = null)
    {
        var plan = new Plan(municipality, source, _plans.Count, shownAsOf);
        _plans.Add(plan);
        var progress = new ProgressCalculation(source);
        plan.ProgressSeries = progress.Series();
        foreach (var named in source.Departments) DepartmentOf(municipality, named.Name);

        var start = _elements.Count;
        plan.Elements = [.. source.Elements.Select(e => Grow(plan, null, e, progress))];
        var own = _elements[start..];
        plan.Goals = [.. own.OfType<Goal>()];
        plan.Measures = [.. own.OfType<Measure>()];
        plan.Initiatives = [.. own.OfType<Initiative>()];
        foreach (var goal in plan.Goals) goal.Measures = [.. goal.Below<Measure>()];
    }

    /// <summary>Hands municipalities and departments what all the plans together say of them.</summary>
    public void Finish()
    {
        foreach (var plans in _plans.GroupBy(p => p.Municipality)) plans.Key.Plans = [.. plans];
        foreach (var departments in _departments.Values.GroupBy(d => d.Municipality))
        {
            departments.Key.Departments = [.. departments.OrderBy(d => d.Name, StringComparer.Ordinal)];
        }

        foreach (var named in _elements.SelectMany(e => e.Departments, (element, department) => (element, department)).ToLookup(x => x.department, x => x.element))
        {
            named.Key.Measures = [.. named.Select(e => e as Measure ?? e.Above<Measure>()).OfType<Measure>().Distinct().OrderBy(m => m.Position)];
            named.Key.Initiatives = [.. named.OfType<Initiative>()];
        }
    }

    private PlanElement Grow(Plan plan, PlanElement? parent, Plans.PlanElement source, ProgressCalculation progress)
    {
        PlanElement element = source.Level.Role switch
        {
            ElementRole.Goal => new Goal(plan, parent, source, _elements.Count),
            ElementRole.Theme => new Theme(plan, parent, source, _elements.Count),
            ElementRole.Measure => new Measure(plan, parent, source, _elements.Count),
            _ => new Initiative(plan, parent, source, _elements.Count),
        };
        _elements.Add(element);
        element.Departments = [.. source.Departments.Select(r => DepartmentOf(plan.Municipality, r.Department.Name))];
        element.ProgressSeries = progress.Series(source);
        element.Children = [.. source.Children.Select(c => Grow(plan, element, c, progress))];
        return element;
    }

    private Department DepartmentOf(Municipality municipality, string name)
    {
        if (!_departments.TryGetValue((municipality, name), out var department))
        {
            _departments.Add((municipality, name), department = new Department(municipality, name));
        }

        return department;
    }
}
