using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal sealed class ElementShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public Located<string>? Level { get; set; }
    public string? Label { get; set; }
    public Text? Title { get; set; }
    public string? TitleAsPrinted { get; set; }
    public Text? Subtitle { get; set; }
    public Text? Summary { get; set; }
    public Text? Note { get; set; }
    public Located<string>? RepeatOf { get; set; }
    public string? Set { get; set; }
    public decimal? Weight { get; set; }
    public Located<string>? IntroducedBy { get; set; }
    public Located<string>? EndedBy { get; set; }
    public List<CitationShape> Cite { get; set; } = [];
    public List<ResponsibilityShape> Departments { get; set; } = [];
    public List<ProgressShape> Progress { get; set; } = [];
    public List<ActivityShape> Activities { get; set; } = [];
    public List<IndicatorShape> Indicators { get; set; } = [];
    public List<MoneyShape> Money { get; set; } = [];
    public List<TagShape> Tags { get; set; } = [];
    public List<LinkShape> Links { get; set; } = [];
    public List<ElementShape> Children { get; set; } = [];

    public static RecordType<ElementShape> Type { get; } = new RecordType<ElementShape>("element", "A node of the plan's tree: a goal, theme, measure or initiative.")
        .Required("id", Scalars.Slug.Located, (element, value) => element.Id = value, "Unique in the plan, permanent, made of its meaning and never of the printed number.", "child-care-support")
        .Optional("level", Scalars.String.Located, (element, value) => element.Level = value, "The term of its level, where it is not the one of its depth.", "施策")
        .Optional("label", Scalars.Printed, (element, value) => element.Label = value, "The number as printed.", "Ⅲ")
        .Required("title", TextShape.Type, (element, value) => element.Title = value, "Its title, with misreadings corrected.", "{ ja: 子育て支援, en: Support for families }")
        .Optional("titleAsPrinted", Scalars.Printed, (element, value) => element.TitleAsPrinted = value, "The title before corrections, only where it differs.", "子育て支授")
        .Optional("subtitle", TextShape.Type, (element, value) => element.Subtitle = value, "The second line of the title, where one is printed.", "未来への投資")
        .Optional("summary", TextShape.Type, (element, value) => element.Summary = value, "What the document says of it, in an editor's short words.", "保育所の待機児童をなくす。")
        .Optional("note", TextShape.Type, (element, value) => element.Note = value, "An editor's remark: a doubtful scan, a correction and why.", "番号は判読による")
        .Optional("repeatOf", Scalars.Slug.Located, (element, value) => element.RepeatOf = value, "The element of this plan that this one prints again (再掲). Repeats are not counted or averaged.", "child-care-support")
        .Optional("set", Scalars.String, (element, value) => element.Set = value, "The set that its label counts in, where a plan numbers several sets alike.", "横断的目標")
        .Optional("weight", Scalars.Number("a number from 0", 0, 1_000_000), (element, value) => element.Weight = value, "Its weight among its siblings, where the plan weighs.", "0.4")
        .Optional("introducedBy", Scalars.Slug.Located, (element, value) => element.IntroducedBy = value, "The revision that brought it in; may be left out where a change of that revision says so (MEASURE_ADDED, INITIATIVE_ADDED).", "midterm-2023")
        .Optional("endedBy", Scalars.Slug.Located, (element, value) => element.EndedBy = value, "The revision that ended it; may be left out where a change of that revision says so (MEASURE_ENDED, INITIATIVE_ENDED).", "midterm-2023")
        .Required("cite", CitationShape.Type, (element, value) => element.Cite = value, "Where it is printed. What stands under the element without a citation of its own takes the first of these.", "Ⅰ 総括表 Ⅰ-1")
        .Optional("departments", ResponsibilityShape.Type.List, (element, value) => element.Departments = value, "Who is responsible, by the names in the plan's `departments`.", "[行政監理室, { name: 財政課, lead: true }]")
        .Optional("progress", ProgressShape.Type.List, (element, value) => element.Progress = value, "Every printed judgement of how far it is.", "[{ year: 2020, value: \"58\" }]")
        .Optional("activities", ActivityShape.Type.List, (element, value) => element.Activities = value, "What was done for it.", "[{ year: 2020, text: 研修を3回実施 }]")
        .Optional("indicators", IndicatorShape.Type.List, (element, value) => element.Indicators = value, "Its numeric targets and KPIs.", "[{ id: births, kind: KPI, name: 出生数 }]")
        .Optional("money", MoneyShape.Type.List, (element, value) => element.Money = value, "Amounts that the document prints for it.", "[{ name: 予算額, text: 1億円, currency: JPY, year: 2020 }]")
        .Optional("tags", TagShape.Type.List, (element, value) => element.Tags = value, "The goals of frameworks that it serves.", "[{ framework: sdgs, code: \"13.2\", basis: STATED }]")
        .Optional("links", LinkShape.Type.List, (element, value) => element.Links = value, "Elements of this or other plans that it belongs with.", "[{ to: plan-1/child-care, kind: CONTINUES, basis: STATED }]")
        .Optional("children", new ListType<ElementShape>(() => Type!), (element, value) => element.Children = value, "The elements below it, in the document's order.", "[…]");
}

internal sealed class ResponsibilityShape : FileRecord
{
    public Located<string>? Name { get; set; }
    public bool Lead { get; set; }

    public static RecordType<ResponsibilityShape> Type { get; } = new RecordType<ResponsibilityShape>("responsibility", "A responsible department of an element.")
        .Shorthand(Scalars.String, (responsibility, value) => responsibility.Name = new(value, responsibility.At), "The department's name.")
        .Required("name", Scalars.String.Located, (responsibility, value) => responsibility.Name = value, "The department's name, as in the plan's `departments`.", "財政課")
        .Optional("lead", Scalars.Boolean, (responsibility, value) => responsibility.Lead = value, "true for the one that leads.", "true");
}

internal sealed class ActivityShape : FileRecord
{
    public Located<int>? Year { get; set; }
    public Text? Text { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<ActivityShape> Type { get; } = new RecordType<ActivityShape>("activity", "What was done for an element in a fiscal year (取組事業内容).")
        .Required("year", Scalars.Year.Located, (activity, value) => activity.Year = value, "The fiscal year, by the calendar year that it begins in.", "2020")
        .Required("text", TextShape.Type, (activity, value) => activity.Text = value, "What was done, in an editor's short words.", "{ ja: 研修を3回実施, en: Held three trainings }")
        .Optional("cite", CitationShape.Type, (activity, value) => activity.Cite = value, "Where it is told; the element's first citation when left out.", "Ⅱ 施策別");
}

internal sealed class TagShape : FileRecord
{
    public Located<string>? Framework { get; set; }
    public Located<string>? Code { get; set; }
    public TagBasis? Basis { get; set; }
    public Text? Rationale { get; set; }
    public decimal? Confidence { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<TagShape> Type { get; } = new RecordType<TagShape>("tag", "That a plan or element serves a goal of a framework, and how we know.")
        .Required("framework", Scalars.Slug.Located, (tag, value) => tag.Framework = value, "The framework's id.", "sdgs")
        .Required("code", Scalars.Printed.Located, (tag, value) => tag.Code = value, "The goal's code in it.", "\"13.2\"")
        .Required("basis", Scalars.OneOf<TagBasis>(), (tag, value) => tag.Basis = value, "STATED in the source, INHERITED from above, CURATED by an editor, INFERRED by a rule.", "CURATED")
        .Optional("rationale", TextShape.Type, (tag, value) => tag.Rationale = value, "Why; needed where CURATED.", "再生可能エネルギーの導入を定めるため")
        .Optional("confidence", Scalars.Number("a number from 0 to 1", 0, 1), (tag, value) => tag.Confidence = value, "How sure the rule is, 0 to 1; needed where INFERRED.", "0.8")
        .Optional("cite", CitationShape.Type, (tag, value) => tag.Cite = value, "Where it is stated; where STATED and left out, the element's first citation.", "5ページ");
}

internal sealed class LinkShape : FileRecord
{
    public Located<string>? To { get; set; }
    public LinkKind? Kind { get; set; }
    public TagBasis? Basis { get; set; }
    public Text? Rationale { get; set; }
    public decimal? Confidence { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<LinkShape> Type { get; } = new RecordType<LinkShape>("link", "That an element belongs with another, of this plan or another.")
        .Required("to", Scalars.LinkTarget.Located, (link, value) => link.To = value, "The other element: its plan's id, a slash, its id.", "sample-strategy-1/child-care-support")
        .Required("kind", Scalars.OneOf<LinkKind>(), (link, value) => link.Kind = value, "How they belong together, read from this element to the other.", "CONTINUES")
        .Required("basis", Scalars.OneOf<TagBasis>(), (link, value) => link.Basis = value, "As for tags.", "CURATED")
        .Optional("rationale", TextShape.Type, (link, value) => link.Rationale = value, "Why; needed where CURATED.", "同じ事業を引き継ぐため")
        .Optional("confidence", Scalars.Number("a number from 0 to 1", 0, 1), (link, value) => link.Confidence = value, "How sure the rule is, 0 to 1; needed where INFERRED.", "0.8")
        .Optional("cite", CitationShape.Type, (link, value) => link.Cite = value, "Where it is stated; where STATED and left out, the element's first citation.", "5ページ");
}
