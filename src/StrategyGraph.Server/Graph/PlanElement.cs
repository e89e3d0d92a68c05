using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A node of a plan's tree in the graph: the transcribed element, and the way to everything around it.</summary>
public abstract class PlanElement
{
    // What nearly every question asks for is here as well as in the source: to look there is to wait for another line of memory.
    private readonly string _key, _japaneseTitle;

    private protected PlanElement(Plan plan, PlanElement? parent, Plans.PlanElement source, int position, int row)
    {
        (Plan, Parent, Source, Position, Row) = (plan, parent, source, position, row);
        (_key, _japaneseTitle) = (source.Id, source.Title.In(Language.Ja));
    }

    /// <summary>Made when it is asked for: kept, an id takes some 140 bytes, and a country has 235,000 elements.</summary>
    public NodeId Id => new(TypeName, Plan.Key, _key);

    public Plan Plan { get; }
    public PlanElement? Parent { get; }
    public IReadOnlyList<PlanElement> Children { get; internal set; } = [];
    public IReadOnlyList<Department> Departments { get; internal set; } = [];
    /// <summary>What its own tags point at.</summary>
    internal ServedGoals Serves { get; set; } = ServedGoals.None;
    /// <summary>By fiscal year, from the first; only years in which the element or something below it has a place for a rating.</summary>
    public IReadOnlyList<Progress> ProgressSeries => Plan.Progresses.Of(this);

    public ElementRole Role => Source.Level.Role;
    public string Term => Source.Level.Term;
    public string? Label => Source.Label;
    public string TitleAsPrinted => Source.TitleAsPrinted ?? Source.Title.In(Language.Ja);
    public IReadOnlyList<Citation> Citations => Source.Citations;
    public IEnumerable<Indicator> Indicators => Source.Indicators.Select(i => new Indicator(Plan, this, i));
    public IEnumerable<Money> Money => Source.Money.Select(m => new Money(Plan, m));
    public IReadOnlyList<Assessment> Assessments => Source.Assessments;
    public PlanElement? RepeatOf => Source.RepeatOf is { } original ? Plan.Index.Element(original) : null;
    public string? Set => Source.Set;
    public double? Weight => Source.Weight;
    public Department? LeadDepartment => Source.Departments.FirstOrDefault(d => d.Lead) is { } lead ? Departments.First(d => d.Name == lead.Department.Name) : null;
    public Validity Validity => new(Plan, Source.IntroducedBy, Source.EndedBy);
    public IEnumerable<Finding> Findings => Plan.Findings.Of(this);

    private protected abstract string TypeName { get; }

    internal Plans.PlanElement Source { get; }
    /// <summary>Its place in the graph's order, among elements of all plans: what breaks ties.</summary>
    internal int Position { get; set; }
    /// <summary>Its place among those of its type: its row in <see cref="ElementColumns{T}"/>.</summary>
    internal int Row { get; set; }

    public string Title(Language language) => language is Language.Ja ? _japaneseTitle : Source.Title.In(language);
    public string? Summary(Language language) => Source.Summary?.In(language);
    public string? Subtitle(Language language) => Source.Subtitle?.In(language);
    public string? Note(Language language) => Source.Note?.In(language);

    public IReadOnlyList<string> Path
    {
        get
        {
            var path = new List<string>();
            for (var e = this; e is not null; e = e.Parent) path.Add(e.Label ?? e.Title(Language.Ja));
            path.Reverse();
            return path;
        }
    }

    public Progress? Progress(int? fiscalYear) => ProgressSeries.InYear(fiscalYear);

    public IReadOnlyList<Activity> Activities(int? fiscalYear) =>
        fiscalYear is { } year ? [.. Source.Activities.Where(a => a.FiscalYear.Year == year)] : Source.Activities;

    /// <summary>The nearest element above of a type, itself left out.</summary>
    internal T? Above<T>() where T : PlanElement
    {
        for (var e = Parent; e is not null; e = e.Parent)
        {
            if (e is T found) return found;
        }

        return null;
    }

    /// <summary>Everything of a type below, at any depth, in the document's order.</summary>
    internal IEnumerable<T> Below<T>() where T : PlanElement
    {
        foreach (var child in Children)
        {
            if (child is T found) yield return found;
            foreach (var deeper in child.Below<T>()) yield return deeper;
        }
    }

    /// <summary>The goal above a theme or measure; the check of plan files sees to it that there is one.</summary>
    private protected Goal GoalAbove => Above<Goal>() ?? throw new InvalidOperationException($"{Source.Id} stands under no goal.");
}

public sealed class Goal : PlanElement
{
    internal Goal(Plan plan, PlanElement? parent, Plans.PlanElement source, int position, int row) : base(plan, parent, source, position, row) { }

    private protected override string TypeName => nameof(Goal);

    public IEnumerable<Theme> Themes => Below<Theme>();
    public IReadOnlyList<Measure> Measures { get; internal set; } = [];
    public IEnumerable<Initiative> Initiatives => Below<Initiative>();
}

public sealed class Theme : PlanElement
{
    internal Theme(Plan plan, PlanElement? parent, Plans.PlanElement source, int position, int row) : base(plan, parent, source, position, row) { }

    private protected override string TypeName => nameof(Theme);

    public Goal Goal => GoalAbove;
    public IEnumerable<Measure> Measures => Below<Measure>();
}

public sealed class Measure : PlanElement
{
    internal Measure(Plan plan, PlanElement? parent, Plans.PlanElement source, int position, int row) : base(plan, parent, source, position, row) { }

    private protected override string TypeName => nameof(Measure);

    public Goal Goal => GoalAbove;
    public Theme? Theme => Above<Theme>();
    public IEnumerable<Initiative> Initiatives => Below<Initiative>();
}

public sealed class Initiative : PlanElement
{
    internal Initiative(Plan plan, PlanElement? parent, Plans.PlanElement source, int position, int row) : base(plan, parent, source, position, row) { }

    private protected override string TypeName => nameof(Initiative);

    public Goal? Goal => Above<Goal>();
    public Measure? Measure => Above<Measure>();
}
