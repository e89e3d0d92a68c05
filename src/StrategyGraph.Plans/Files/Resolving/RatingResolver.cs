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
        var scored = shape.Values.Where(value => value is { Class: RatingClass.Rated, Score: not null }).Select(value => value.Score!.Value.Value).ToArray();
        return new RatingScale
        {
            Id = shape.Id?.Value ?? "",
            Name = shape.Name ?? Placeholder.Text,
            Levels = [.. shape.Levels.Select(level => level.Value)],
            Minimum = (double?)(shape.Minimum ?? (scored.Length > 0 ? scored.Min() : null)),
            Maximum = (double?)(shape.Maximum?.Value ?? (scored.Length > 0 ? scored.Max() : null)),
            PercentPerPoint = (double?)shape.PercentPerPoint,
            Axis = shape.Axis,
            Values = [.. Values(shape)],
        };
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
        if (shape is { Value: null, Missing: null })
            _errors.Add(shape.At, FileErrorCode.MissingField, "'value' is missing: the rating as printed. Where none is printed, say why with 'missing'.");

        var scale = ScaleOf(shape, level);
        var rating = scale is not null && shape.Value is { } value ? Rate(value, scale) : default;
        return new Assessment
        {
            Period = _periods.WithinPlan(shape),
            Value = shape.Value?.Value ?? "",
            Scale = scale ?? Placeholder.Scale,
            Score = (double?)rating.Score,
            Percent = (double?)(rating.Score * (decimal?)scale?.PercentPerPoint),
            Missing = shape.Missing?.Value ?? rating.Missing,
            Assessor = shape.Assessor,
            AssessorName = shape.AssessorName,
            Method = shape.Method,
            ReportedOn = shape.ReportedOn,
            Forecast = shape.Forecast,
            Note = shape.Note,
            Citation = _citations.First(shape.Cite, inherited),
        };
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

        // The plan as a whole is rated on the scale of its top level, unless it says otherwise.
        var fitting = _scales.Where(scale => level is null ? _levels is [] || Rates(scale, _levels[0]) : Rates(scale, level)).ToArray();
        if (fitting.Length == 1) return fitting[0];
        var of = level is null ? "the plan as a whole" : level.Term;
        _errors.Add(shape.At, FileErrorCode.ScaleUnclear, fitting.Length == 0
            ? $"No rating scale rates {of}. Add one to 'ratingScales', or add this level to the one that is meant."
            : $"Several rating scales rate {of}: say which is meant with 'scale': {string.Join(", ", fitting.Select(scale => scale.Id))}.");
        return null;
    }

    private static bool Rates(RatingScale scale, PlanLevel level) => scale.Levels.Count == 0 || scale.Levels.Contains(level.Term);

    private (decimal? Score, MissingReason? Missing) Rate(Located<string> printed, RatingScale scale)
    {
        var label = PrintedNumber.WithoutSpaces(printed.Value);
        if (scale.Values.FirstOrDefault(value => PrintedNumber.WithoutSpaces(value.Label) == label) is { } known)
        {
            return known.Class switch
            {
                RatingClass.NotYetDue => (null, MissingReason.NotYet),
                RatingClass.NotJudged => (null, MissingReason.NotMeasured),
                _ => ((decimal?)known.Score, null),
            };
        }

        if (scale.Values.Any(value => value.Class is RatingClass.Rated))
        {
            var labels = scale.Values.Select(value => value.Label).ToArray();
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale,
                $"'{printed.Value}' is not on the scale '{scale.Id}', whose labels are {string.Join(", ", labels)}.{Suggestion.For(printed.Value, labels)}");
            return default;
        }

        if (PrintedNumber.Read(printed.Value) is not { } number)
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale, $"'{printed.Value}' is not a number, and the scale '{scale.Id}' takes numbers, such as 58 or 58%. Where nothing is printed, say why with 'missing'.");
        else if ((double)number < scale.Minimum || (double)number > scale.Maximum || Math.Abs(number) > 1_000_000m)
            _errors.Add(printed.At, FileErrorCode.RatingOutsideScale, $"{printed.Value} lies outside the scale '{scale.Id}', which goes from {Bound(scale.Minimum)} to {Bound(scale.Maximum)}.");
        else return (number, null);
        return default;
    }

    private static string Bound(double? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "any number";
}
