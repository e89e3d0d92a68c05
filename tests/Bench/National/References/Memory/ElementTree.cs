namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>What stands above what, while a release is loaded; by the rows' ids.</summary>
internal sealed class ElementTree
{
    private readonly Dictionary<int, (int Parent, int Level)> _elements = [];
    private readonly Dictionary<int, GoalData> _goals = [];
    private readonly Dictionary<GoalData, List<MeasureData>> _measuresOf = [];
    private readonly Dictionary<PlanData, List<GoalData>> _goalsOf = [];
    private readonly List<int> _measures = [];
    private readonly Dictionary<int, int> _positions = [];

    /// <summary>How many measures there are.</summary>
    public int Measures => _measures.Count;

    public void Add(int id, int parent, int level) => _elements.Add(id, (parent, level));

    public void AddGoal(int id, PlanData plan, GoalData goal)
    {
        Add(id, 0, 0);
        _goals.Add(id, goal);
        _measuresOf.Add(goal, []);
        if (!_goalsOf.TryGetValue(plan, out var goals)) _goalsOf.Add(plan, goals = []);
        goals.Add(goal);
    }

    public void AddMeasure(int id, MeasureData measure)
    {
        _positions.Add(id, _measures.Count);
        _measures.Add(id);
        if (_goalsOf.GetValueOrDefault(measure.Plan) is null or []) throw new InvalidDataException($"{measure.Title} stands before any goal.");
        var above = id;
        while (!_goals.ContainsKey(above)) above = _elements[above].Parent;
        _measuresOf[_goals[above]].Add(measure);
        if (measure.Plan.EndMeasure == 0) measure.Plan.FirstMeasure = measure.Position;
        measure.Plan.EndMeasure = measure.Position + 1;
    }

    /// <summary>Hands goals their measures, and plans their goals.</summary>
    public void Finish()
    {
        foreach (var (goal, measures) in _measuresOf) goal.Measures = [.. measures];
        foreach (var (plan, goals) in _goalsOf) plan.Goals = [.. goals];
    }

    /// <summary>The position of the measure that an element is; null for others.</summary>
    public int? MeasureOf(int id) => _positions.TryGetValue(id, out var position) ? position : null;

    /// <summary>What a measure stands beside: those with the same parent and level.</summary>
    public (int Parent, int Level) PlaceOf(int measure) => _elements[_measures[measure]];

    /// <summary>A measure, and the elements above it, the nearest first.</summary>
    public IEnumerable<int> WithAbove(int measure)
    {
        for (var id = _measures[measure]; id != 0; id = _elements[id].Parent) yield return id;
    }
}
