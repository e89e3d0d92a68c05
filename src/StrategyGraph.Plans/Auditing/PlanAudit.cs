using StrategyGraph.Plans.Auditing.Rules;

namespace StrategyGraph.Plans.Auditing;

/// <summary>
/// Looks for doubts in plans by rules that hold for any plan file: each reads what the file holds, none knows a plan.
/// The same plans give the same findings, in the same order, with the same keys.
/// </summary>
public static class PlanAudit
{
    /// <summary>What is looked for. Each rule says in its own summary what it checks and why.</summary>
    private static readonly IReadOnlyList<Func<AuditedPlan, IEnumerable<Finding>>> Rules =
    [
        PublishedAgainstComputed.Find,
        ConflictingPrintings.Find,
        ConflictingObservations.Find,
        SharedLabels.Find,
        RatingsOutsideScale.Find,
        RatingsAgainstPercent.Find,
        RevisionCounts.Find,
        MissingRatings.Find,
        MissingDepartments.Find,
        MissingIndicatorValues.Find,
        MissingDates.Find,
        CorrectedTexts.Find,
        NumberingGaps.Find,
        NameVariants.Find,
        RevisionLinks.Find,
        ImpossibleDates.Find,
        FallingTotals.Find,
        EditorsNotes.Find,
    ];

    /// <summary>The findings of a plan: those of the plan as a whole first, then in the order of its elements, then by kind.</summary>
    /// <param name="ofMunicipality">All plans of its municipality in their order, itself among them: one name may be written in several ways among them.</param>
    public static IReadOnlyList<Finding> Of(Plan plan, IEnumerable<Plan> ofMunicipality)
    {
        var audited = new AuditedPlan(plan, [.. ofMunicipality]);
        return [.. Rules.SelectMany(rule => rule(audited)).OrderBy(finding => audited.Place(finding.Element)).ThenBy(finding => finding.Kind)];
    }

    /// <summary>The findings of all plans, in the order of the plans.</summary>
    public static IEnumerable<Finding> Of(Holdings holdings)
    {
        var byMunicipality = holdings.Plans.ToLookup(plan => plan.Municipality.Code);
        return holdings.Plans.SelectMany(plan => Of(plan, byMunicipality[plan.Municipality.Code]));
    }
}
