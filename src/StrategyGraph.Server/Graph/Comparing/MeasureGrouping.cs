using System.Numerics;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>
/// Groups measures by one number a group, its key, which has its values' numbers as digits in the order of the dimensions, so that groups in
/// order of their keys are in order of their values. Where measures of a plan differ in one of the dimensions at most, and all of them are
/// asked for by their latest ratings, groups are added up from the sums of plans; else in a pass over the table. What few ask for, a group's
/// measures and its median, takes a pass of its own when it is asked for.
/// </summary>
internal sealed class MeasureGrouping
{
    /// <summary>The numbers of as many possible groups as this are looked up in an array, of more in a dictionary.</summary>
    private const int MaximumArray = 1 << 16;

    private readonly GroupDimension[] _dimensions;
    private readonly Func<Measure, bool>? _where;
    private readonly bool _isByYear;
    private readonly Lazy<GroupMembers> _members;
    private RatingSummary[] _summaries = [];

    private MeasureGrouping(PlanGraph graph, IReadOnlyList<MeasureDimension> by, Framework? framework, Func<Measure, bool>? where, int? fiscalYear)
    {
        (Table, _where, FiscalYear) = (graph.Table, where, fiscalYear);
        _dimensions = [.. by.Select(kind => Table.Dimension(kind, framework))];
        _isByYear = by.Contains(MeasureDimension.FiscalYear);
        var possible = UInt128.One;
        foreach (var dimension in _dimensions) possible *= (UInt128)dimension.Count;
        (Groups, _members) = possible <= MaximumArray ? Group(new GroupNumbers<int>((int)possible)) : Group(new GroupNumbers<UInt128>(0));
    }

    public MeasureTable Table { get; }
    public int? FiscalYear { get; }
    public IReadOnlyList<MeasureGroup> Groups { get; }

    /// <param name="framework">What <see cref="MeasureDimension.FrameworkGoal"/> groups by.</param>
    public static IReadOnlyList<MeasureGroup> Of(PlanGraph graph, IReadOnlyList<MeasureDimension> by, Framework? framework, Func<Measure, bool>? where, int? fiscalYear) =>
        new MeasureGrouping(graph, by, framework, where, fiscalYear).Groups;

    public ref readonly RatingSummary SummaryOf(int number) => ref _summaries[number];

    public IReadOnlyList<Measure> MembersOf(int place) => _members.Value.MeasuresOf(place, Table);

    /// <summary>The percentages of a group's rated measures, in a new array.</summary>
    public double[] PercentsOf(int place) => _members.Value.PercentsOf(place);

    private (IReadOnlyList<MeasureGroup> Groups, Lazy<GroupMembers> Members) Group<TKey>(GroupNumbers<TKey> numbers) where TKey : struct, IBinaryInteger<TKey>
    {
        var differing = Digits<RowDimension, TKey>();
        if (differing.Length <= 1 && !_isByYear && _where is null && FiscalYear is null) AddUp(numbers, differing);
        else Scan(numbers, null);
        _summaries = numbers.Summaries;
        var order = numbers.InOrder();
        var groups = new MeasureGroup[order.Length];
        for (var place = 0; place < order.Length; place++)
            groups[place] = new MeasureGroup(this, place, order[place], KeysOf(numbers.KeyOf(order[place])));

        return (groups, new Lazy<GroupMembers>(() =>
        {
            var members = new GroupMembers(groups, order);
            Scan(numbers, members);
            return members;
        }));
    }

    private GroupKey[] KeysOf<TKey>(TKey key) where TKey : struct, IBinaryInteger<TKey>
    {
        var keys = new GroupKey[_dimensions.Length];
        for (var d = keys.Length - 1; d >= 0; d--)
        {
            (key, var number) = TKey.DivRem(key, TKey.CreateTruncating(_dimensions[d].Count));
            keys[d] = _dimensions[d].KeyOf(int.CreateTruncating(number));
        }

        return keys;
    }

    /// <summary>Adds the sums of every plan to its groups.</summary>
    private void AddUp<TKey>(GroupNumbers<TKey> groups, (RowDimension Dimension, TKey Unit)[] differing) where TKey : struct, IBinaryInteger<TKey>
    {
        var (of, unit) = differing is [var one] ? one : (null, TKey.Zero);
        var (summed, ofPlans) = (Table.SummariesBy(of), Digits<PlanDimension, TKey>());
        for (var plan = 0; plan < Table.Plans; plan++)
        {
            var ofPlan = KeyOf(plan, ofPlans);
            var numbers = summed.NumbersOf(plan);
            var summaries = summed.SummariesOf(plan);
            for (var i = 0; i < numbers.Length; i++) groups[ofPlan + (unit * TKey.CreateTruncating(numbers[i]))].Add(summaries[i]);
        }
    }

    /// <summary>Counts every measure in its groups, or hands it to <paramref name="members"/>.</summary>
    private void Scan<TKey>(GroupNumbers<TKey> groups, GroupMembers? members) where TKey : struct, IBinaryInteger<TKey>
    {
        var (ofPlans, singles, sets) = (Digits<PlanDimension, TKey>(), Digits<SingleDimension, TKey>(), Digits<SetDimension, TKey>());
        for (var plan = 0; plan < Table.Plans; plan++)
        {
            var ofPlan = KeyOf(plan, ofPlans);
            var (start, end) = Table.RowsOf(plan);
            for (var row = start; row < end; row++)
            {
                if (_where is not null && !_where(Table.Measures[row])) continue;
                if (!_isByYear)
                {
                    if (Table.Counts(row, FiscalYear)) Add(row, ofPlan, Table.RatingOf(row, FiscalYear));
                    continue;
                }

                var hasPlace = false;
                foreach (var rating in Table.RatingsOf(row))
                {
                    if ((FiscalYear is { } year && rating.Year != year) || !Table.Counts(row, rating.Year)) continue;
                    Add(row, ofPlan, rating);
                    hasPlace = true;
                }

                if (!hasPlace && Table.Counts(row, FiscalYear)) Add(row, ofPlan, MeasureRating.None);
            }
        }

        void Add(int row, TKey key, in MeasureRating rating)
        {
            foreach (var (dimension, unit) in singles) key += unit * TKey.CreateTruncating(dimension.NumberOf(row, rating));
            AddSets(row, key, rating, 0);
        }

        // One group for each combination of the values in the dimensions that can have several.
        void AddSets(int row, TKey key, in MeasureRating rating, int set)
        {
            if (set == sets.Length)
            {
                if (members is null) groups[key].Add(rating);
                else members.Add(groups.NumberOf(key), row, rating);
                return;
            }

            var (dimension, unit) = sets[set];
            foreach (var number in dimension.NumbersOf(row)) AddSets(row, key + unit * TKey.CreateTruncating(number), rating, set + 1);
        }
    }

    /// <summary>What a plan adds to the keys of its measures.</summary>
    private static TKey KeyOf<TKey>(int plan, (PlanDimension Dimension, TKey Unit)[] ofPlans) where TKey : struct, IBinaryInteger<TKey>
    {
        var key = TKey.Zero;
        foreach (var (dimension, unit) in ofPlans) key += unit * TKey.CreateTruncating(dimension.NumberOf(plan));
        return key;
    }

    /// <summary>The dimensions of a kind, each with what one of its numbers adds to a key.</summary>
    private (T Dimension, TKey Unit)[] Digits<T, TKey>() where T : GroupDimension where TKey : struct, IBinaryInteger<TKey>
    {
        var digits = new List<(T, TKey)>();
        var unit = TKey.One;
        for (var d = _dimensions.Length - 1; d >= 0; d--)
        {
            if (_dimensions[d] is T dimension) digits.Add((dimension, unit));
            unit *= TKey.CreateTruncating(_dimensions[d].Count);
        }

        return [.. digits];
    }
}
