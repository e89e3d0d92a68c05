namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// What an editor noted at an element, figure, indicator or revision: a doubtful scan, a second way of writing, what the
/// source leaves open. No rule sees these; whoever looks for doubts must find them beside what the rules see.
/// </summary>
internal static class EditorsNotes
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var node in audited.Tree.Nodes)
        {
            if (node.Element is { Note: { } note } element) yield return Remark(audited, element, "element", element.Citations, note);

            // The note at an empty cell is told with the cell.
            foreach (var figure in node.Assessments.Where(figure => figure is { Note: not null, Missing: null }))
                yield return Remark(audited, node.Element, $"{figure.Period.Span.End:O}/{figure.Scale.Id}/{figure.Citation.Locator}", [figure.Citation], figure.Note!);
        }

        foreach (var (element, indicator) in audited.Indicators)
        {
            if (indicator.Note is { } note) yield return Remark(audited, element, indicator.Id, indicator.Citations, note, indicator);
        }

        foreach (var revision in audited.Plan.Revisions)
        {
            if (revision.Note is { } note) yield return Remark(audited, null, revision.Id, [revision.Citation], note, revision: revision);
        }
    }

    private static Finding Remark(AuditedPlan audited, PlanElement? element, string distinction, IEnumerable<Citation> citations, Text note, Indicator? indicator = null, Revision? revision = null) =>
        audited.Finding(FindingKind.EditorsNote, Severity.Info, element, distinction, citations, null, null, note.In, indicator, revision);
}
