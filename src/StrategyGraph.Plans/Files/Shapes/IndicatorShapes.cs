using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal sealed class IndicatorShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public IndicatorKind Kind { get; set; }
    public Text? Name { get; set; }
    public string? Unit { get; set; }
    public decimal Scale { get; set; } = 1;
    public string? Base { get; set; }
    public IndicatorDirection Direction { get; set; } = IndicatorDirection.Unstated;
    public Accumulation Accumulation { get; set; } = Accumulation.Unstated;
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];
    public Located<string>? IntroducedBy { get; set; }
    public Located<string>? EndedBy { get; set; }
    public List<ObservationShape> Observations { get; set; } = [];
    public List<ObservationShape> Baseline { get; set; } = [];
    public List<ObservationShape> Targets { get; set; } = [];
    public List<ObservationShape> Actuals { get; set; } = [];
    public List<ObservationShape> Forecasts { get; set; } = [];

    public static RecordType<IndicatorShape> Type { get; } = new RecordType<IndicatorShape>("indicator", "A numeric target (数値目標) or KPI (重要業績評価指標), with its values.")
        .Required("id", Scalars.Slug.Located, (indicator, value) => indicator.Id = value, "Unique in the plan, permanent.", "births")
        .Required("kind", Scalars.OneOf<IndicatorKind>(), (indicator, value) => indicator.Kind = value, "A goal's or plan's numeric target, or a measure's KPI.", "KPI")
        .Required("name", TextShape.Type, (indicator, value) => indicator.Name = value, "Its name.", "{ ja: 出生数, en: births }")
        .Optional("unit", Scalars.Printed, (indicator, value) => indicator.Unit = value, "The unit as printed.", "万人")
        .Optional("scale", Scalars.Factor, (indicator, value) => indicator.Scale = value, "What a printed 1 stands for in the unit's base; 1 when left out.", "10000")
        .Optional("base", Scalars.Printed, (indicator, value) => indicator.Base = value, "What a rate or index is taken on.", "人口10万人当たり")
        .Optional("direction", Scalars.OneOf<IndicatorDirection>(), (indicator, value) => indicator.Direction = value, "Which way is good; UNSTATED when left out.", "LOWER_IS_BETTER")
        .Optional("accumulation", Scalars.OneOf<Accumulation>(), (indicator, value) => indicator.Accumulation = value, "Whether values are of one period, cumulative, a sum over the plan or an average; UNSTATED when left out.", "CUMULATIVE")
        .Optional("observations", ObservationShape.Type.List, (indicator, value) => indicator.Observations = value, "Its values in the document's order, each with its `kind`.", "[{ kind: TARGET, year: 2024, text: 500人以上 }]")
        .Optional("baseline", ObservationShape.Type.OneOrMany, (indicator, value) => indicator.Baseline = value, "Where it starts: as `observations` of kind BASELINE.", "{ year: 2018, text: 1,234人, value: 1234 }")
        .Optional("targets", ObservationShape.Type.OneOrMany, (indicator, value) => indicator.Targets = value, "What is aimed at: as `observations` of kind TARGET.", "{ year: 2024, text: 500人以上, value: 500, comparator: GTE }")
        .Optional("actuals", ObservationShape.Type.OneOrMany, (indicator, value) => indicator.Actuals = value, "What was reached: as `observations` of kind ACTUAL.", "[{ year: 2021, text: \"480\" }]")
        .Optional("forecasts", ObservationShape.Type.OneOrMany, (indicator, value) => indicator.Forecasts = value, "What is expected: as `observations` of kind FORECAST.", "[{ year: 2023, text: 500見込み, value: 500 }]")
        .Optional("introducedBy", Scalars.Slug.Located, (indicator, value) => indicator.IntroducedBy = value, "The revision that brought it in; may be left out where a change of that revision says so (INDICATOR_ADDED).", "midterm-2023")
        .Optional("endedBy", Scalars.Slug.Located, (indicator, value) => indicator.EndedBy = value, "The revision that ended it.", "midterm-2023")
        .Optional("note", TextShape.Type, (indicator, value) => indicator.Note = value, "What an editor saw here.", "単位の誤植を訂正")
        .Optional("cite", CitationShape.Type, (indicator, value) => indicator.Cite = value, "Where it is printed; the element's citations when left out.", "12ページ");
}

internal sealed class ObservationShape : DatedShape
{
    public ObservationKind? Kind { get; set; }
    public string? Text { get; set; }
    public decimal? Value { get; set; }
    public Located<decimal>? Upper { get; set; }
    public Located<Comparator>? Comparator { get; set; }
    public string? Part { get; set; }
    public Located<MissingReason>? Missing { get; set; }
    public DateOnly? ReportedOn { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<ObservationShape> Type { get; } = new RecordType<ObservationShape>("observation", "One printed value of an indicator.")
        .Optional("kind", Scalars.OneOf<ObservationKind>(), (observation, value) => observation.Kind = value, "What it is; only, and always, under `observations`.", "ACTUAL")
        .Dated()
        .Optional("text", Scalars.Printed, (observation, value) => observation.Text = value, "The value as printed.", "500人以上")
        .Optional("value", Scalars.Decimal, (observation, value) => observation.Value = value, "The number in it, in the printed unit; may be left out where `text` is nothing but a number.", "500")
        .Optional("upper", Scalars.Decimal.Located, (observation, value) => observation.Upper = value, "The upper end of a range, whose lower end is `value`.", "600")
        .Optional("comparator", Scalars.OneOf<Comparator>().Located, (observation, value) => observation.Comparator = value, "How the number is meant: of INCREASE and DECREASE it is by how much, from the baseline. EQ when left out, RANGE with `upper`, TEXT without a number.", "GTE")
        .Optional("part", Scalars.String, (observation, value) => observation.Part = value, "Which part of a compound value it is: by sex, age, region.", "65歳以上")
        .Optional("missing", Scalars.OneOf<MissingReason>().Located, (observation, value) => observation.Missing = value, "Instead of a value: why none stands here.", "NOT_MEASURED")
        .Optional("reportedOn", Scalars.Date, (observation, value) => observation.ReportedOn = value, "When it was reported, apart from what it is of.", "2021-05-31")
        .Optional("cite", CitationShape.Type, (observation, value) => observation.Cite = value, "Where it is printed; the indicator's first citation when left out.", "12ページ");
}

internal sealed class MoneyShape : DatedShape
{
    public string? Name { get; set; }
    public string? Text { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
    public decimal Scale { get; set; } = 1;
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<MoneyShape> Type { get; } = new RecordType<MoneyShape>("money", "An amount of money: a budget, a settlement, an effect.")
        .Required("name", Scalars.String, (money, value) => money.Name = value, "What the amount is.", "予算額")
        .Required("text", Scalars.Printed, (money, value) => money.Text = value, "As printed.", "1億2千万円")
        .Optional("amount", Scalars.Decimal, (money, value) => money.Amount = value, "The number in it, in units of `scale`.", "1.2")
        .Required("currency", Scalars.Currency, (money, value) => money.Currency = value, "The currency's code.", "JPY")
        .Optional("scale", Scalars.Factor, (money, value) => money.Scale = value, "What an amount of 1 stands for in the currency; 1 when left out.", "100000000")
        .Dated()
        .Optional("cite", CitationShape.Type, (money, value) => money.Cite = value, "Where it is printed; the element's first citation when left out.", "3ページ");
}
