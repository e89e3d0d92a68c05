using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrategyGraph.Plans;

/// <summary>
/// The progress of a plan and all its elements at every time that anything in it was rated: bottom-up, each figure once,
/// by the plan's own rules. Immutable; make it once a plan and keep it.
/// </summary>
/// <remarks>
/// Rules of trust: a printed figure stands as it is and the computed one beside it, with its rule and numbers of parts,
/// rated and missing. What is not rated is left out, never zero. Only ratings by the municipality (SELF, INTERNAL) on one
/// scale that gives a percent are averaged. Where no rule is declared for a level, it is the mean of what lies directly below.
/// </remarks>
public sealed class ProgressCalculation
{
    private readonly Plan _plan;
    private Dictionary<PlanElement, int>? _places;

    public ProgressCalculation(Plan plan) : this(plan, new ProgressTree(plan)) { }

    internal ProgressCalculation(Plan plan, ProgressTree tree)
    {
        _plan = plan;
        var series = new Progress[tree.Nodes.Length][];
        var lengths = new int[series.Length];
        var rented = ArrayPool<ProgressFigure>.Shared.Rent(series.Length); // A country has thousands of plans, one calculated after the other.
        var figures = rented.AsSpan(0, series.Length);
        var rated = new bool[series.Length];
        for (var time = 0; time < tree.Times.Count; time++)
        {
            // Children follow their parents in the list, so that from its end every part comes before its whole.
            for (var at = figures.Length - 1; at >= 0; at--) figures[at] = ProgressFigure.Of(tree, at, time, figures);
            ProgressVerdicts.MarkRated(tree, figures, rated);
            var (asOf, year) = (tree.Times[time], plan.Municipality.FiscalYearOf(tree.Times[time]));
            for (var at = 0; at < figures.Length; at++)
            {
                if (ProgressVerdicts.Judge(in tree.Nodes[at], in figures[at], year, asOf, rated) is not { } progress) continue;
                (series[at] ??= new Progress[tree.Times.Count - time])[lengths[at]++] = progress;
            }
        }

        ArrayPool<ProgressFigure>.Shared.Return(rented, clearArray: true);
        for (var at = 0; at < series.Length; at++)
        {
            if (series[at] is null) series[at] = [];
            else Array.Resize(ref series[at], lengths[at]);
        }

        All = ImmutableCollectionsMarshal.AsImmutableArray<IReadOnlyList<Progress>>(series);
    }

    /// <summary>The series of the plan as a whole, and then of its elements in the document's order: each before those below it.</summary>
    public ImmutableArray<IReadOnlyList<Progress>> All { get; }

    /// <summary>All progress of an element, or of the plan as a whole, from the earliest time on.</summary>
    /// <exception cref="KeyNotFoundException">When the element is not of this plan.</exception>
    public IReadOnlyList<Progress> Series(PlanElement? element = null) => All[element is null ? 0 : (_places ??= new ProgressTree(_plan).Places())[element]];

    /// <summary>
    /// The progress in a fiscal year: the last rated of the year, or what says that it is not rated; null where the plan
    /// has nothing on it.
    /// </summary>
    public Progress? In(FiscalYear year, PlanElement? element = null)
    {
        Progress? found = null;
        foreach (var progress in Series(element))
        {
            if (progress.FiscalYear.Year == year.Year && (progress.IsRated || found is not { IsRated: true })) found = progress;
        }

        return found;
    }

    /// <summary>The latest rated progress, or where nothing was ever rated the latest that says so.</summary>
    public Progress? Latest(PlanElement? element = null)
    {
        var series = Series(element);
        for (var at = series.Count - 1; at >= 0; at--)
        {
            if (series[at].IsRated) return series[at];
        }

        return series is [.., var last] ? last : null;
    }

    /// <summary>The latest fiscal year in which the element, or the plan as a whole, is rated.</summary>
    public FiscalYear? LatestRatedYear(PlanElement? element = null) => Latest(element) is { IsRated: true } rated ? rated.FiscalYear : null;

    public override string ToString() => $"progress of {_plan.Id}";
}
