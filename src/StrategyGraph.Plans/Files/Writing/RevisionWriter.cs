using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Writes a plan's revisions and milestones.</summary>
internal sealed class RevisionWriter(Plan plan, CitationWriter citations)
{
    private readonly Dictionary<string, Text> _elements = [];
    private readonly Dictionary<string, Text> _indicators = [];

    public YamlList Revisions()
    {
        if (plan.Revisions.Count > 0)
        {
            Name(plan.Indicators);
            Name(plan.Elements);
        }

        return Nodes.List(plan.Revisions, revision => Nodes.Record(
            RevisionShape.Type,
            ("id", Nodes.Text(revision.Id)),
            ("title", Nodes.Text(revision.Title)),
            ("date", Nodes.Date(revision.Date)),
            ("effective", Nodes.Date(revision.Effective)),
            ("reason", Nodes.Text(revision.Reason)),
            ("kept", Nodes.List(revision.Kept, text => Nodes.Text(text)!)),
            ("changes", Nodes.List(revision.Changes, change => Change(change, revision))),
            ("tallies", Nodes.List(revision.Tallies, tally => Nodes.Record(
                TallyShape.Type,
                ("kind", Nodes.Word<ChangeKind>(tally.Kind)),
                ("indicatorKind", Nodes.Word(tally.IndicatorKind)),
                ("reason", Nodes.Text(tally.Reason)),
                ("count", Nodes.Integer(tally.Count)),
                ("cite", citations.First(tally.Citation, [revision.Citation]))))),
            ("note", Nodes.Text(revision.Note)),
            ("cite", citations.First(revision.Citation, plan.Citations))));
    }

    public YamlList Milestones() => Nodes.List(plan.Milestones, milestone => Nodes.Record(
        MilestoneShape.Type,
        ("title", Nodes.Text(milestone.Title)),
        ("start", Nodes.Date(milestone.Start)),
        ("end", Nodes.Date(milestone.End)),
        ("done", Nodes.Flag(milestone.Done)),
        ("note", Nodes.Text(milestone.Note)),
        ("cite", citations.First(milestone.Citation, plan.Citations))));

    private YamlMapping Change(Change change, Revision revision) => Nodes.Record(
        ChangeShape.Type,
        ("kind", Nodes.Word<ChangeKind>(change.Kind)),
        ("element", Nodes.Text(change.Element)),
        ("indicator", Nodes.Text(change.Indicator)),
        ("others", Nodes.Texts(change.Others)),
        ("title", change.Title == TitleTaken(change) ? null : Nodes.Text(change.Title)),
        ("before", Nodes.Text(change.Before)),
        ("after", Nodes.Text(change.After)),
        ("reason", Nodes.Text(change.Reason)),
        ("cite", citations.First(change.Citation, [revision.Citation])));

    /// <summary>The title that the reader takes where a change has none of its own.</summary>
    private Text? TitleTaken(Change change) =>
        (change.Element is { } element ? _elements.GetValueOrDefault(element) : null) ?? (change.Indicator is { } indicator ? _indicators.GetValueOrDefault(indicator) : null);

    private void Name(IReadOnlyList<PlanElement> elements)
    {
        foreach (var element in elements)
        {
            _elements[element.Id] = element.Title;
            Name(element.Indicators);
            Name(element.Children);
        }
    }

    private void Name(IReadOnlyList<Indicator> indicators)
    {
        foreach (var indicator in indicators) _indicators[indicator.Id] = indicator.Name;
    }
}
