using System.Runtime.InteropServices;
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
        var (plans, summaries) = (new List<Plan>(), new List<RatingSummary>());
        var summary = new RatingSummary();
        foreach (var row in _table.ServedBy(goal))
        {
            if (!_table.Counts(row, fiscalYear)) continue;
            if (plans is [] || plans[^1] != _table.Measures[row].Plan)
            {
                plans.Add(_table.Measures[row].Plan);
                summaries.Add(default);
            }

            var rating = _table.RatingOf(row, fiscalYear);
            summary.Add(rating);
            CollectionsMarshal.AsSpan(summaries)[^1].Add(rating);
        }

        var isTagged = new bool[plans.Count];
        Array.Fill(isTagged, true);
        _summary = summary;
        _plans = new ComparisonCells(graph, goal.Framework, goal, fiscalYear, plans, [.. summaries], isTagged);
    }

    public int Municipalities => ByPlan.Select(p => p.Plan.Municipality).Distinct().Count();
    public int Plans => _plans.Count;
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
