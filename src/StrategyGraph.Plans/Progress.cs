using System.Globalization;

namespace StrategyGraph.Plans;

/// <summary>A rating scale: data of a plan edition and of one or more of its levels (rule of trust 3).</summary>
public sealed class RatingScale
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    /// <summary>The levels' terms it rates; empty when it rates any, the plan as a whole included.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];
    /// <summary>The least and greatest score. A numeric scale (no <see cref="Values"/>) takes any number between them.</summary>
    public double? Minimum { get; init; }
    public double? Maximum { get; init; }
    /// <summary>Percent a point of score stands for: 10 for ten stars, 1 for a percentage; null where a score is no percentage.</summary>
    public double? PercentPerPoint { get; init; }
    /// <summary>What is rated, where a document rates along several axes: status, trend, stage.</summary>
    public string? Axis { get; init; }
    public IReadOnlyList<RatingValue> Values { get; init; } = [];

    /// <summary>All that it says of ratings, in a form that is the same for two scales exactly where they say the same.</summary>
    internal string Content => field ??= string.Join('\n', Values.Select(value => value.Content).Prepend(string.Create(
        CultureInfo.InvariantCulture, $"{Minimum ?? Values.Min(value => value.Score)};{Maximum ?? Values.Max(value => value.Score)};{PercentPerPoint};{Axis}")));
}

/// <summary>One label of a scale, from lowest to highest, with its score or the band of percent that it stands for.</summary>
public sealed record RatingValue(string Label, RatingClass Class, double? Score, double? From, double? To, Text? Meaning)
{
    internal string Content => string.Create(CultureInfo.InvariantCulture, $"{Class};{Score};{From};{To};{PrintedNumber.WithoutSpaces(Label)}");
}

/// <summary>One printing of one judgement of how far a plan or element is, or (with <see cref="Missing"/>) the place where one should stand.</summary>
public sealed class Assessment
{
    /// <summary>When the judged period ends, and of what kind it is.</summary>
    public required PeriodOfValue Period { get; init; }
    /// <summary>As printed: 58, ★★★★★★★☆☆☆, A, 概ね順調. Empty only where missing.</summary>
    public required string Value { get; init; }
    public required RatingScale Scale { get; init; }
    public double? Score { get; init; }
    /// <summary>0 to 100 as a rule; null where the scale gives none.</summary>
    public double? Percent { get; init; }
    /// <summary>
    /// Why there is no rating: an editor's reason where nothing is printed, or what the printed label says
    /// (a dash for "not yet due" is <see cref="MissingReason.NotYet"/> with its <see cref="Value"/>). Never zero.
    /// </summary>
    public MissingReason? Missing { get; init; }
    public AssessorKind Assessor { get; init; }
    public string? AssessorName { get; init; }
    public string? Method { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public bool Forecast { get; init; }
    public Text? Note { get; init; }
    public required Citation Citation { get; init; }
}

/// <summary>How a plan makes a figure of one level from those of the level below (rule of trust 1).</summary>
/// <param name="Of">The role whose figure it is; null for the plan as a whole.</param>
/// <param name="Over">The role of the parts.</param>
/// <param name="Decimals">Digits kept by the rounding; with <see cref="Rounding.None"/>, digits to compare with what is printed.</param>
/// <param name="Stated">Whether the document states it; else an editor found that it explains the figures.</param>
public sealed record AggregationRule(
    ElementRole? Of, ElementRole Over, AggregationMethod Method, Rounding Rounding, int Decimals, bool Stated, Text? Description, Citation? Citation);

/// <summary>How far a plan or element was at a time: what was printed, what follows from the parts, and whether they agree.</summary>
/// <param name="FiscalYear">In which the rated period ends.</param>
/// <param name="AsOf">The end of the rated period: a year's, a quarter's, a day.</param>
/// <param name="Published">Every printing of the figure in the file's order, labels that are no rating among them; forecasts are not.</param>
/// <param name="Computed">What follows from the parts; null where none of them is rated, or they may not be averaged together.</param>
/// <param name="Percent">The one to plot: published if printed (the first printing), else computed, else null. Never 0 for "not rated".</param>
/// <param name="Missing">Why nothing is rated, where a document or editor says so.</param>
public sealed record Progress(
    FiscalYear FiscalYear, DateOnly AsOf, IReadOnlyList<Assessment> Published, ComputedProgress? Computed,
    ProgressVerdict Verdict, double? Percent, MissingReason? Missing)
{
    /// <summary>Whether there is any rating, printed or computed.</summary>
    public bool IsRated => Computed is not null || Published.Any(assessment => assessment.Missing is null);

    /// <summary>What <see cref="Percent"/> is measured by, or a rating that is no percentage; null where nothing is rated.</summary>
    public Yardstick? Yardstick
    {
        get
        {
            if (Plotted(Published) is { } plotted) return Plans.Yardstick.Of(plotted);
            if (Computed is not null) return Computed.Yardstick;
            return Published.FirstOrDefault(assessment => assessment.Missing is null) is { } grade ? Plans.Yardstick.Of(grade) : null;
        }
    }

    /// <summary>The printing to plot: the municipality's own first, then any with a percentage.</summary>
    internal static Assessment? Plotted(IReadOnlyList<Assessment> published) => published.FirstOrDefault(ProgressFigure.IsOwn)
        ?? published.FirstOrDefault(assessment => assessment is { Percent: not null, Missing: null });
}

/// <summary>A figure made from the parts by a rule.</summary>
/// <param name="Percent">As the rule rounds it.</param>
/// <param name="Exact">Before rounding.</param>
/// <param name="Parts">How many parts there are at that time; <paramref name="Rated"/> of them entered the figure, <paramref name="Missing"/> did not.</param>
public sealed record ComputedProgress(double Percent, double Exact, AggregationRule Rule, int Parts, int Rated, int Missing)
{
    /// <summary>A printing that it was made of; all of them are measured alike, or a declared rule makes them so.</summary>
    public required Assessment Part { get; init; }

    /// <summary>What it is measured by.</summary>
    public Yardstick Yardstick => Plans.Yardstick.Of(Part) with { Computed = Rule.Method };
}
