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

/// <summary>
/// One printing of one judgement of how far a plan or element is, or (with <see cref="Missing"/>) the place where one should stand.
/// Of all that a country holds there is most of these, so what many have in common they share: the rating, and the way it was reported.
/// </summary>
public sealed class Assessment(PrintedRating rating, Reporting reporting, Citation citation)
{
    /// <summary>When the judged period ends, and of what kind it is.</summary>
    public PeriodOfValue Period => reporting.Period;
    /// <summary>As printed: 58, ★★★★★★★☆☆☆, A, 概ね順調. Empty only where missing.</summary>
    public string Value => rating.Value;
    public RatingScale Scale => rating.Scale;
    public double? Score => rating.Score;
    /// <summary>0 to 100 as a rule; null where the scale gives none.</summary>
    public double? Percent => rating.Percent;
    /// <summary>
    /// Why there is no rating: an editor's reason where nothing is printed, or what the printed label says
    /// (a dash for "not yet due" is <see cref="MissingReason.NotYet"/> with its <see cref="Value"/>). Never zero.
    /// </summary>
    public MissingReason? Missing => rating.Missing;
    public AssessorKind Assessor => reporting.Assessor;
    public string? AssessorName => reporting.AssessorName;
    public string? Method => reporting.Method;
    public DateOnly? ReportedOn => reporting.ReportedOn;
    public bool Forecast => reporting.Forecast;
    public Text? Note => reporting.Note;
    public Citation Citation => citation;
}

/// <summary>What is printed, and what it stands for on its scale: see <see cref="Assessment"/>.</summary>
public sealed record PrintedRating(RatingScale Scale, string Value, double? Score = null, double? Percent = null, MissingReason? Missing = null)
{
    // Not a number where there is none: a country has some 200,000, and a number that may be missing takes twice the room.
    private readonly double _score = Score ?? double.NaN, _percent = Percent ?? double.NaN;

    public double? Score { get => OrNull(_score); init => _score = value ?? double.NaN; }
    public double? Percent { get => OrNull(_percent); init => _percent = value ?? double.NaN; }

    private static double? OrNull(double number) => double.IsNaN(number) ? null : number;
}

/// <summary>Of what time it was judged, by whom and how, and when it was told: see <see cref="Assessment"/>.</summary>
public sealed record Reporting(
    PeriodOfValue Period, AssessorKind Assessor = AssessorKind.Self, string? AssessorName = null, string? Method = null, DateOnly? ReportedOn = null, bool Forecast = false, Text? Note = null);

/// <summary>How a plan makes a figure of one level from those of the level below (rule of trust 1).</summary>
/// <param name="Of">The role whose figure it is; null for the plan as a whole.</param>
/// <param name="Over">The role of the parts.</param>
/// <param name="Decimals">Digits kept by the rounding; with <see cref="Rounding.None"/>, digits to compare with what is printed.</param>
/// <param name="Stated">Whether the document states it; else an editor found that it explains the figures.</param>
public sealed record AggregationRule(
    ElementRole? Of, ElementRole Over, AggregationMethod Method, Rounding Rounding, int Decimals, bool Stated, Text? Description, Citation? Citation);

/// <summary>How far a plan or element was at a time: what was printed, what follows from the parts, and whether they agree.</summary>
/// <remarks>
/// A value of 24 bytes: a country has a million of them, and most say no more than the one assessment that they hold. What is asked most
/// stands in the value itself: a plan has hundreds of assessments, and to look into each is to wait for it.
/// </remarks>
public readonly struct Progress
{
    private const int HasEra = 16, Rated = 32;

    /// <summary>The one <see cref="Assessment"/>, the <see cref="ComputedProgress"/>, or the <see cref="Figures"/>; null where there is neither.</summary>
    private readonly object? _figures;
    private readonly double _percent; // Not a number where there is none.
    private readonly DateOnly _asOf;
    private readonly short _year;
    private readonly byte _verdictAndMissing, _startMonthAndMarks;

    /// <param name="year">In which the rated period ends.</param>
    /// <param name="asOf">The end of the rated period: a year's, a quarter's, a day.</param>
    /// <param name="published">Every printing of the figure in the file's order, labels that are no rating among them; forecasts are not.</param>
    /// <param name="computed">What follows from the parts; null where none of them is rated, or they may not be averaged together.</param>
    /// <param name="missing">Why nothing is rated, where a document or editor says so.</param>
    internal Progress(FiscalYear year, DateOnly asOf, ReadOnlySpan<Assessment> published, ComputedProgress? computed, ProgressVerdict verdict, MissingReason? missing)
    {
        _figures = (published.Length, computed) switch
        {
            (0, _) => computed,
            (1, null) => published[0],
            _ => new Figures(published.ToArray(), computed),
        };
        (_asOf, _year) = (asOf, (short)year.Year);
        _verdictAndMissing = (byte)((int)verdict | (missing is { } reason ? (int)reason + 1 : 0) << 4);
        var isRated = computed is not null || FirstRated(published) is not null;
        _startMonthAndMarks = (byte)(year.StartMonth | (year.HasEra ? HasEra : 0) | (isRated ? Rated : 0));
        _percent = Plotted(published)?.Percent ?? computed?.Percent ?? double.NaN;
    }

    /// <summary>In which the rated period ends.</summary>
    public FiscalYear FiscalYear => new(_year, _startMonthAndMarks & (HasEra - 1), (_startMonthAndMarks & HasEra) != 0);

    /// <summary>The end of the rated period: a year's, a quarter's, a day.</summary>
    public DateOnly AsOf => _asOf;

    /// <summary>Every printing of the figure in the file's order, labels that are no rating among them; forecasts are not.</summary>
    public IReadOnlyList<Assessment> Published => _figures switch { Assessment only => [only], Figures figures => figures.Published, _ => [] };

    /// <summary>What follows from the parts; null where none of them is rated, or they may not be averaged together.</summary>
    public ComputedProgress? Computed => _figures as ComputedProgress ?? (_figures as Figures)?.Computed;

    public ProgressVerdict Verdict => (ProgressVerdict)(_verdictAndMissing & 15);

    /// <summary>The one to plot: published if printed (the first printing), else computed, else null. Never 0 for "not rated".</summary>
    public double? Percent => double.IsNaN(_percent) ? null : _percent;

    /// <summary>Why nothing is rated, where a document or editor says so.</summary>
    public MissingReason? Missing => _verdictAndMissing >> 4 is > 0 and var reason ? (MissingReason)(reason - 1) : null;

    /// <summary>Whether there is any rating, printed or computed.</summary>
    public bool IsRated => (_startMonthAndMarks & Rated) != 0;

    /// <summary>What <see cref="Percent"/> is measured by, or a rating that is no percentage; null where nothing is rated.</summary>
    public Yardstick? Yardstick
    {
        get
        {
            if (_figures is Assessment only) return only.Missing is null ? Plans.Yardstick.Of(only) : null;
            if (_figures is not Figures figures) return (_figures as ComputedProgress)?.Yardstick;
            if (Plotted(figures.Published) is { } plotted) return Plans.Yardstick.Of(plotted);
            if (figures.Computed is not null) return figures.Computed.Yardstick;
            return FirstRated(figures.Published) is { } grade ? Plans.Yardstick.Of(grade) : null;
        }
    }

    /// <summary>The printing to plot: the municipality's own first, then any with a percentage.</summary>
    private static Assessment? Plotted(ReadOnlySpan<Assessment> published)
    {
        Assessment? other = null;
        foreach (var printing in published)
        {
            if (ProgressFigure.IsOwn(printing)) return printing;
            if (other is null && printing is { Percent: not null, Missing: null }) other = printing;
        }

        return other;
    }

    private static Assessment? FirstRated(ReadOnlySpan<Assessment> published)
    {
        foreach (var printing in published)
        {
            if (printing.Missing is null) return printing;
        }

        return null;
    }

    private sealed class Figures(Assessment[] published, ComputedProgress? computed)
    {
        public Assessment[] Published => published;
        public ComputedProgress? Computed => computed;
    }
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
