using StrategyGraph.Plans.Files.Resolving;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Writes a plan as the file that would be read as it.</summary>
internal sealed class PlanWriter(Plan plan)
{
    private readonly CitationWriter _citations = new(plan.Documents);

    public YamlMapping File()
    {
        var figures = new FigureWriter(plan, _citations);
        var revisions = new RevisionWriter(plan, _citations);
        return Nodes.Record(
            PlanFileShape.Type,
            FileFields.CurrentVersion,
            ("plan", Header()),
            ("documents", _citations.Documents()),
            ("levels", Nodes.List(plan.Levels, level => Nodes.Record(LevelShape.Type, ("role", Nodes.Word<ElementRole>(level.Role)), ("term", Nodes.Text(level.Term))))),
            ("ratingScales", figures.Scales()),
            ("aggregation", Nodes.List(plan.AggregationRules, Aggregation)),
            ("departments", Nodes.List(plan.Departments, Department)),
            ("progress", figures.Progress(plan.Assessments, null, plan.Citations)),
            ("statements", Nodes.List(plan.Statements, Statement)),
            ("indicators", figures.Indicators(plan.Indicators, plan.Citations)),
            ("money", figures.Money(plan.Money, plan.Citations)),
            ("tags", Tags(plan.Tags, plan.Citations)),
            ("revisions", revisions.Revisions()),
            ("milestones", revisions.Milestones()),
            ("elements", Elements(plan.Elements, 0, figures)));
    }

    private YamlMapping Header() => Nodes.Record(
        PlanShape.Type,
        ("id", Nodes.Text(plan.Id)),
        ("municipality", Nodes.Text(plan.Municipality.Code.Value)),
        ("kind", Nodes.Word<PlanKind>(plan.Kind)),
        ("status", Nodes.Word<PlanStatus>(plan.Status)),
        ("coverage", Nodes.Word<Coverage>(plan.Coverage)),
        ("title", Nodes.Text(plan.Title)),
        ("titleAsPrinted", Nodes.Text(plan.TitleAsPrinted)),
        ("officeholder", Nodes.Text(plan.Officeholder)),
        ("period", plan.Period is { } period ? Nodes.Record(SpanShape.Type, ("start", Nodes.Date(period.Start)), ("end", Nodes.Date(period.End))) : null),
        ("note", Nodes.Text(plan.Note)),
        ("cite", _citations.All(plan.Citations)));

    private YamlMapping Aggregation(AggregationRule rule) => Nodes.Record(
        AggregationShape.Type,
        ("of", Nodes.Word<AggregationTarget>(PlanResolver.TargetOf(rule.Of))),
        ("over", Nodes.Word<ElementRole>(rule.Over)),
        ("method", Nodes.Word<AggregationMethod>(rule.Method)),
        ("rounding", Nodes.Word<Rounding>(rule.Rounding)),
        ("decimals", Nodes.Integer(rule.Decimals, unless: 0)),
        ("stated", Nodes.Boolean(rule.Stated)),
        ("description", Nodes.Text(rule.Description)),
        ("cite", _citations.First(rule.Citation, [])));

    private static YamlNode Department(Department department) => department.NameEn is null
        ? Nodes.Text(department.Name)!
        : Nodes.Record(DepartmentShape.Type, ("name", Nodes.Text(department.Name)), ("en", Nodes.Text(department.NameEn)));

    private YamlMapping Statement(Statement statement) => Nodes.Record(
        StatementShape.Type,
        ("kind", Nodes.Word<StatementKind>(statement.Kind)),
        ("label", Nodes.Text(statement.Label)),
        ("title", Nodes.Text(statement.Title)),
        ("text", Nodes.Text(statement.Text)),
        ("cite", _citations.First(statement.Citation, plan.Citations)));

    private YamlList Elements(IReadOnlyList<PlanElement> elements, int depth, FigureWriter figures) => Nodes.List(elements, element =>
    {
        var cited = element.Citations;
        return Nodes.Record(
            ElementShape.Type,
            ("id", Nodes.Text(element.Id)),
            ("level", depth < plan.Levels.Count && element.Level == plan.Levels[depth] ? null : Nodes.Text(element.Level.Term)),
            ("label", Nodes.Text(element.Label)),
            ("title", Nodes.Text(element.Title)),
            ("titleAsPrinted", Nodes.Text(element.TitleAsPrinted)),
            ("subtitle", Nodes.Text(element.Subtitle)),
            ("summary", Nodes.Text(element.Summary)),
            ("note", Nodes.Text(element.Note)),
            ("repeatOf", Nodes.Text(element.RepeatOf)),
            ("set", Nodes.Text(element.Set)),
            ("weight", Nodes.Number(element.Weight)),
            ("introducedBy", Nodes.Text(element.IntroducedBy)),
            ("endedBy", Nodes.Text(element.EndedBy)),
            ("cite", _citations.All(cited)),
            ("departments", Nodes.List(element.Departments, Responsibility)),
            ("progress", figures.Progress(element.Assessments, element.Level, cited)),
            ("activities", Nodes.List(element.Activities, activity => Nodes.Record(
                ActivityShape.Type,
                ("year", Nodes.Integer(activity.FiscalYear.Year)),
                ("text", Nodes.Text(activity.Text)),
                ("cite", _citations.First(activity.Citation, cited))))),
            ("indicators", figures.Indicators(element.Indicators, cited)),
            ("money", figures.Money(element.Money, cited)),
            ("tags", Tags(element.Tags, cited)),
            ("links", Nodes.List(element.Links, link => Nodes.Record(
                LinkShape.Type,
                ("to", Nodes.Text(link.To)),
                ("kind", Nodes.Word<LinkKind>(link.Kind)),
                ("basis", Nodes.Word<TagBasis>(link.Basis)),
                ("rationale", Nodes.Text(link.Rationale)),
                ("confidence", Nodes.Number(link.Confidence)),
                ("cite", Basis(link.Basis, link.Citation, cited))))),
            ("children", Elements(element.Children, depth + 1, figures)));
    });

    private static YamlNode Responsibility(Responsibility responsibility) => responsibility.Lead
        ? Nodes.Record(ResponsibilityShape.Type, ("name", Nodes.Text(responsibility.Department.Name)), ("lead", Nodes.Flag(responsibility.Lead)))
        : Nodes.Text(responsibility.Department.Name)!;

    private YamlList Tags(IReadOnlyList<Tag> tags, IReadOnlyList<Citation> inherited) => Nodes.List(tags, tag => Nodes.Record(
        TagShape.Type,
        ("framework", Nodes.Text(tag.Framework)),
        ("code", Nodes.Text(tag.Code)),
        ("basis", Nodes.Word<TagBasis>(tag.Basis)),
        ("rationale", Nodes.Text(tag.Rationale)),
        ("confidence", Nodes.Number(tag.Confidence)),
        ("cite", Basis(tag.Basis, tag.Citation, inherited))));

    /// <summary>Only what is stated takes over a citation; on any other basis it is written, or there is none.</summary>
    private YamlNode? Basis(TagBasis basis, Citation? citation, IReadOnlyList<Citation> inherited) =>
        _citations.First(citation, basis is TagBasis.Stated ? inherited : []);
}
