using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Plans side by side along a framework.</summary>
public sealed class Comparison
{
    private readonly ComparisonCells _untagged;

    private Comparison(Framework framework, IReadOnlyList<Plan> plans, IReadOnlyList<ComparisonRow> rows, ComparisonCells untagged) =>
        (Framework, Plans, Rows, _untagged) = (framework, plans, rows, untagged);

    public Framework Framework { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<ComparisonRow> Rows { get; }
    public IReadOnlyList<ComparisonCell> Untagged => _untagged.Cells;
    public IEnumerable<ComparisonGap> Gaps => Rows.Select(r => r.Gap).OfType<ComparisonGap>();

    internal static Comparison Of(PlanGraph graph, IReadOnlyList<Plan> plans, Framework framework, int? fiscalYear)
    {
        var (table, goals) = (graph.Table, framework.Goals.Count);
        var rowOf = graph.Tagging.PlacesIn(framework);
        var summaries = new RatingSummary[(goals + 1) * plans.Count];
        var isTagged = new bool[plans.Count];
        var lastIn = new int[goals];
        for (var p = 0; p < plans.Count; p++)
        {
            var (start, end) = table.RowsOf(plans[p]);
            for (var row = start; row < end; row++)
            {
                if (!table.Counts(row, fiscalYear)) continue;
                var (rating, serves) = (table.RatingOf(row, fiscalYear), false);
                foreach (var goal in table.GoalsOf(row))
                {
                    if (rowOf[goal] is not (>= 0 and var top)) continue;
                    serves = true;
                    if (lastIn[top] == row + 1) continue; // by another target of the goal
                    lastIn[top] = row + 1;
                    summaries[(top * plans.Count) + p].Add(rating);
                }

                isTagged[p] |= serves;
                if (!serves) summaries[(goals * plans.Count) + p].Add(rating);
            }
        }

        return new Comparison(framework, plans, [.. framework.Goals.Select((goal, g) => new ComparisonRow(goal, Cells(goal, g)))], Cells(null, goals));

        ComparisonCells Cells(FrameworkGoal? goal, int at) =>
            new(graph, framework, goal, fiscalYear, plans.Select((plan, p) => (plan, summaries[(at * plans.Count) + p], isTagged[p])));
    }
}

/// <summary>A goal, and what each of the plans has for it.</summary>
public sealed class ComparisonRow
{
    private readonly ComparisonCells _cells;

    internal ComparisonRow(FrameworkGoal goal, ComparisonCells cells) => (Goal, _cells) = (goal, cells);

    public FrameworkGoal Goal { get; }
    public IReadOnlyList<ComparisonCell> Cells => _cells.Cells;

    internal ComparisonGap? Gap => Cells.Any(c => c.MeasureCount > 0) && Cells.Any(c => c.MeasureCount == 0) ? new ComparisonGap(Goal, Cells) : null;
}

/// <summary>A goal that some of the plans have measures for and others not.</summary>
public sealed class ComparisonGap
{
    private readonly List<ComparisonCell> _absent;

    internal ComparisonGap(FrameworkGoal goal, IReadOnlyList<ComparisonCell> cells)
    {
        Goal = goal;
        PresentIn = [.. cells.Where(c => c.MeasureCount > 0).Select(c => c.Plan)];
        _absent = [.. cells.Where(c => c.MeasureCount == 0)];
    }

    public FrameworkGoal Goal { get; }
    public IReadOnlyList<Plan> PresentIn { get; }
    public IEnumerable<Plan> AbsentFrom => _absent.Select(c => c.Plan);

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        Plan[] partial = [.. AbsentFrom.Where(p => p.Coverage is Coverage.Partial)];
        if (partial.Length > 0)
            remarks.Add($"{remarks.Titles(partial)}は一部だけを収録しており、収録していないことは計画にないことを意味しない。", $"Only part is held of {remarks.Titles(partial)}: absence here is not absence in the plan.");
        Plan[] whole = [.. _absent.Where(c => c.ServesAsWhole).Select(c => c.Plan)];
        if (whole.Length > 0) remarks.Add($"{remarks.Titles(whole)}は計画全体としてこの目標を掲げている。", $"As a whole, {remarks.Titles(whole)} {(whole.Length == 1 ? "is" : "are")} tagged with it.");
        Plan[] untagged = [.. _absent.Where(c => !c.IsTagged).Select(c => c.Plan)];
        if (untagged.Length > 0) remarks.Add($"{remarks.Titles(untagged)}の施策にはこの枠組みのタグがまだ付いていない。", $"No measure is tagged in this framework at all in {remarks.Titles(untagged)}.");
        return remarks.Text;
    }
}
