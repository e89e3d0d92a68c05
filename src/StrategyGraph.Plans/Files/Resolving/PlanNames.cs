using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>What may be referred to within a plan, wherever it stands in the file: elements, indicators, departments, levels.</summary>
internal sealed class PlanNames
{
    private readonly Dictionary<string, ElementShape> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndicatorShape> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Department> _departments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanLevel> _levels = new(StringComparer.Ordinal);
    private readonly FileErrors _errors;

    public PlanNames(PlanFileShape file, FileErrors errors)
    {
        _errors = errors;
        Levels = [.. file.Levels.Select(Level)];
        Departments = [.. file.Departments.Select(Department)];
        AddIndicators(file.Indicators);
        AddElements(file.Elements);
    }

    public IReadOnlyList<PlanLevel> Levels { get; }

    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The element of that id; reported and null where there is none.</summary>
    public ElementShape? Element(Located<string>? id) => Find(id, _elements, "element");

    public IndicatorShape? Indicator(Located<string>? id) => Find(id, _indicators, "indicator");

    public PlanLevel? Level(Located<string>? term) => Find(term, _levels, "level");

    public Department? Department(Located<string>? name) => Find(name, _departments, "department");

    private T? Find<T>(Located<string>? written, Dictionary<string, T> known, string what) where T : class
    {
        if (written is not { } name) return null;
        if (known.TryGetValue(name.Value, out var found)) return found;
        var where = what is "department" or "level" ? $" Add it to '{what}s', or correct the name." : " Correct the id.";
        _errors.Add(name.At, FileErrorCode.UnknownReference, $"The plan has no {what} '{name.Value}'.{Suggestion.For(name.Value, known.Keys)}{where}");
        return null;
    }

    private PlanLevel Level(LevelShape shape, int depth)
    {
        var level = new PlanLevel(depth, shape.Role ?? ElementRole.Goal, shape.Term?.Value ?? "");
        if (shape.Term is { } term && !_levels.TryAdd(term.Value, level))
            _errors.Add(term.At, FileErrorCode.DuplicateId, $"The plan already has a level '{term.Value}'. Where two share a word, tell them apart.");
        return level;
    }

    private Department Department(DepartmentShape shape)
    {
        var department = new Department { Name = shape.Name?.Value ?? "", NameEn = shape.En };
        if (shape.Name is { } name && !_departments.TryAdd(name.Value, department))
            _errors.Add(name.At, FileErrorCode.DuplicateId, $"The department '{name.Value}' is already in the list. Keep one.");
        return department;
    }

    private void AddElements(List<ElementShape> elements)
    {
        foreach (var element in elements)
        {
            if (element.Id is { } id) _elements.TryAdd(id.Value, element);
            AddIndicators(element.Indicators);
            AddElements(element.Children);
        }
    }

    private void AddIndicators(List<IndicatorShape> indicators)
    {
        foreach (var indicator in indicators)
        {
            if (indicator.Id is { } id && !_indicators.TryAdd(id.Value, indicator))
                _errors.Add(id.At, FileErrorCode.DuplicateId, $"The indicator id '{id.Value}' is already used in this plan. Give each indicator its own.");
        }
    }
}
