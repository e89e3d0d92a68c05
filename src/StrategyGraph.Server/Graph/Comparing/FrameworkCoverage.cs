using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>What all plans together have for a goal.</summary>
public sealed class FrameworkCoverage
{
    private readonly MeasureTable _table;
    private readonly RatingSummary _summary;
    private readonly ComparisonCells _plans;
    private readonly int? _fiscalYear;

    internal FrameworkCoverage(PlanGraph graph, FrameworkGoal goal, int? fiscalYear)
    {
        (_table, _fiscalYear) = (graph.Table, fiscalYear);
        var plans = new List<(Plan Plan, RatingSummary Summary, bool IsTagged)>();
        var (summary, ofPlan) = (new RatingSummary(), new RatingSummary());
        Plan? plan = null;
        foreach (var row in _table.ServedBy(goal))
        {
            if (!_table.Counts(row, fiscalYear)) continue;
            var rating = _table.RatingOf(row, fiscalYear);
            if (plan != _table.Measures[row].Plan)
            {
                if (plan is not null) plans.Add((plan, ofPlan, true));
                (plan, ofPlan) = (_table.Measures[row].Plan, new RatingSummary());
            }

            summary.Add(rating);
            ofPlan.Add(rating);
        }

        if (plan is not null) plans.Add((plan, ofPlan, true));
        _summary = summary;
        _plans = new ComparisonCells(graph, goal.Framework, goal, fiscalYear, plans);
    }

    public int Municipalities => ByPlan.Select(p => p.Plan.Municipality).Distinct().Count();
    public int Plans => ByPlan.Count;
    public int Measures => _summary.Measures;
    public int Rated => _summary.Rated;
    public int Missing => _summary.Missing;
    public double? MeanProgress => _summary.HasMean ? _summary.Mean : null;
    public IReadOnlyList<ComparisonCell> ByPlan => _plans.Cells;

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        if (Measures == 0) remarks.Add("この目標のタグが付いた施策はない。", "No measure is tagged with this goal.");
        remarks.AddOnMean(_table, _summary, _fiscalYear);
        if (ByPlan.Any(p => p.Plan.Coverage is Coverage.Partial)) remarks.Add("一部だけを収録している計画がある。", "Of some of the plans only part is held.");
        return remarks.Text;
    }
}
