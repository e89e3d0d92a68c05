namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>A release as plain objects and arrays, everything in the order of answers.</summary>
/// <remarks>
/// It holds what the national files have and no more: measures are rated themselves (nothing below them is), printed once a year, neither
/// repeated nor ended by a revision. Where that is not so, its answers differ from the server's, and the run says so.
/// </remarks>
internal sealed partial class Country
{
    public required MunicipalityData[] Municipalities { get; init; }
    public required PlanData[] Plans { get; init; }
    public required MeasureData[] Measures { get; init; }
    public required string SdgFramework { get; init; }
    public required SdgData[] Sdgs { get; init; }
    public required string[] Prefectures { get; init; }

    /// <summary>The figures of all measures; those of a measure from the end of the one before to its own end, by year.</summary>
    public required Figure[] Figures { get; init; }
    public required int[] FigureEnds { get; init; }

    /// <summary>The places in <see cref="Sdgs"/> that all measures serve, likewise.</summary>
    public required byte[] Served { get; init; }
    public required int[] ServedEnds { get; init; }

    /// <summary>Goals, measures and whatever else plans consist of, with the texts of all that are searched.</summary>
    public required (string Id, string Title)[] Elements { get; init; }
    public required SearchedText[] Texts { get; init; }

    public required Dictionary<string, MunicipalityData> MunicipalityByCode { get; init; }
    public required Dictionary<string, MunicipalityData> MunicipalityById { get; init; }
    public required Dictionary<string, PlanData> PlanById { get; init; }
    public required Dictionary<string, MeasureData> MeasureById { get; init; }

    public ReadOnlySpan<Figure> FiguresOf(int measure) => Figures.AsSpan(Start(FigureEnds, measure)..FigureEnds[measure]);

    public ReadOnlySpan<byte> ServedBy(int measure) => Served.AsSpan(Start(ServedEnds, measure)..ServedEnds[measure]);

    /// <summary>The latest figure that is rated; one of no yardstick where none is.</summary>
    public Figure LatestOf(int measure)
    {
        var figures = FiguresOf(measure);
        for (var i = figures.Length - 1; i >= 0; i--)
        {
            if (figures[i].Yardstick != 0) return figures[i];
        }

        return default;
    }

    private static int Start(int[] ends, int measure) => measure == 0 ? 0 : ends[measure - 1];
}

internal sealed record SdgData(string Code, int Number, string Title);

/// <param name="Percent">Not a number where the rating is none.</param>
/// <param name="Yardstick">From 1; 0 where it is not rated.</param>
internal readonly record struct Figure(double Percent, short Year, short Yardstick);

internal sealed class MunicipalityData
{
    public required string Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required int Position { get; init; }
    /// <summary>Its place in <see cref="Country.Prefectures"/>; the number of these where it has none.</summary>
    public required int Prefecture { get; init; }
    public PlanData[] Plans { get; set; } = [];
}

internal sealed class PlanData
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required MunicipalityData Municipality { get; init; }
    public GoalData[] Goals { get; set; } = [];
    /// <summary>Its measures in <see cref="Country.Measures"/>: from the first to before the second.</summary>
    public int FirstMeasure { get; set; }
    public int EndMeasure { get; set; }
}

internal sealed class GoalData
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public MeasureData[] Measures { get; set; } = [];
}

internal sealed class MeasureData
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Position { get; init; }
    public required PlanData Plan { get; init; }
    public required string[] Departments { get; init; }
}
