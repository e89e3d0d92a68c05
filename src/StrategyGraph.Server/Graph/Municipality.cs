using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A municipality in the graph, with its plans and the departments they name.</summary>
public sealed class Municipality
{
    internal Municipality(Plans.Municipality source, int position)
    {
        (Source, Position) = (source, position);
        Id = GlobalId.Encode(nameof(Municipality), source.Code.Value);
    }

    public string Id { get; }
    public MunicipalityCode Code => Source.Code;
    public IReadOnlyList<Plan> Plans { get; internal set; } = [];
    /// <summary>By name.</summary>
    public IReadOnlyList<Department> Departments { get; internal set; } = [];

    internal Plans.Municipality Source { get; }
    internal int Position { get; }

    /// <summary>The department of a name, where one of its plans names it.</summary>
    internal Department? Department(string name)
    {
        var (low, high) = (0, Departments.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(Departments[middle].Name, name))
            {
                case 0: return Departments[middle];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return null;
    }

    public string Name(Language language) => Source.Name.In(language);
    public string? Prefecture(Language language) => Source.Prefecture?.In(language);
}

/// <summary>A department of a municipality: one for each name, whichever plan names it.</summary>
public sealed class Department
{
    internal Department(Municipality municipality, string name)
    {
        (Municipality, Name) = (municipality, name);
        Alone = [this];
    }

    public NodeId Id => new(nameof(Department), Municipality.Code.Value, Name);
    public string Name { get; }
    public Municipality Municipality { get; }

    /// <summary>The measures that name it, themselves or at what carries them, in the graph's order.</summary>
    public IEnumerable<Measure> Measures => Elements.Select(e => e as Measure ?? e.Above<Measure>()).OfType<Measure>().Distinct().OrderBy(m => m.Position);

    public IEnumerable<Initiative> Initiatives => Elements.OfType<Initiative>();

    /// <summary>As the only one that is responsible, which most that are responsible are.</summary>
    internal Department[] Alone { get; }

    /// <summary>Looked for when asked for: a municipality has some hundreds of elements.</summary>
    private IEnumerable<PlanElement> Elements => Municipality.Plans.SelectMany(p => p.WithBelow).Where(e => e.Departments.Contains(this));
}
