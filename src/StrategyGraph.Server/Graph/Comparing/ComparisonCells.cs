using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Cells that stand beside each other, one a plan: what they are of, and which of them may be compared.</summary>
/// <param name="goal">The goal that the cells' measures serve; null for those that serve none of the framework.</param>
/// <param name="summaries">One a plan, as is <paramref name="isTagged"/>.</param>
internal sealed class ComparisonCells(
    PlanGraph graph, Framework framework, FrameworkGoal? goal, int? fiscalYear, IReadOnlyList<Plan> plans, RatingSummary[] summaries, bool[] isTagged)
{
    private int? _common;

    public PlanGraph Graph => graph;
    public Framework Framework => framework;
    public FrameworkGoal? Goal => goal;
    public int? FiscalYear => fiscalYear;
    public int Count => summaries.Length;

    /// <summary>In a new array.</summary>
    public ComparisonCell[] Cells
    {
        get
        {
            var cells = new ComparisonCell[Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = new ComparisonCell(this, i);
            return cells;
        }
    }

    /// <summary>The yardstick that more of the cells are measured by than by any other; 0 where no one is.</summary>
    public int Common => _common ??= CommonYardstick();

    public Plan PlanOf(int cell) => plans[cell];

    public ref readonly RatingSummary SummaryOf(int cell) => ref summaries[cell];

    /// <summary>Whether any measure of the cell's plan is tagged in the framework.</summary>
    public bool IsTagged(int cell) => isTagged[cell];

    /// <summary>How many of the cells have measures.</summary>
    public int CountPresent()
    {
        var present = 0;
        foreach (ref readonly var summary in summaries.AsSpan()) present += summary.Measures > 0 ? 1 : 0;
        return present;
    }

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

    /// <summary>Whether a plan as a whole is tagged with the goal.</summary>
    public bool IsServedByWhole(Plan plan) =>
        goal is not null && plan.Source.Tags.Any(t => t.Basis is not TagBasis.Inferred && graph.Tagging.Goal(t).IsOrLiesBelow(goal));

    /// <summary>The first yardstick that a cell with a mean is measured by which is not this one.</summary>
    public int OtherThan(int yardstick) => summaries.First(s => s.HasMean && s.Yardstick != yardstick).Yardstick;

    /// <summary>Whether a cell has a mean of ratings that are not all of one year.</summary>
    public bool HasOtherYears(int year) => summaries.Any(s => s.HasMean && (s.FirstYear != year || s.LastYear != year));

    /// <summary>The plans of the cells with a mean by a yardstick.</summary>
    public List<Plan> MeasuredBy(int yardstick)
    {
        var measured = new List<Plan>();
        for (var i = 0; i < Count; i++)
        {
            if (summaries[i].HasMean && summaries[i].Yardstick == yardstick) measured.Add(plans[i]);
        }

        return measured;
    }

    private int CommonYardstick()
    {
        var most = summaries.Where(s => s.HasMean).GroupBy(s => s.Yardstick).OrderByDescending(g => g.Count()).Take(2).ToList();
        return most is [var only] ? only.Key : most is [var first, var second] && first.Count() > second.Count() ? first.Key : 0;
    }
}

/// <summary>A plan's measures for one goal: how many, how far, and whether that may be held against the other plans.</summary>
public readonly record struct ComparisonCell
{
    private readonly ComparisonCells _row;
    private readonly int _at;

    internal ComparisonCell(ComparisonCells row, int at) => (_row, _at) = (row, at);

    public Plan Plan => _row.PlanOf(_at);
    public int MeasureCount => Summary.Measures;
    public int Rated => Summary.Rated;
    public int Missing => Summary.Missing;
    public double? MeanProgress => Summary.HasMean ? Summary.Mean : null;
    public bool Comparable => Explain(null);

    /// <summary>Null where nothing is rated, or by several yardsticks; its scale is the plan's own.</summary>
    public Yardstick? Yardstick
    {
        get
        {
            var year = _row.FiscalYear;
            return Summary is { Yardstick: not 0, IsMixed: false } ? Measures.Select(m => m.Progress(year)?.Yardstick).First(y => y is not null) : null;
        }
    }

    /// <summary>Null where nothing is rated, or in several years.</summary>
    public FiscalYear? FiscalYear => Summary.Rated > 0 && Summary.FirstYear == Summary.LastYear
        ? Plan.Municipality.Source.FiscalYear(Summary.FirstYear)
        : null;

    public IReadOnlyList<Measure> Measures
    {
        get
        {
            var (table, measures) = (_row.Graph.Table, new List<Measure>(MeasureCount));
            var (start, end) = table.RowsOf(Plan.Position);
            for (var row = start; row < end && measures.Count < MeasureCount; row++)
            {
                if (table.Counts(row, _row.FiscalYear) && _row.Has(row)) measures.Add(table.Measures[row]);
            }

            return measures;
        }
    }

    internal ref readonly RatingSummary Summary => ref _row.SummaryOf(_at);
    internal bool IsTagged => _row.IsTagged(_at);

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
        var isWhole = remarks.AddOnMean(_row.Graph.Table, Summary, _row.FiscalYear);
        if (Summary.Rated == 0 && _row.FiscalYear is not null) ExplainYear(remarks);
        var isOnCommon = !Summary.HasMean || Summary.Yardstick == _row.Common;
        if (!isOnCommon) ExplainYardstick(remarks);
        if (MeasureCount > 0 && Plan.Coverage is Coverage.Partial)
            remarks.Add("この計画は一部だけを収録しており、数はその範囲のもの。", "Only part of this plan is held, and these are of that part.");
        if (Summary.HasMean) RemarkOnYears(remarks);
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

    internal bool ServesAsWhole => _row.IsServedByWhole(Plan);

    private void ExplainYear(Remarks remarks)
    {
        var (table, last) = (_row.Graph.Table, 0);
        var (start, end) = table.RowsOf(Plan.Position);
        for (var row = start; row < end; row++) last = Math.Max(last, _row.Has(row) ? table.RatingOf(row, null).Year : 0);
        if (last != 0) remarks.Add($"最後に評価された年度は{last}年度。", $"The last rating is for {last}.");
    }

    private void ExplainYardstick(Remarks remarks)
    {
        var table = _row.Graph.Table;
        var own = table.Yardsticks[Summary.Yardstick - 1];
        var other = _row.Common != 0 ? _row.Common : _row.OtherThan(Summary.Yardstick);
        var others = _row.MeasuredBy(other);
        var (ja, en) = own.DifferenceFrom(table.Yardsticks[other - 1]) switch
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
        var (first, last) = (Summary.FirstYear, Summary.LastYear);
        if (first != last) remarks.Add($"評価の年度は{first}年度から{last}年度まで。", $"Rated for fiscal years from {first} to {last}.");
        else if (_row.HasOtherYears(first))
            remarks.Add($"{first}年度の評価であり、年度の異なる計画がある。", $"Rated for fiscal year {first}; others here for other years.");
    }
}
