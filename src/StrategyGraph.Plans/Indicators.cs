using System.Runtime.CompilerServices;

namespace StrategyGraph.Plans;

/// <summary>A numeric target of a goal or plan, or the KPI of a measure. Each is equal to itself alone.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }
    public required IndicatorKind Kind { get; init; }
    public required Text Name { get; init; }
    /// <summary>As printed: 万人, 億円, ‰, 件／年.</summary>
    public string? Unit { get; init; }
    /// <summary>What a printed 1 stands for in the unit's base: 10000 for 万人.</summary>
    public decimal Scale { get; init; } = 1;
    /// <summary>What a rate or index is taken on: "人口10万人当たり", "2011=100".</summary>
    public string? Base { get; init; }
    public IndicatorDirection Direction { get; init; } = IndicatorDirection.Unstated;
    public Accumulation Accumulation { get; init; } = Accumulation.Unstated;
    public IReadOnlyList<Observation> Observations { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public Text? Note { get; init; }
    public string? IntroducedBy { get; init; }
    public string? EndedBy { get; init; }

    public bool Equals(Indicator? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>One printed value of an indicator. <see cref="Text"/> is as printed; numbers are what was read from it, in the printed unit.</summary>
public sealed class Observation
{
    public required ObservationKind Kind { get; init; }
    public required PeriodOfValue Period { get; init; }
    public required string Text { get; init; }
    public decimal? Value { get; init; }
    /// <summary>The upper end of a range; <see cref="Value"/> is the lower.</summary>
    public decimal? Upper { get; init; }
    public Comparator Comparator { get; init; } = Comparator.Eq;
    /// <summary>What part of a compound value this is: 男, 65歳以上, 東部地区.</summary>
    public string? Part { get; init; }
    public MissingReason? Missing { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public Citation? Citation { get; init; }
}
