using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Cells that stand beside each other, one a plan: what they are of, and which of them may be compared.</summary>
internal sealed class ComparisonCells
{
    private readonly Lazy<int> _common;

    /// <param name="goal">The goal that the cells' measures serve; null for those that serve none of the framework.</param>
    public ComparisonCells(PlanGraph graph, Framework framework, FrameworkGoal? goal, int? fiscalYear, IEnumerable<(Plan Plan, RatingSummary Summary, bool IsTagged)> plans)
    {
        (Graph, Framework, Goal, FiscalYear) = (graph, framework, goal, fiscalYear);
        Cells = [.. plans.Select(p => new ComparisonCell(this, p.Plan, p.Summary, p.IsTagged))];
        _common = new Lazy<int>(CommonYardstick);
    }

    public PlanGraph Graph { get; }
    public Framework Framework { get; }
    public FrameworkGoal? Goal { get; }
    public int? FiscalYear { get; }
    public IReadOnlyList<ComparisonCell> Cells { get; }

    /// <summary>The yardstick that more of the cells are measured by than by any other; 0 where no one is.</summary>
    public int Common => _common.Value;

    /// <summary>Whether a measure of the table belongs here, by the goals it serves.</summary>
    public bool Has(int row)
    {
        var serves = false;
        foreach (var position in Graph.Table.GoalsOf(row))
        {
            var goal = Graph.Tagging.Goals[position];
            serves |= Goal is null ? goal.Framework == Framework : goal.IsOrLiesBelow(Goal);
        }

        return serves == (Goal is not null);
    }

    private int CommonYardstick()
    {
        var most = Cells.Where(c => c.Summary.HasMean).GroupBy(c => c.Summary.Yardstick).OrderByDescending(g => g.Count()).Take(2).ToList();
        return most is [var only] ? only.Key : most is [var first, var second] && first.Count() > second.Count() ? first.Key : 0;
    }
}

/// <summary>A plan's measures for one goal: how many, how far, and whether that may be held against the other plans.</summary>
public sealed class ComparisonCell
{
    private readonly ComparisonCells _row;
    private readonly RatingSummary _summary;

    internal ComparisonCell(ComparisonCells row, Plan plan, RatingSummary summary, bool isTagged) => (_row, Plan, _summary, IsTagged) = (row, plan, summary, isTagged);

    public Plan Plan { get; }
    public int MeasureCount => _summary.Measures;
    public int Rated => _summary.Rated;
    public int Missing => _summary.Missing;
    public double? MeanProgress => _summary.HasMean ? _summary.Mean : null;
    public bool Comparable => Explain(null);

    /// <summary>Null where nothing is rated, or by several yardsticks; its scale is the plan's own.</summary>
    public Yardstick? Yardstick => _summary is { Yardstick: not 0, IsMixed: false } ? Measures.Select(m => m.Progress(_row.FiscalYear)?.Yardstick).First(y => y is not null) : null;

    /// <summary>Null where nothing is rated, or in several years.</summary>
    public FiscalYear? FiscalYear => _summary.Rated > 0 && _summary.FirstYear == _summary.LastYear
        ? Plan.Municipality.Source.FiscalYear(_summary.FirstYear)
        : null;

    public IReadOnlyList<Measure> Measures
    {
        get
        {
            var (table, measures) = (_row.Graph.Table, new List<Measure>(MeasureCount));
            var (start, end) = table.RowsOf(Plan);
            for (var row = start; row < end && measures.Count < MeasureCount; row++)
            {
                if (table.Counts(row, _row.FiscalYear) && _row.Has(row)) measures.Add(table.Measures[row]);
            }

            return measures;
        }
    }

    internal ref readonly RatingSummary Summary => ref _summary;
    /// <summary>Whether any measure of the plan is tagged in the framework.</summary>
    internal bool IsTagged { get; }

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        Explain(remarks);
        return remarks.Text;
    }

    /// <summary>Whether the cell may be compared with the others of its row; says in <paramref name="remarks"/> why not, and what else to mind.</summary>
    private bool Explain(Remarks? remarks)
    {
        remarks ??= new Remarks(Language.En);
        if (MeasureCount == 0) ExplainAbsence(remarks);
        var isWhole = remarks.AddOnMean(_row.Graph.Table, _summary, _row.FiscalYear);
        if (_summary.Rated == 0 && _row.FiscalYear is not null) ExplainYear(remarks);
        var isOnCommon = !_summary.HasMean || _summary.Yardstick == _row.Common;
        if (!isOnCommon) ExplainYardstick(remarks);
        if (MeasureCount > 0 && Plan.Coverage is Coverage.Partial)
            remarks.Add("この計画は一部だけを収録しており、数はその範囲のもの。", "Only part of this plan is held, and these are of that part.");
        if (_summary.HasMean) RemarkOnYears(remarks);
        return isWhole && isOnCommon && Plan.Coverage is Coverage.Whole;
    }

    private void ExplainAbsence(Remarks remarks)
    {
        if (_row.Goal is null) remarks.Add("どの施策にもこの枠組みのタグが付いている。", "All of its measures are tagged in this framework.");
        else if (!IsTagged) remarks.Add("この計画の施策にはこの枠組みのタグがまだ付いていない。", "None of its measures is tagged in this framework at all.");
        else remarks.Add("この目標のタグが付いた施策はない。", "None of its measures is tagged with this goal.");
        if (_row.Goal is null) return;
        if (Plan.Coverage is Coverage.Partial)
            remarks.Add("この計画は一部だけを収録しているため、計画にないとは言えない。", "Only part of this plan is held, so that the plan itself may well have some.");
        if (ServesAsWhole) remarks.Add("計画全体としてはこの目標を掲げている。", "The plan as a whole is tagged with it.");
    }

    internal bool ServesAsWhole => _row.Goal is { } goal && Plan.Source.Tags.Any(t => t.Basis is not TagBasis.Inferred && _row.Graph.Tagging.Goal(t).IsOrLiesBelow(goal));

    private void ExplainYear(Remarks remarks)
    {
        var (table, last) = (_row.Graph.Table, 0);
        var (start, end) = table.RowsOf(Plan);
        for (var row = start; row < end; row++) last = Math.Max(last, _row.Has(row) ? table.RatingOf(row, null).Year : 0);
        if (last != 0) remarks.Add($"最後に評価された年度は{last}年度。", $"The last rating is for {last}.");
    }

    private void ExplainYardstick(Remarks remarks)
    {
        var table = _row.Graph.Table;
        var own = table.Yardsticks[_summary.Yardstick - 1];
        var other = _row.Cells.First(c => c.Summary.HasMean && c.Summary.Yardstick != _summary.Yardstick && (_row.Common == 0 || c.Summary.Yardstick == _row.Common));
        var others = _row.Cells.Where(c => c.Summary.HasMean && c.Summary.Yardstick == other.Summary.Yardstick).Select(c => c.Plan).ToList();
        var (ja, en) = own.DifferenceFrom(table.Yardsticks[other.Summary.Yardstick - 1]) switch
        {
            YardstickDifference.Scale => ("尺度", "on another scale"),
            YardstickDifference.Assessor => ("評価主体", "by another kind of assessor"),
            YardstickDifference.Method => ("評価方法", "by another method"),
            _ => ("値の求め方（印刷・計算）", "in another way (printed or computed)"),
        };
        remarks.Add($"{remarks.Titles(others)}と{ja}が異なる。", $"Rated {en} than {remarks.Titles(others)}.");
    }

    /// <summary>The latest year is each measure's own; where those differ, figures are of different times.</summary>
    private void RemarkOnYears(Remarks remarks)
    {
        var (first, last) = (_summary.FirstYear, _summary.LastYear);
        if (first != last) remarks.Add($"評価の年度は{first}年度から{last}年度まで。", $"Rated for fiscal years from {first} to {last}.");
        else if (_row.Cells.Any(c => c.Summary.HasMean && (c.Summary.FirstYear != first || c.Summary.LastYear != last)))
            remarks.Add($"{first}年度の評価であり、年度の異なる計画がある。", $"Rated for fiscal year {first}; others here for other years.");
    }
}
