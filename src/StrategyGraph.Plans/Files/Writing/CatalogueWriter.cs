using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Writes what stands beside the plans: municipalities and frameworks.</summary>
internal static class CatalogueWriter
{
    public static YamlMapping Municipalities(IReadOnlyList<Municipality> municipalities) => Nodes.Record(
        MunicipalitiesFileShape.Type,
        FileFields.CurrentVersion,
        ("municipalities", Nodes.List(municipalities, municipality => Nodes.Record(
            MunicipalityShape.Type,
            ("code", Nodes.Text(municipality.Code.Value)),
            ("name", Nodes.Text(municipality.Name)),
            ("prefecture", Nodes.Text(municipality.Prefecture)),
            ("fiscalYearStartMonth", Nodes.Integer(municipality.FiscalYearStartMonth, unless: 4))))));

    public static YamlMapping Framework(Framework framework)
    {
        var citations = new CitationWriter(framework.Documents);
        return Nodes.Record(
            FrameworkFileShape.Type,
            FileFields.CurrentVersion,
            ("framework", Nodes.Record(
                FrameworkShape.Type,
                ("id", Nodes.Text(framework.Id)),
                ("title", Nodes.Text(framework.Title)),
                ("edition", Nodes.Text(framework.Edition)),
                ("cite", citations.All(framework.Citations)))),
            ("documents", citations.Documents()),
            ("goals", Goals(framework.Goals)));

        YamlList Goals(IReadOnlyList<FrameworkGoal> goals) => Nodes.List(goals, goal => Nodes.Record(
            FrameworkGoalShape.Type,
            ("code", Nodes.Text(goal.Code)),
            ("number", Nodes.Integer(goal.Number)),
            ("iri", Nodes.Text(goal.Iri)),
            ("title", Nodes.Text(goal.Title)),
            ("titleAsPrinted", Nodes.Text(goal.TitleAsPrinted)),
            ("note", Nodes.Text(goal.Note)),
            ("cite", citations.First(goal.Citation, framework.Citations)),
            ("children", Goals(goal.Children))));
    }
}
