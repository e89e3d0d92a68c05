using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal sealed class ProgressShape : DatedShape
{
    public Located<string>? Value { get; set; }
    public Located<decimal>? Score { get; set; }
    public Located<MissingReason>? Missing { get; set; }
    public Located<string>? Scale { get; set; }
    public AssessorKind Assessor { get; set; }
    public string? AssessorName { get; set; }
    public string? Method { get; set; }
    public DateOnly? ReportedOn { get; set; }
    public bool Forecast { get; set; }
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<ProgressShape> Type { get; } = new RecordType<ProgressShape>("progress", "One printing of one judgement of how far something is. A figure printed in two tables stands here twice.")
        .Dated()
        .Optional("value", Scalars.Printed.Located, (progress, value) => progress.Value = value, "The rating as printed, on its scale.", "\"58\"")
        .Optional("score", Scalars.Score.Located, (progress, value) => progress.Score = value, "The number that `value` tells in words (約8割), on a scale that takes numbers; nowhere else.", "80")
        .Optional("missing", Scalars.OneOf<MissingReason>().Located, (progress, value) => progress.Missing = value, "Instead of `value`: why none stands where one should. Missing is never zero.", "NOT_PRINTED")
        .Optional("scale", Scalars.Slug.Located, (progress, value) => progress.Scale = value, "The rating scale's id; may be left out where only one scale rates this level.", "percent")
        .Optional("assessor", Scalars.OneOf<AssessorKind>(), (progress, value) => progress.Assessor = value, "Who judged; SELF (the responsible department or the municipality itself) when left out.", "EXTERNAL")
        .Optional("assessorName", Scalars.String, (progress, value) => progress.AssessorName = value, "The judging body's name.", "外部評価委員会")
        .Optional("method", Scalars.String, (progress, value) => progress.Method = value, "How it was judged, where the document says so.", "アンケート")
        .Optional("reportedOn", Scalars.Date, (progress, value) => progress.ReportedOn = value, "When it was reported, apart from what it is of.", "2021-05-31")
        .Optional("forecast", Scalars.Boolean, (progress, value) => progress.Forecast = value, "true where it is expected, not reached.", "true")
        .Optional("note", TextShape.Type, (progress, value) => progress.Note = value, "What an editor saw here.", "判読不能")
        .Optional("cite", CitationShape.Type, (progress, value) => progress.Cite = value, "Where it is printed; the element's first citation when left out.", "総括表 Ⅰ");
}

internal sealed class RatingScaleShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public Text? Name { get; set; }
    public List<Located<string>> Levels { get; set; } = [];
    public decimal? Minimum { get; set; }
    public Located<decimal>? Maximum { get; set; }
    public decimal? PercentPerPoint { get; set; }
    public string? Axis { get; set; }
    public List<RatingValueShape> Values { get; set; } = [];

    public static RecordType<RatingScaleShape> Type { get; } = new RecordType<RatingScaleShape>("rating-scale", "A scale that this plan is rated on. Without rated `values` it takes numbers, printed as 58 or 58%.")
        .Required("id", Scalars.Slug.Located, (scale, value) => scale.Id = value, "Its name in this file.", "stars")
        .Required("name", TextShape.Type, (scale, value) => scale.Name = value, "What it is called.", "{ ja: 10段階評価, en: ten stars }")
        .Optional("levels", Scalars.String.Located.List, (scale, value) => scale.Levels = value, "The terms of the levels it rates; all, and the plan as a whole, when left out.", "[施策]")
        .Optional("minimum", Scalars.Score, (scale, value) => scale.Minimum = value, "The least score.", "0")
        .Optional("maximum", Scalars.Score.Located, (scale, value) => scale.Maximum = value, "The greatest score.", "100")
        .Optional("percentPerPoint", Scalars.Number("a number above zero", 0.000001m, 10_000), (scale, value) => scale.PercentPerPoint = value, "Percent that one point of score stands for; leave it out where a score is no percentage.", "10")
        .Optional("axis", Scalars.String, (scale, value) => scale.Axis = value, "What is rated, where a document rates along several axes.", "達成度")
        .Optional("values", RatingValueShape.Type.List, (scale, value) => scale.Values = value, "Its labels from lowest to highest, and those that are no rating.", "[{ label: ★☆☆, score: 1 }]");
}

internal sealed class RatingValueShape : FileRecord
{
    public Located<string>? Label { get; set; }
    public RatingClass Class { get; set; } = RatingClass.Rated;
    public Located<decimal>? Score { get; set; }
    public decimal? From { get; set; }
    public Located<decimal>? To { get; set; }
    public Text? Meaning { get; set; }

    public static RecordType<RatingValueShape> Type { get; } = new RecordType<RatingValueShape>("rating-value", "One label of a scale.")
        .Required("label", Scalars.Printed.Located, (rating, value) => rating.Label = value, "As printed. Spaces in it do not count.", "★★☆")
        .Optional("class", Scalars.OneOf<RatingClass>(), (rating, value) => rating.Class = value, "RATED when left out; else what a label such as a dash says in place of a rating.", "NOT_YET_DUE")
        .Optional("score", Scalars.Score.Located, (rating, value) => rating.Score = value, "Its points.", "2")
        .Optional("from", Scalars.Score, (rating, value) => rating.From = value, "The least percent of the band that it stands for.", "80")
        .Optional("to", Scalars.Score.Located, (rating, value) => rating.To = value, "The greatest percent of the band that it stands for.", "100")
        .Optional("meaning", TextShape.Type, (rating, value) => rating.Meaning = value, "What the document says it means.", "順調");
}

/// <summary>Whose figure an aggregation makes; the plan's, or that of a role's elements.</summary>
internal enum AggregationTarget { Plan, Goal, Theme, Measure, Initiative }

internal sealed class AggregationShape : FileRecord
{
    public Located<AggregationTarget>? Of { get; set; }
    public Located<ElementRole>? Over { get; set; }
    public AggregationMethod Method { get; set; }
    public Rounding Rounding { get; set; }
    public int Decimals { get; set; }
    public bool Stated { get; set; }
    public Text? Description { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<AggregationShape> Type { get; } = new RecordType<AggregationShape>("aggregation", "How the plan makes a figure of one level from those of a level below.")
        .Required("of", Scalars.OneOf<AggregationTarget>().Located, (rule, value) => rule.Of = value, "Whose figure it is: the plan's as a whole, or that of every element with this role.", "GOAL")
        .Required("over", Scalars.OneOf<ElementRole>().Located, (rule, value) => rule.Over = value, "The role of the parts.", "MEASURE")
        .Required("method", Scalars.OneOf<AggregationMethod>(), (rule, value) => rule.Method = value, "Mean of the exact parts, of the parts as printed and rounded, or by weight.", "MEAN")
        .Required("rounding", Scalars.OneOf<Rounding>(), (rule, value) => rule.Rounding = value, "How the mean is rounded to what is printed.", "HALF_UP")
        .Optional("decimals", Scalars.Integer("a whole number from 0 to 10", 0, 10), (rule, value) => rule.Decimals = value, "Digits kept after the point; 0 when left out.", "1")
        .Required("stated", Scalars.Boolean, (rule, value) => rule.Stated = value, "true when the document states the rule, false when an editor found that it explains the figures.", "true")
        .Optional("description", TextShape.Type, (rule, value) => rule.Description = value, "The rule in words.", "{ ja: 5つの公約の平均, en: mean of the five pledges }")
        .Optional("cite", CitationShape.Type, (rule, value) => rule.Cite = value, "Where the document states it.", "はじめに");
}
