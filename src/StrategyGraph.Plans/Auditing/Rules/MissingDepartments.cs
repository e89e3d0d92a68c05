namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>An element without a responsible department where more than half of its level have one: the cell is empty, or an excerpt left it out.</summary>
internal static class MissingDepartments
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var level in audited.Elements.Where(element => element.RepeatOf is null).GroupBy(element => element.Level))
        {
            var (all, named) = (level.Count(), level.Count(element => element.Departments.Count > 0));
            if (2 * named <= all) continue;
            foreach (var element in level.Where(element => element.Departments.Count == 0))
            {
                yield return audited.Finding(
                    FindingKind.MissingValue, audited.Plan.Coverage is Coverage.Whole ? Severity.Warning : Severity.Info, element, "departments", element.Citations, null, null,
                    language => language is Language.Ja
                        ? $"担当部署の記載がない。{level.Key.Term}{all}件のうち{named}件には記載がある。"
                        : $"No responsible department stands here; {named} of the {all} elements of this level ({level.Key.Term}) have one.");
            }
        }
    }
}
