using System.Globalization;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes a plan's rating scales, and assessments of printed ratings on them.</summary>
internal sealed class RatingResolver
{
    private readonly CitationResolver _citations;
    private readonly PeriodResolver _periods;
    private readonly FileErrors _errors;
    private readonly IReadOnlyList<PlanLevel> _levels;
    private readonly List<RatingScale> _scales = [];

    public RatingResolver(List<RatingScaleShape> scales, IReadOnlyList<PlanLevel> levels, CitationResolver citations, PeriodResolver periods, FileErrors errors)
    {
        (_levels, _citations, _periods, _errors) = (levels, citations, periods, errors);
        foreach (var scale in scales)
        {
            if (scale.Id is { } id && _scales.Any(other => other.Id == id.Value))
                errors.Add(id.At, FileErrorCode.DuplicateId, $"The rating scale '{id.Value}' is already in this file. Give each scale its own id.");
            else _scales.Add(Scale(scale));
        }
    }

    public IReadOnlyList<RatingScale> Scales => _scales;

    private RatingScale Scale(RatingScaleShape shape)
    {
        foreach (var level in shape.Levels)
        {
            if (_levels.All(known => known.Term != level.Value))
                _errors.Add(level.At, FileErrorCode.UnknownReference, $"The plan has no level '{level.Value}'.{Suggestion.For(level.Value, _levels.Select(known => known.Term))}");
        }

        if (shape.Maximum is { } maximum && maximum.Value < shape.Minimum)
            _errors.Add(maximum.At, FileErrorCode.OutOfRange, "The greatest score is below the least.");
        RatingValue[] values = [.. Values(shape)];
        var (least, greatest) = EndsOf(values);
        return new RatingScale
        {
            Id = shape.Id?.Value ?? "",
            Name = shape.Name ?? Placeholder.Text,
            Levels = [.. shape.Levels.Select(level => level.Value)],
            Minimum = (double?)shape.Minimum ?? least,
            Maximum = (double?)shape.Maximum?.Value ?? greatest,
            PercentPerPoint = (double?)shape.PercentPerPoint,
            Axis = shape.Axis,
            Values = values,
        };
    }

    /// <summary>The least and greatest score of a scale that does not say them itself: those of its labels.</summary>
    public static (double? Least, double? Greatest) EndsOf(IReadOnlyList<RatingValue> values)
    {
        var scores = values.Where(value => value.Class is RatingClass.Rated).Select(value => value.Score);
        return (scores.Min(), scores.Max());
    }

    private IEnumerable<RatingValue> Values(RatingScaleShape scale)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in scale.Values)
        {
            if (value.Label is not { } label) continue;
            if (!labels.Add(PrintedNumber.WithoutSpaces(label.Value)))
                _errors.Add(label.At, FileErrorCode.DuplicateId, $"The label '{label.Value}' is already on this scale.");
            if (value.Class is not RatingClass.Rated && value.Score is { } unrated)
                _errors.Add(unrated.At, FileErrorCode.ConflictingFields, "A label that is no rating has no score.");
            if (value.Score is { } score && (score.Value < scale.Minimum || score.Value > scale.Maximum?.Value))
                _errors.Add(score.At, FileErrorCode.RatingOutsideScale, $"The score of '{label.Value}' lies outside its scale.");
            if (value.To is { } to && to.Value < value.From)
                _errors.Add(to.At, FileErrorCode.OutOfRange, "The band ends below its beginning.");
            yield return new RatingValue(label.Value, value.Class, (double?)value.Score?.Value, (double?)value.From, (double?)value.To?.Value, value.Meaning);
        }
    }

    /// <summary>Assessments of an element of the level, or of the plan as a whole where there is none.</summary>
    public IReadOnlyList<Assessment> Assessments(List<ProgressShape> progress, PlanLevel? level, IReadOnlyList<Citation> inherited) =>
        progress.Count == 0 ? [] : [.. progress.Select(shape => Assessment(shape, level, inherited))];

    private Assessment Assessment(ProgressShape shape, PlanLevel? level, IReadOnlyList<Citation> inherited)
    {
        if (shape is { Value: not null, Missing: { } both })
            _errors.Add(both.At, FileErrorCode.ConflictingFields, "'value' and 'missing' cannot stand together: either something is printed or it is not.");
        if (shape is { Value: null, Score: { } alone })
            _errors.Add(alone.At, FileErrorCode.ConflictingFields, "'score' stands only beside a 'value' that tells it in words.");
        if (shape is { Value: null, Missing: null })
            _errors.Add(shape.At, FileErrorCode.MissingField, "'value' is missing: the rating as printed. Where none is printed, say why with 'missing'.");

        var scale = ScaleOf(shape, level);
        var rating = scale is not null && shape.Value is { } value ? Rate(value, shape.Score, scale) : default;
        return new Assessment(
            new PrintedRating(
                scale ?? Placeholder.Scale, shape.Value?.Value ?? "", (double?)rating.Score, (double?)(rating.Score * (decimal?)scale?.PercentPerPoint),
                shape.Missing?.Value ?? rating.Missing),
            new Reporting(_periods.WithinPlan(shape), shape.Assessor, shape.AssessorName, shape.Method, shape.ReportedOn, shape.Forecast, shape.Note),
            _citations.First(shape.Cite, inherited));
    }

    private RatingScale? ScaleOf(ProgressShape shape, PlanLevel? level)
    {
        if (shape.Scale is { } id)
        {
            var named = _scales.FirstOrDefault(scale => scale.Id == id.Value);
            if (named is null)
                _errors.Add(id.At, FileErrorCode.UnknownReference, $"The plan has no rating scale '{id.Value}'.{Suggestion.For(id.Value, _scales.Select(scale => scale.Id))}");
            else if (level is not null && level != Placeholder.Level && !Rates(named, level))
                _errors.Add(id.At, FileErrorCode.ScaleNotForLevel, $"The scale '{id.Value}' rates {string.Join(", ", named.Levels)}, and this is a {level.Term}. Add the level to the scale, or name another scale.");
            else return named;
            return null;
        }

        if (level == Placeholder.Level) return null;

        var fitting = ScalesFor(level, _scales, _levels);
        if (fitting.Length == 1) return fitting[0];
        var of = level is null ? "the plan as a whole" : level.Term;
        _errors.Add(shape.At, FileErrorCode.ScaleUnclear, fitting.Length == 0
            ? $"No rating scale rates {of}. Add one to 'ratingScales', or add this level to the one that is meant."
            : $"Several rating scales rate {of}: say which is meant with 'scale': {string.Join(", ", fitting.Select(scale => scale.Id))}.");
        return null;
    }

    /// <summary>The scales that rate a level. The plan as a whole (null) is rated on that of its top level, unless it says otherwise.</summary>
    public static RatingScale[] ScalesFor(PlanLevel? level, IReadOnlyList<RatingScale> scales, IReadOnlyList<PlanLevel> levels) =>
        [.. scales.Where(scale => level is null ? levels is [] || Rates(scale, levels[0]) : Rates(scale, level))];

    private static bool Rates(RatingScale scale, PlanLevel level) => scale.Levels.Count == 0 || scale.Levels.Contains(level.Term);

    /// <summary>Whether a rating is printed neither as a label of its scale nor as a number, though the scale takes numbers: 約8割.</summary>
    public static bool NeedsScore(string printed, RatingScale scale) =>
        printed.Length > 0 && TakesNumbers(scale) && LabelOf(printed, scale) is null && PrintedNumber.Read(printed) is null;

    private static bool TakesNumbers(RatingScale scale) => scale.Values.All(value => value.Class is not RatingClass.Rated);

    private static RatingValue? LabelOf(string printed, RatingScale scale)
    {
        var label = PrintedNumber.WithoutSpaces(printed);
        return scale.Values.FirstOrDefault(value => PrintedNumber.WithoutSpaces(value.Label) == label);
    }

    private (decimal? Score, MissingReason? Missing) Rate(Located<string> printed, Located<decimal>? score, RatingScale scale)
    {
        if (score is { } needless && !NeedsScore(printed.Value, scale))
            _errors.Add(needless.At, FileErrorCode.ConflictingFields, $"'score' stands only beside a text that tells a number in words, on a scale of numbers; '{printed.Value}' says its score itself. Leave it out.");

        if (LabelOf(printed.Value, scale) is { } known)
        {
            return known.Class switch
            {
                RatingClass.NotYetDue => (null, MissingReason.NotYet),
                RatingClass.NotJudged => (null, MissingReason.NotMeasured),
                _ => ((decimal?)known.Score, null),
            };
        }

        if (!TakesNumbers(scale))
        {
            var labels = scale.Values.Select(value => value.Label).ToArray();
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale,
                $"'{printed.Value}' is not on the scale '{scale.Id}', whose labels are {string.Join(", ", labels)}.{Suggestion.For(printed.Value, labels)}");
            return default;
        }

        if ((PrintedNumber.Read(printed.Value) ?? score?.Value) is not { } number)
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale, $"'{printed.Value}' is not a number, and the scale '{scale.Id}' takes numbers, such as 58 or 58%. Where it tells a number in words, say which with 'score'; where nothing is printed, say why with 'missing'.");
        else if ((double)number < scale.Minimum || (double)number > scale.Maximum || Math.Abs(number) > 1_000_000m)
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale, $"{printed.Value} lies outside the scale '{scale.Id}', which goes from {Bound(scale.Minimum)} to {Bound(scale.Maximum)}.");
        else return (number, null);
        return default;
    }

    private static string Bound(double? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "any number";
}
