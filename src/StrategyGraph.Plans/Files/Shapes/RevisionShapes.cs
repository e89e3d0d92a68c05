using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal sealed class RevisionShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public Text? Title { get; set; }
    public PartialDate? Date { get; set; }
    public PartialDate? Effective { get; set; }
    public Text? Reason { get; set; }
    public List<Text> Kept { get; set; } = [];
    public List<ChangeShape> Changes { get; set; } = [];
    public List<TallyShape> Tallies { get; set; } = [];
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<RevisionShape> Type { get; } = new RecordType<RevisionShape>("revision", "An edition step of the plan.")
        .Required("id", Scalars.Slug.Located, (revision, value) => revision.Id = value, "Unique in the plan, permanent.", "midterm-2023")
        .Required("title", TextShape.Type, (revision, value) => revision.Title = value, "Its title.", "{ ja: 中間見直し, en: Midterm review }")
        .Optional("date", Scalars.PartialDate, (revision, value) => revision.Date = value, "When it was decided; of a month or year its first day is taken.", "2023-01")
        .Optional("effective", Scalars.PartialDate, (revision, value) => revision.Effective = value, "From when it holds; of a month or year its first day is taken.", "2023-04-01")
        .Optional("reason", TextShape.Type, (revision, value) => revision.Reason = value, "Why, as the document says of the step as a whole.", "社会情勢の変化")
        .Optional("kept", TextShape.Type.List, (revision, value) => revision.Kept = value, "What it says is kept.", "[4つの基本目標]")
        .Optional("changes", ChangeShape.Type.List, (revision, value) => revision.Changes = value, "What it changes, one by one.", "[{ kind: MEASURE_ADDED, element: digital-services }]")
        .Optional("tallies", TallyShape.Type.List, (revision, value) => revision.Tallies = value, "Counts of changes, where the document gives only counts.", "[{ kind: INITIATIVE_ENDED, count: 3 }]")
        .Optional("note", TextShape.Type, (revision, value) => revision.Note = value, "An editor's remark: what its dates rest on, what the document leaves open.", "日付は会議資料による")
        .Optional("cite", CitationShape.Type, (revision, value) => revision.Cite = value, "Where it is told; the plan's first citation when left out.", "1 見直しの趣旨");
}

internal sealed class ChangeShape : FileRecord
{
    public ChangeKind Kind { get; set; }
    public Located<string>? Element { get; set; }
    public Located<string>? Indicator { get; set; }
    public List<Located<string>> Others { get; set; } = [];
    public Text? Title { get; set; }
    public Text? Before { get; set; }
    public Text? After { get; set; }
    public Text? Reason { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<ChangeShape> Type { get; } = new RecordType<ChangeShape>("change", "One change that a revision makes.")
        .Required("kind", Scalars.OneOf<ChangeKind>(), (change, value) => change.Kind = value, "What kind of change it is.", "MEASURE_ADDED")
        .Optional("element", Scalars.Slug.Located, (change, value) => change.Element = value, "The changed element of this plan.", "digital-services")
        .Optional("indicator", Scalars.Slug.Located, (change, value) => change.Indicator = value, "The changed indicator of this plan.", "births")
        .Optional("others", Scalars.Slug.Located.List, (change, value) => change.Others = value, "The elements that it was split into or merged from.", "[online-desk, open-data]")
        .Optional("title", TextShape.Type, (change, value) => change.Title = value, "What was changed; the element's or indicator's title when left out.", "デジタル化の推進")
        .Optional("before", TextShape.Type, (change, value) => change.Before = value, "What stood before.", "500人")
        .Optional("after", TextShape.Type, (change, value) => change.After = value, "What stands since.", "600人")
        .Optional("reason", TextShape.Type, (change, value) => change.Reason = value, "Why, as the document says.", "目標を達成したため")
        .Optional("cite", CitationShape.Type, (change, value) => change.Cite = value, "Where it is told; the revision's first citation when left out.", "新旧対照表");
}

internal sealed class TallyShape : FileRecord
{
    public ChangeKind Kind { get; set; }
    public IndicatorKind? IndicatorKind { get; set; }
    public Text? Reason { get; set; }
    public int Count { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<TallyShape> Type { get; } = new RecordType<TallyShape>("tally", "How many changes of a kind a revision makes, where the document gives only the count.")
        .Required("kind", Scalars.OneOf<ChangeKind>(), (tally, value) => tally.Kind = value, "What kind of change it is.", "INITIATIVE_ENDED")
        .Optional("indicatorKind", Scalars.OneOf<IndicatorKind>(), (tally, value) => tally.IndicatorKind = value, "Which indicators are counted, where numeric targets and KPIs are counted apart.", "KPI")
        .Optional("reason", TextShape.Type, (tally, value) => tally.Reason = value, "The reason that is counted; the count is the total over all reasons when left out.", "事業完了")
        .Required("count", Scalars.Integer("a whole number from 0", 0, 1_000_000), (tally, value) => tally.Count = value, "How many.", "12")
        .Optional("cite", CitationShape.Type, (tally, value) => tally.Cite = value, "Where it is told; the revision's first citation when left out.", "表2");
}

internal sealed class MilestoneShape : FileRecord
{
    public Text? Title { get; set; }
    public PartialDate? Start { get; set; }
    public Located<PartialDate>? End { get; set; }
    public bool Done { get; set; }
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<MilestoneShape> Type { get; } = new RecordType<MilestoneShape>("milestone", "A step of the plan's schedule.")
        .Required("title", TextShape.Type, (milestone, value) => milestone.Title = value, "What is to be done.", "素案の公表")
        .Optional("start", Scalars.PartialDate, (milestone, value) => milestone.Start = value, "From when; of a month or year its first day is taken.", "2019-10")
        .Optional("end", Scalars.PartialDate.Located, (milestone, value) => milestone.End = value, "Until when; of a month or year its last day is taken.", "2019-12")
        .Optional("done", Scalars.Boolean, (milestone, value) => milestone.Done = value, "true where the document says it is done.", "true")
        .Optional("note", TextShape.Type, (milestone, value) => milestone.Note = value, "What the document adds.", "パブリックコメント")
        .Optional("cite", CitationShape.Type, (milestone, value) => milestone.Cite = value, "Where it stands; the plan's first citation when left out.", "スケジュール");
}
