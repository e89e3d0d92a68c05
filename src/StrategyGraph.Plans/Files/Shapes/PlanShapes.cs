using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal sealed class PlanFileShape : FileRecord
{
    public PlanShape? Plan { get; set; }
    public List<DocumentShape> Documents { get; set; } = [];
    public List<LevelShape> Levels { get; set; } = [];
    public List<RatingScaleShape> RatingScales { get; set; } = [];
    public List<AggregationShape> Aggregation { get; set; } = [];
    public List<DepartmentShape> Departments { get; set; } = [];
    public List<ProgressShape> Progress { get; set; } = [];
    public List<StatementShape> Statements { get; set; } = [];
    public List<IndicatorShape> Indicators { get; set; } = [];
    public List<MoneyShape> Money { get; set; } = [];
    public List<TagShape> Tags { get; set; } = [];
    public List<RevisionShape> Revisions { get; set; } = [];
    public List<MilestoneShape> Milestones { get; set; } = [];
    public List<ElementShape> Elements { get; set; } = [];

    public static RecordType<PlanFileShape> Type { get; } = new RecordType<PlanFileShape>("plan-file", "A plan: one edition of one plan of one municipality, with everything that its sources say.")
        .Format()
        .Required("plan", PlanShape.Type, (file, value) => file.Plan = value, "Which plan it is.", "{ id: sample-pledges, … }")
        .Required("documents", DocumentShape.Type.List, (file, value) => file.Documents = value, "Its sources. Citations that name none are of the first.", "[{ id: sample-city-report-2021, … }]")
        .Required("levels", LevelShape.Type.List, (file, value) => file.Levels = value, "The plan's own levels from the top. An element has the one of its depth unless it says otherwise.", "[{ role: GOAL, term: 基本目標 }]")
        .Optional("ratingScales", RatingScaleShape.Type.List, (file, value) => file.RatingScales = value, "The scales that its progress is printed on.", "[{ id: percent, name: 進捗率 }]")
        .Optional("aggregation", AggregationShape.Type.List, (file, value) => file.Aggregation = value, "How it makes the figures of one level from those below.", "[{ of: GOAL, over: MEASURE, method: MEAN, rounding: HALF_UP, stated: true }]")
        .Optional("departments", DepartmentShape.Type.List, (file, value) => file.Departments = value, "All departments that it names.", "[行政監理室, { name: 財政課, en: Finance }]")
        .Optional("progress", ProgressShape.Type.List, (file, value) => file.Progress = value, "Printed figures of the plan as a whole.", "[{ year: 2020, value: \"74.8\" }]")
        .Optional("statements", StatementShape.Type.List, (file, value) => file.Statements = value, "What it says outside its tree.", "[{ kind: VISION, title: 将来像 }]")
        .Optional("indicators", IndicatorShape.Type.List, (file, value) => file.Indicators = value, "Indicators of the plan as a whole.", "[{ id: population, kind: NUMERIC_TARGET, name: 人口 }]")
        .Optional("money", MoneyShape.Type.List, (file, value) => file.Money = value, "Amounts of the plan as a whole.", "[{ name: 総事業費, text: 5億円, currency: JPY, year: 2020 }]")
        .Optional("tags", TagShape.Type.List, (file, value) => file.Tags = value, "Goals of frameworks that the plan as a whole serves.", "[{ framework: sdgs, code: \"11\", basis: STATED }]")
        .Optional("revisions", RevisionShape.Type.List, (file, value) => file.Revisions = value, "Its edition steps, with what each kept and changed.", "[{ id: midterm-2023, title: 中間見直し }]")
        .Optional("milestones", MilestoneShape.Type.List, (file, value) => file.Milestones = value, "Its schedule.", "[{ title: 計画策定, end: 2020-03 }]")
        .Optional("elements", ElementShape.Type.List, (file, value) => file.Elements = value, "The tree, from the top, in the document's order.", "[{ id: child-care, title: 子育て, cite: 1ページ }]");
}

internal sealed class PlanShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public Located<string>? Municipality { get; set; }
    public PlanKind Kind { get; set; }
    public PlanStatus Status { get; set; }
    public Coverage Coverage { get; set; }
    public Text? Title { get; set; }
    public string? TitleAsPrinted { get; set; }
    public string? Officeholder { get; set; }
    public SpanShape? Period { get; set; }
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<PlanShape> Type { get; } = new RecordType<PlanShape>("plan", "Which plan it is, and whose.")
        .Required("id", Scalars.Slug.Located, (plan, value) => plan.Id = value, "Unique in the catalogue, permanent.", "sample-pledges")
        .Required("municipality", Scalars.String.Located, (plan, value) => plan.Municipality = value, "The municipality's code in quotes: six digits in Japan, elsewhere country and official code.", "\"012131\"")
        .Required("kind", Scalars.OneOf<PlanKind>(), (plan, value) => plan.Kind = value, "What kind of plan it is.", "PLEDGE_SET")
        .Required("status", Scalars.OneOf<PlanStatus>(), (plan, value) => plan.Status = value, "How far along it is itself.", "ADOPTED")
        .Required("coverage", Scalars.OneOf<Coverage>(), (plan, value) => plan.Coverage = value, "Whether this file holds the whole plan or only what its sources show.", "WHOLE")
        .Required("title", TextShape.Type, (plan, value) => plan.Title = value, "Its title.", "{ ja: 市長公約, en: Pledges of the mayor }")
        .Optional("titleAsPrinted", Scalars.Printed, (plan, value) => plan.TitleAsPrinted = value, "The title before corrections, only where it differs.", "市長公釣")
        .Optional("officeholder", Scalars.String, (plan, value) => plan.Officeholder = value, "Whose pledges or address it is.", "見本太郎")
        .Optional("period", SpanShape.Type, (plan, value) => plan.Period = value, "From which day to which it runs. Progress and activities must touch it.", "{ start: 2020-04-01, end: 2025-03-31 }")
        .Optional("note", TextShape.Type, (plan, value) => plan.Note = value, "An editor's remark on the whole.", "抜粋による")
        .Required("cite", CitationShape.Type, (plan, value) => plan.Cite = value, "Where it is introduced. What stands at the top of the file without a citation of its own takes the first of these.", "表紙");
}

internal sealed class LevelShape : FileRecord
{
    public ElementRole? Role { get; set; }
    public Located<string>? Term { get; set; }

    public static RecordType<LevelShape> Type { get; } = new RecordType<LevelShape>("level", "One of the plan's levels.")
        .Required("role", Scalars.OneOf<ElementRole>(), (level, value) => level.Role = value, "What it is among all plans. Several levels may share a role.", "MEASURE")
        .Required("term", Scalars.String.Located, (level, value) => level.Term = value, "The plan's own word for it; unique in the plan.", "施策");
}

internal sealed class DepartmentShape : FileRecord
{
    public Located<string>? Name { get; set; }
    public string? En { get; set; }

    public static RecordType<DepartmentShape> Type { get; } = new RecordType<DepartmentShape>("department", "A department or other unit of the municipality.")
        .Shorthand(Scalars.String, (department, value) => department.Name = new(value, department.At), "Its name.")
        .Required("name", Scalars.String.Located, (department, value) => department.Name = value, "Its name as printed.", "財政課")
        .Optional("en", Scalars.String, (department, value) => department.En = value, "Its name in English.", "Finance Division");
}

internal sealed class StatementShape : FileRecord
{
    public StatementKind Kind { get; set; }
    public string? Label { get; set; }
    public Text? Title { get; set; }
    public Text? Text { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<StatementShape> Type { get; } = new RecordType<StatementShape>("statement", "What a plan says outside its tree: a vision, principle, method, perspective, highlight or note.")
        .Required("kind", Scalars.OneOf<StatementKind>(), (statement, value) => statement.Kind = value, "What it is.", "METHOD")
        .Optional("label", Scalars.Printed, (statement, value) => statement.Label = value, "The number as printed.", "(1)")
        .Required("title", TextShape.Type, (statement, value) => statement.Title = value, "Its heading.", "推進体制")
        .Optional("text", TextShape.Type, (statement, value) => statement.Text = value, "What it says, in an editor's short words.", "市民と進める。")
        .Optional("cite", CitationShape.Type, (statement, value) => statement.Cite = value, "Where it stands; the plan's first citation when left out.", "3 推進方法");
}
