using StrategyGraph.Plans.Files.Resolving;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Writes a plan's figures: rating scales and ratings, indicators and their values, money. What the reader works out is left out.</summary>
internal sealed class FigureWriter(Plan plan, CitationWriter citations)
{
    public YamlList Scales() => Nodes.List(plan.RatingScales, scale =>
    {
        var (least, greatest) = RatingResolver.EndsOf(scale.Values);
        return Nodes.Record(
            RatingScaleShape.Type,
            ("id", Nodes.Text(scale.Id)),
            ("name", Nodes.Text(scale.Name)),
            ("levels", Nodes.Texts(scale.Levels)),
            ("minimum", scale.Minimum == least ? null : Nodes.Number(scale.Minimum)),
            ("maximum", scale.Maximum == greatest ? null : Nodes.Number(scale.Maximum)),
            ("percentPerPoint", Nodes.Number(scale.PercentPerPoint)),
            ("axis", Nodes.Text(scale.Axis)),
            ("values", Nodes.List(scale.Values, value => Nodes.Record(
                RatingValueShape.Type,
                ("label", Nodes.Text(value.Label)),
                ("class", Nodes.Word<RatingClass>(value.Class, unless: RatingClass.Rated)),
                ("score", Nodes.Number(value.Score)),
                ("from", Nodes.Number(value.From)),
                ("to", Nodes.Number(value.To)),
                ("meaning", Nodes.Text(value.Meaning))))));
    });

    /// <param name="level">Of the rated element; null for the plan as a whole.</param>
    public YamlList Progress(IReadOnlyList<Assessment> assessments, PlanLevel? level, IReadOnlyList<Citation> inherited)
    {
        var onlyScale = assessments.Count > 0 && RatingResolver.ScalesFor(level, plan.RatingScales, plan.Levels) is [var only] ? only.Id : null;
        return Nodes.List(assessments, assessment => Dated(ProgressShape.Type, assessment.Period,
            ("value", assessment.Value.Length == 0 ? null : Nodes.Text(assessment.Value)),
            ("score", RatingResolver.NeedsScore(assessment.Value, assessment.Scale) ? Nodes.Number(assessment.Score) : null),
            ("missing", assessment.Value.Length == 0 ? Nodes.Word(assessment.Missing) : null),
            ("scale", assessment.Scale.Id == onlyScale ? null : Nodes.Text(assessment.Scale.Id)),
            ("assessor", Nodes.Word<AssessorKind>(assessment.Assessor, unless: AssessorKind.Self)),
            ("assessorName", Nodes.Text(assessment.AssessorName)),
            ("method", Nodes.Text(assessment.Method)),
            ("reportedOn", Nodes.Date(assessment.ReportedOn)),
            ("forecast", Nodes.Flag(assessment.Forecast)),
            ("note", Nodes.Text(assessment.Note)),
            ("cite", citations.First(assessment.Citation, inherited))));
    }

    public YamlList Indicators(IReadOnlyList<Indicator> indicators, IReadOnlyList<Citation> inherited) => Nodes.List(indicators, indicator =>
    {
        // By kind where the document's order is that of the keys; else one list that keeps it.
        var kinds = indicator.Observations.Select(observation => observation.Kind).ToArray();
        var byKind = kinds.SequenceEqual(kinds.Order());
        return Nodes.Record(
            IndicatorShape.Type,
            ("id", Nodes.Text(indicator.Id)),
            ("kind", Nodes.Word<IndicatorKind>(indicator.Kind)),
            ("name", Nodes.Text(indicator.Name)),
            ("unit", Nodes.Text(indicator.Unit)),
            ("scale", Nodes.Number(indicator.Scale, unless: 1)),
            ("base", Nodes.Text(indicator.Base)),
            ("direction", Nodes.Word<IndicatorDirection>(indicator.Direction, unless: IndicatorDirection.Unstated)),
            ("accumulation", Nodes.Word<Accumulation>(indicator.Accumulation, unless: Accumulation.Unstated)),
            ("observations", byKind ? null : Observations(indicator, null)),
            ("baseline", byKind ? Observations(indicator, ObservationKind.Baseline) : null),
            ("targets", byKind ? Observations(indicator, ObservationKind.Target) : null),
            ("actuals", byKind ? Observations(indicator, ObservationKind.Actual) : null),
            ("forecasts", byKind ? Observations(indicator, ObservationKind.Forecast) : null),
            ("introducedBy", Nodes.Text(indicator.IntroducedBy)),
            ("endedBy", Nodes.Text(indicator.EndedBy)),
            ("note", Nodes.Text(indicator.Note)),
            ("cite", citations.All(indicator.Citations, inherited)));
    });

    public YamlList Money(IReadOnlyList<Money> amounts, IReadOnlyList<Citation> inherited) => Nodes.List(amounts, money => Dated(
        MoneyShape.Type, money.Period,
        ("name", Nodes.Text(money.Name)),
        ("text", Nodes.Text(money.Text)),
        ("amount", Nodes.Number(money.Amount, unless: PrintedNumber.Read(money.Text))),
        ("currency", Nodes.Text(money.Currency)),
        ("scale", Nodes.Number(money.Scale, unless: 1)),
        ("cite", citations.First(money.Citation, inherited))));

    /// <summary>Those of one kind under its key, or all with theirs.</summary>
    private YamlList Observations(Indicator indicator, ObservationKind? kind) =>
        Nodes.List([.. indicator.Observations.Where(observation => kind is null || observation.Kind == kind)], observation => Dated(
            ObservationShape.Type, observation.Period,
            ("kind", kind is null ? Nodes.Word<ObservationKind>(observation.Kind) : null),
            ("text", observation.Text.Length == 0 ? null : Nodes.Text(observation.Text)),
            ("value", Nodes.Number(observation.Value, unless: PrintedNumber.Read(observation.Text))),
            ("upper", Nodes.Number(observation.Upper)),
            ("comparator", Nodes.Word<Comparator>(observation.Comparator, unless: IndicatorResolver.UsualComparator(observation.Value, observation.Upper, observation.Missing))),
            ("part", Nodes.Text(observation.Part)),
            ("missing", Nodes.Word(observation.Missing)),
            ("reportedOn", Nodes.Date(observation.ReportedOn)),
            ("cite", citations.First(observation.Citation, indicator.Citations))));

    /// <summary>A record of a fiscal year of the municipality's, a day, or any other period.</summary>
    private YamlMapping Dated(Declaring.FileType type, PeriodOfValue period, params ReadOnlySpan<(string Key, YamlNode? Value)> values)
    {
        var span = period.Span;
        (string, YamlNode?) when = period switch
        {
            { Label: null, Kind: PeriodKind.FiscalYear } when span == new FiscalYear(span.Start.Year, plan.Municipality.FiscalYearStartMonth).Span =>
                ("year", Nodes.Integer(span.Start.Year)),
            { Label: null, Kind: PeriodKind.Date } when span.Start == span.End => ("date", Nodes.Date(span.Start)),
            _ => ("period", Nodes.Record(
                PeriodShape.Type,
                ("kind", Nodes.Word<PeriodKind>(period.Kind)),
                ("start", Nodes.Date(span.Start)),
                ("end", Nodes.Date(span.End)),
                ("label", Nodes.Text(period.Label)))),
        };
        return Nodes.Record(type, [when, .. values]);
    }
}
