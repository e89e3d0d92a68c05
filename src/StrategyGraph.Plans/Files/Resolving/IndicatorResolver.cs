using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes indicators with their observations, and amounts of money.</summary>
internal sealed class IndicatorResolver(CitationResolver citations, PeriodResolver periods, RevisionNames revisions, FileErrors errors)
{
    public IReadOnlyList<Indicator> Indicators(List<IndicatorShape> shapes, IReadOnlyList<Citation> inherited) =>
        shapes.Count == 0 ? [] : [.. shapes.Select(shape => Indicator(shape, inherited))];

    public IReadOnlyList<Money> Money(List<MoneyShape> shapes, IReadOnlyList<Citation> inherited) =>
        shapes.Count == 0 ? [] : [.. shapes.Select(shape => new Money(
            shape.Name ?? "", shape.Text ?? "", shape.Amount ?? (shape.Text is null ? null : PrintedNumber.Read(shape.Text)),
            shape.Currency ?? "", shape.Scale, periods.Of(shape), citations.First(shape.Cite, inherited)))];

    private Indicator Indicator(IndicatorShape shape, IReadOnlyList<Citation> inherited)
    {
        var own = citations.All(shape.Cite);
        if (own.Count == 0) own = inherited;
        return new Indicator
        {
            Id = shape.Id?.Value ?? "",
            Kind = shape.Kind,
            Name = shape.Name ?? Placeholder.Text,
            Unit = shape.Unit,
            Scale = shape.Scale,
            Base = shape.Base,
            Direction = shape.Direction,
            Accumulation = shape.Accumulation,
            Note = shape.Note,
            IntroducedBy = revisions.Of(shape.IntroducedBy, shape.Id?.Value, ChangeKind.IndicatorAdded),
            EndedBy = revisions.Of(shape.EndedBy, null),
            Citations = own,
            Observations =
            [
                .. shape.Observations.Select(observation => Observation(observation, null, own)),
                .. shape.Baseline.Select(observation => Observation(observation, ObservationKind.Baseline, own)),
                .. shape.Targets.Select(observation => Observation(observation, ObservationKind.Target, own)),
                .. shape.Actuals.Select(observation => Observation(observation, ObservationKind.Actual, own)),
                .. shape.Forecasts.Select(observation => Observation(observation, ObservationKind.Forecast, own)),
            ],
        };
    }

    private Observation Observation(ObservationShape shape, ObservationKind? kind, IReadOnlyList<Citation> inherited)
    {
        if (kind is null && shape.Kind is null) errors.Add(shape.At, FileErrorCode.MissingField, "'kind' is missing: BASELINE, TARGET, ACTUAL or FORECAST.");
        if (kind is not null && shape.Kind is not null) errors.Add(shape.At, FileErrorCode.ConflictingFields, "'kind' stands only under 'observations'; here the key above says it.");
        CheckValue(shape);

        var value = shape.Value ?? (shape.Text is null ? null : PrintedNumber.Read(shape.Text));
        return new Observation
        {
            Kind = kind ?? shape.Kind ?? ObservationKind.Actual,
            Period = periods.Of(shape),
            Text = shape.Text ?? shape.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            Value = value,
            Upper = shape.Upper?.Value,
            Comparator = shape.Comparator?.Value ?? UsualComparator(value, shape.Upper?.Value, shape.Missing?.Value),
            Part = shape.Part,
            Missing = shape.Missing?.Value,
            ReportedOn = shape.ReportedOn,
            Citation = citations.First(shape.Cite, inherited),
        };
    }

    /// <summary>How a value is meant that does not say so.</summary>
    public static Comparator UsualComparator(decimal? value, decimal? upper, MissingReason? missing) =>
        upper is not null ? Comparator.Range : value is not null || missing is not null ? Comparator.Eq : Comparator.Text;

    private void CheckValue(ObservationShape shape)
    {
        if (shape is { Text: null, Value: null, Missing: null })
            errors.Add(shape.At, FileErrorCode.MissingField, "'text' is missing: the value as printed. Where none is printed, say why with 'missing'.");
        if (shape.Missing is { } missing && (shape.Value ?? shape.Upper?.Value) is not null)
            errors.Add(missing.At, FileErrorCode.ConflictingFields, "'missing' and a number cannot stand together.");
        if (shape.Upper is { } upper && shape.Value is not { } lower)
            errors.Add(upper.At, FileErrorCode.MissingField, "A range needs its lower end in 'value'.");
        else if (shape.Upper is { } top && top.Value < shape.Value)
            errors.Add(top.At, FileErrorCode.OutOfRange, "The range ends below its beginning.");
        if (shape.Comparator is not { } comparator) return;
        if (comparator.Value is Comparator.Range != shape.Upper is not null)
            errors.Add(comparator.At, FileErrorCode.ConflictingFields, "RANGE goes with 'upper', and 'upper' with RANGE.");
    }
}
