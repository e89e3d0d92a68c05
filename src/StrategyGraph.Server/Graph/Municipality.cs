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
    public IReadOnlyList<Department> Departments { get; internal set; } = [];

    internal Plans.Municipality Source { get; }
    internal int Position { get; }

    public string Name(Language language) => Source.Name.In(language);
    public string? Prefecture(Language language) => Source.Prefecture?.In(language);
}

/// <summary>A department of a municipality: one for each name, whichever plan names it.</summary>
public sealed class Department
{
    internal Department(Municipality municipality, string name)
    {
        (Municipality, Name) = (municipality, name);
        Id = GlobalId.Encode(nameof(Department), $"{municipality.Code}/{name}");
    }

    public string Id { get; }
    public string Name { get; }
    public Municipality Municipality { get; }
    public IReadOnlyList<Measure> Measures { get; internal set; } = [];
    public IReadOnlyList<Initiative> Initiatives { get; internal set; } = [];
}
