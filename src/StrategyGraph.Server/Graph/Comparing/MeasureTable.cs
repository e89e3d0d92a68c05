using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>A measure's rating in a fiscal year, or the place where one should stand.</summary>
/// <param name="Percent">Not a number where it is not rated, or its scale gives no percentage.</param>
/// <param name="Yardstick">Its number in <see cref="MeasureTable.Yardsticks"/>; 0 where it is not rated.</param>
/// <param name="Year">The calendar year that the fiscal year begins in.</param>
internal readonly record struct MeasureRating(double Percent, int Yardstick, int Year)
{
    public static MeasureRating None { get; } = new(double.NaN, 0, 0);
}

/// <summary>
/// What comparisons read of all measures, in plain arrays: which goals they serve and how they are rated, plan by plan in the graph's
/// order. Made once, when something is first compared. A measure is a row's number, its place in <see cref="Measures"/>.
/// </summary>
internal sealed class MeasureTable
{
    private readonly PlanGraph _graph;
    private readonly int[] _plans, _goalEnds, _ratingEnds;
    private readonly List<int> _goals = [];
    private readonly List<MeasureRating> _ratings = [];
    private readonly List<Yardstick> _yardsticks = [];
    private readonly Dictionary<int, Standing> _standing = [];
    private readonly bool[] _alwaysCounts;
    private (Yardstick Yardstick, int Number) _last;
    private readonly Lazy<Rows> _byGoal, _departments;
    private readonly Lazy<PlanSummaries> _whole;
    private readonly MeasureRating[] _latest;
    private readonly ConcurrentDictionary<(MeasureDimension, Framework?), GroupDimension> _dimensions = [];

    public MeasureTable(PlanGraph graph)
    {
        _graph = graph;
        Measures = graph.Measures;
        Departments = [.. graph.Municipalities.SelectMany(m => m.Departments)];
        _plans = new int[graph.Plans.Count + 1];
        (_goalEnds, _ratingEnds, _alwaysCounts) = (new int[Measures.Count], new int[Measures.Count], new bool[Measures.Count]);
        var (goals, known, end) = (new List<FrameworkGoal>(), new Dictionary<Yardstick, int>(), 0);
        foreach (var plan in graph.Plans)
        {
            _plans[plan.Position] = end;
            end += plan.Measures.Count;
        }

        _plans[^1] = end;
        for (var row = 0; row < Measures.Count; row++)
        {
            goals.Clear();
            Tagging.AddGoals(Measures[row], goals);
            foreach (var goal in goals) _goals.Add(goal.Position);
            _goalEnds[row] = _goals.Count;
            AddRatings(Measures[row].ProgressSeries, known);
            _ratingEnds[row] = _ratings.Count;
            if (Standing.Of(Measures[row]) is { } standing) _standing.Add(row, standing);
            else _alwaysCounts[row] = true;
        }

        _latest = [.. Enumerable.Range(0, Measures.Count).Select(LatestOf)];
        _whole = new Lazy<PlanSummaries>(() => new PlanSummaries(this, null));
        _byGoal = new Lazy<Rows>(() => Rows.Of(graph.Tagging.Goals.Count, add =>
        {
            for (var row = 0; row < Measures.Count; row++)
            {
                foreach (var goal in GoalsOf(row))
                {
                    for (FrameworkGoal? g = graph.Tagging.Goals[goal]; g is not null; g = g.Parent) add(g.Position, row);
                }
            }
        }));
        _departments = new Lazy<Rows>(() => Rows.Of(Measures.Count, add =>
        {
            var (numbers, named) = (new Dictionary<Department, int>(), new SortedSet<int>());
            for (var i = 0; i < Departments.Count; i++) numbers.Add(Departments[i], i);
            for (var row = 0; row < Measures.Count; row++)
            {
                named.Clear();
                foreach (var department in Measures[row].Departments) named.Add(numbers[department]);
                foreach (var element in Measures[row].Below<PlanElement>())
                {
                    if (element is Measure || element.Above<Measure>() != Measures[row]) continue;
                    foreach (var department in element.Departments) named.Add(numbers[department]);
                }

                foreach (var number in named) add(row, number);
            }
        }));
    }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Of all municipalities, in the graph's order and by name.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>What ratings are measured by, in the order in which they are met; the first is number 1.</summary>
    public IReadOnlyList<Yardstick> Yardsticks => _yardsticks;

    /// <summary>The first and last fiscal year of all ratings and places for one; the last is before the first where there are none.</summary>
    public int FirstYear { get; private set; }
    public int LastYear { get; private set; } = -1;

    /// <summary>How many plans there are. A plan is a number, its position in the graph.</summary>
    public int Plans => _plans.Length - 1;

    /// <summary>The rows of a plan's measures: from the first to before the second.</summary>
    public (int Start, int End) RowsOf(int plan) => (_plans[plan], _plans[plan + 1]);

    /// <summary>The goals that a measure's tags point at, by their positions, each once.</summary>
    public ReadOnlySpan<int> GoalsOf(int row) => Slice(_goals, _goalEnds, row);

    /// <summary>One a fiscal year, from the first.</summary>
    public ReadOnlySpan<MeasureRating> RatingsOf(int row) => Slice(_ratings, _ratingEnds, row);

    /// <summary>The rows of the measures that serve a goal or a target of it, in order; repeats and ended ones too.</summary>
    public ReadOnlySpan<int> ServedBy(FrameworkGoal goal) => _byGoal.Value[goal.Position];

    /// <summary>The departments that are responsible for a measure or for what carries it, by their places in <see cref="Departments"/>.</summary>
    public Rows Responsible => _departments.Value;

    /// <summary>The rating of a fiscal year, or of the latest that is rated; what is not rated is <see cref="MeasureRating.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MeasureRating RatingOf(int row, int? fiscalYear) => fiscalYear is { } year ? RatingIn(row, year) : _latest[row];

    private MeasureRating RatingIn(int row, int year)
    {
        var ratings = RatingsOf(row);
        for (var i = ratings.Length - 1; i >= 0; i--)
        {
            if (ratings[i].Year == year) return ratings[i];
        }

        return MeasureRating.None;
    }

    /// <summary>A dimension to group by, with what each measure has in it; kept, since it is the same for all who ask of this release.</summary>
    /// <param name="framework">What <see cref="MeasureDimension.FrameworkGoal"/> groups by; of no meaning to the others.</param>
    public GroupDimension Dimension(MeasureDimension kind, Framework? framework) =>
        _dimensions.GetOrAdd((kind, kind is MeasureDimension.FrameworkGoal ? framework : null), asked => GroupDimensions.Of(asked.Item1, _graph, asked.Item2));

    /// <summary>The goals of a framework as a dimension; the SDGs are the one that is grouped by without naming it.</summary>
    public SetDimension ServedIn(Framework framework) =>
        (SetDimension)Dimension(framework == _graph.Tagging.Sdgs ? MeasureDimension.SdgGoal : MeasureDimension.FrameworkGoal, framework);

    /// <summary>The measures of each plan, summed up by what they have in a dimension, or by nothing.</summary>
    public PlanSummaries SummariesBy(RowDimension? dimension) => dimension?.SummariesIn(this) ?? _whole.Value;

    private MeasureRating LatestOf(int row)
    {
        var ratings = RatingsOf(row);
        for (var i = ratings.Length - 1; i >= 0; i--)
        {
            if (ratings[i].Yardstick != 0) return ratings[i];
        }

        return MeasureRating.None;
    }

    /// <summary>
    /// Whether a measure is counted: no repeat of another (再掲), and in its plan at the end of the fiscal year, or rated for it; without
    /// a year, whether no revision has ended it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Counts(int row, int? fiscalYear) => _alwaysCounts[row] || CountsFor(row, fiscalYear);

    private bool CountsFor(int row, int? fiscalYear) => _standing[row] is { IsRepeat: false } standing
        && (fiscalYear is { } year ? standing.IsIn(year, Measures[row]) || RatingOf(row, year).Yardstick != 0 : !standing.IsEnded);

    private static ReadOnlySpan<T> Slice<T>(List<T> all, int[] ends, int row)
    {
        var start = row == 0 ? 0 : ends[row - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[start..ends[row]];
    }

    /// <summary>Of several in a fiscal year (quarters) the last that is rated stands for it, as in the graph.</summary>
    private void AddRatings(IReadOnlyList<Progress> series, Dictionary<Yardstick, int> known)
    {
        var start = _ratings.Count;
        foreach (var progress in series)
        {
            var rating = new MeasureRating(progress.Percent ?? double.NaN, progress.Yardstick is { } yardstick ? NumberOf(yardstick, known) : 0, progress.FiscalYear.Year);
            (FirstYear, LastYear) = LastYear < FirstYear ? (rating.Year, rating.Year) : (Math.Min(FirstYear, rating.Year), Math.Max(LastYear, rating.Year));
            if (_ratings.Count == start || _ratings[^1].Year != rating.Year) _ratings.Add(rating);
            else if (rating.Yardstick != 0 || _ratings[^1].Yardstick == 0) _ratings[^1] = rating;
        }
    }

    private int NumberOf(Yardstick yardstick, Dictionary<Yardstick, int> known)
    {
        // Most are that of the rating before; to compare two of one scale takes no look at what it says.
        if (_last.Number > 0 && _last.Yardstick == yardstick) return _last.Number;
        if (!known.TryGetValue(yardstick, out var number))
        {
            _yardsticks.Add(yardstick);
            known.Add(yardstick, number = _yardsticks.Count);
        }

        _last = (yardstick, number);
        return number;
    }

    /// <summary>For how long a measure is in its plan, where that is not always; by the revisions that brought in or ended it, or an element above it.</summary>
    private sealed record Standing(bool IsRepeat, bool IsEnded, DateOnly? From, DateOnly? Until)
    {
        public static Standing? Of(Measure measure)
        {
            var standing = new Standing(measure.Source.RepeatOf is not null, false, null, null);
            var isPlain = !standing.IsRepeat;
            for (PlanElement? e = measure; e is not null; e = e.Parent)
            {
                if (e.Source.IntroducedBy is null && e.Source.EndedBy is null) continue;
                isPlain = false;
                var (from, until) = (Effective(e.Plan, e.Source.IntroducedBy), Effective(e.Plan, e.Source.EndedBy));
                standing = standing with
                {
                    IsEnded = standing.IsEnded || e.Source.EndedBy is not null,
                    From = from > standing.From || standing.From is null ? from ?? standing.From : standing.From,
                    Until = until < standing.Until || standing.Until is null ? until ?? standing.Until : standing.Until,
                };
            }

            return isPlain ? null : standing;
        }

        public bool IsIn(int fiscalYear, Measure measure)
        {
            var end = measure.Plan.Municipality.Source.FiscalYear(Math.Clamp(fiscalYear, 1, 9998)).End;
            return !(From > end) && !(Until <= end);
        }

        private static DateOnly? Effective(Plan plan, string? revision) =>
            revision is not null && plan.Source.Revisions.FirstOrDefault(r => r.Id == revision) is { } found ? found.Effective ?? found.Date : null;
    }
}
