using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Plans side by side along a framework.</summary>
public sealed class Comparison
{
    private readonly ComparisonCells _untagged;

    private Comparison(Framework framework, Plan[] plans, ComparisonRow[] rows, ComparisonCells untagged) =>
        (Framework, Plans, Rows, _untagged) = (framework, plans, rows, untagged);

    public Framework Framework { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<ComparisonRow> Rows { get; }
    public IReadOnlyList<ComparisonCell> Untagged => _untagged.Cells;
    public IEnumerable<ComparisonGap> Gaps => Rows.Select(r => r.Gap).OfType<ComparisonGap>();

    internal static Comparison Of(PlanGraph graph, Plan[] plans, Framework framework, int? fiscalYear)
    {
        var (goals, served) = (framework.Goals, graph.Table.ServedIn(framework));
        var summed = graph.Table.SummariesBy(served);
        var (summaries, isTagged) = (new RatingSummary[served.Count][], new bool[plans.Length]); // the last row is of what serves none of the goals
        for (var i = 0; i < summaries.Length; i++) summaries[i] = new RatingSummary[plans.Length];
        for (var p = 0; p < plans.Length; p++)
        {
            if (fiscalYear is { } year) AddYear(plans[p].Position, p, year);
            else AddLatest(plans[p].Position, p);
            for (var goal = 0; goal < goals.Count; goal++) isTagged[p] |= summaries[goal][p].Measures > 0;
        }

        var rows = new ComparisonRow[goals.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = new ComparisonRow(Cells(goals[i], i));
        return new Comparison(framework, plans, rows, Cells(null, goals.Count));

        void AddLatest(int plan, int at)
        {
            var numbers = summed.NumbersOf(plan);
            var sums = summed.SummariesOf(plan);
            for (var i = 0; i < numbers.Length; i++) summaries[numbers[i]][at] = sums[i];
        }

        void AddYear(int plan, int at, int year)
        {
            var (row, end) = graph.Table.RowsOf(plan);
            for (; row < end; row++)
            {
                if (!graph.Table.Counts(row, year)) continue;
                var rating = graph.Table.RatingOf(row, year);
                foreach (var number in served.NumbersOf(row)) summaries[number][at].Add(rating);
            }
        }

        ComparisonCells Cells(FrameworkGoal? goal, int row) => new(graph, framework, goal, fiscalYear, plans, summaries[row], isTagged);
    }
}

/// <summary>A goal, and what each of the plans has for it.</summary>
public sealed class ComparisonRow
{
    private readonly ComparisonCells _cells;

    internal ComparisonRow(ComparisonCells cells) => _cells = cells;

    public FrameworkGoal Goal => _cells.Goal!;
    public IReadOnlyList<ComparisonCell> Cells => _cells.Cells;

    internal ComparisonGap? Gap => _cells.CountPresent() is var present && present > 0 && present < _cells.Count ? new ComparisonGap(_cells, present) : null;
}

/// <summary>A goal that some of the plans have measures for and others not.</summary>
public sealed class ComparisonGap
{
    private readonly ComparisonCells _cells;
    private readonly int _present;

    internal ComparisonGap(ComparisonCells cells, int present) => (_cells, _present) = (cells, present);

    public FrameworkGoal Goal => _cells.Goal!;
    public IReadOnlyList<Plan> PresentIn => Plans(_present, isPresent: true);
    public IReadOnlyList<Plan> AbsentFrom => Plans(_cells.Count - _present, isPresent: false);

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        ComparisonCell[] absent = [.. _cells.Cells.Where(c => c.MeasureCount == 0)];
        Plan[] partial = [.. absent.Select(c => c.Plan).Where(p => p.Coverage is Coverage.Partial)];
        if (partial.Length > 0)
            remarks.Add($"{remarks.Titles(partial)}は一部だけを収録しており、収録していないことは計画にないことを意味しない。", $"Only part is held of {remarks.Titles(partial)}: absence here is not absence in the plan.");
        Plan[] whole = [.. absent.Where(c => c.ServesAsWhole).Select(c => c.Plan)];
        if (whole.Length > 0) remarks.Add($"{remarks.Titles(whole)}は計画全体としてこの目標を掲げている。", $"As a whole, {remarks.Titles(whole)} {(whole.Length == 1 ? "is" : "are")} tagged with it.");
        Plan[] untagged = [.. absent.Where(c => !c.IsTagged).Select(c => c.Plan)];
        if (untagged.Length > 0) remarks.Add($"{remarks.Titles(untagged)}の施策にはこの枠組みのタグがまだ付いていない。", $"No measure is tagged in this framework at all in {remarks.Titles(untagged)}.");
        return remarks.Text;
    }

    private Plan[] Plans(int count, bool isPresent)
    {
        var (plans, next) = (new Plan[count], 0);
        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells.SummaryOf(i).Measures > 0 == isPresent) plans[next++] = _cells.PlanOf(i);
        }

        return plans;
    }
}
