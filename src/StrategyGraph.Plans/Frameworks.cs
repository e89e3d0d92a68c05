namespace StrategyGraph.Plans;

/// <summary>An axis along which plans are compared: the SDGs, a national strategy's basic goals, a local scheme.</summary>
public sealed class Framework
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public string? Edition { get; init; }
    public IReadOnlyList<SourceDocument> Documents { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public IReadOnlyList<FrameworkGoal> Goals { get; init; } = [];
}

/// <summary>A goal or target of a framework; its code is unique in the framework.</summary>
public sealed class FrameworkGoal
{
    public required string Code { get; init; }
    public int? Number { get; init; }
    public string? Iri { get; init; }
    public required Text Title { get; init; }
    /// <summary>Only where it differs from <see cref="Title"/>: before corrections.</summary>
    public string? TitleAsPrinted { get; init; }
    public Text? Note { get; init; }
    public Citation? Citation { get; init; }
    public IReadOnlyList<FrameworkGoal> Children { get; init; } = [];
}

/// <summary>That a plan or element serves a framework's goal, and on what basis (rule of trust 4).</summary>
public sealed record Tag(string Framework, string Code, TagBasis Basis, Text? Rationale, double? Confidence, Citation? Citation);

/// <summary>A link to an element, of this plan or another: <c>plan-id/element-id</c>.</summary>
public sealed record Link(string To, LinkKind Kind, TagBasis Basis, Text? Rationale, double? Confidence, Citation? Citation);
