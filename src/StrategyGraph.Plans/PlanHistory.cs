namespace StrategyGraph.Plans;

/// <summary>Plans as they stood on a day, as far as their revisions and periods tell.</summary>
public static class PlanHistory
{
    /// <summary>
    /// The plan as it stood on a day: revisions that were not yet in effect are undone; null before the plan was there. After its end,
    /// as it stood at its end.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A plan is there from the first day of its period; where none is printed, from the earliest issue of its documents (those that only
    /// tell of a revision left aside, for they speak of a plan that is there), or from the end of an earlier time that it was rated for or
    /// that something was done in; where no issue is known, always. A revision is in effect from its effective day, else from its date; without both, always.
    /// </para>
    /// <para>
    /// Undoing takes out what a revision brought in (with all below it), leaves in what it ended, and puts the changes' <c>before</c> back:
    /// summaries, titles, numbers, targets. Where the document does not print the former summary or number, there is none; a former title
    /// that is not printed leaves the present one. What was moved stays where it is now: where it stood is not recorded as data.
    /// </para>
    /// <para>
    /// Assessments, activities and actuals whose period had not ended are left out, forecasts of such periods unless they had been
    /// reported. A milestone that began later was not done; one that had begun keeps what is printed, for when it was done is not known. All else (money,
    /// tags, links, statements, documents) carries no day and stays.
    /// </para>
    /// </remarks>
    public static Plan? AsOf(Plan plan, DateOnly day)
    {
        if (Beginning(plan) > day) return null;
        return new PlanAsOf(plan, plan.Period is { } period && period.End < day ? period.End : day).Undone();
    }

    private static DateOnly? Beginning(Plan plan)
    {
        if (plan.Period is { } period) return period.Start;
        var issued = plan.Documents.Except(plan.Revisions.Select(revision => revision.Citation.Document)).Min(document => document.Issued);
        return issued is null ? null : Ratings(plan.Assessments).Concat(plan.Elements.SelectMany(Shown)).Append(issued).Min();
    }

    private static IEnumerable<DateOnly?> Shown(PlanElement element) => Ratings(element.Assessments)
        .Concat(element.Activities.Select(activity => (DateOnly?)activity.FiscalYear.End)).Concat(element.Children.SelectMany(Shown));

    private static IEnumerable<DateOnly?> Ratings(IEnumerable<Assessment> assessments) =>
        assessments.Where(rating => rating is { Missing: null, Forecast: false }).Select(rating => (DateOnly?)rating.Period.Span.End);
}
