using System.Numerics;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>
/// Groups measures in one pass over the table. A group is found by one number, its key, which has its values' numbers as digits in the order
/// of the dimensions, so that groups in order of their keys are in order of their values. What few ask for, a group's measures and its
/// median, takes a second pass when it is asked for.
/// </summary>
internal sealed class MeasureGrouping
{
    /// <summary>The numbers of as many possible groups as this are looked up in an array, of more in a dictionary.</summary>
    private const int MaximumArray = 1 << 16;

    private readonly PlanGraph _graph;
    private readonly GroupDimension[] _dimensions;
    private readonly Func<Measure, bool>? _where;
    private readonly bool _isByYear;
    private readonly Lazy<GroupMembers> _members;

    private MeasureGrouping(PlanGraph graph, IReadOnlyList<MeasureDimension> by, Framework? framework, Func<Measure, bool>? where, int? fiscalYear)
    {
        (_graph, Table, _where, FiscalYear) = (graph, graph.Table, where, fiscalYear);
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

    public IReadOnlyList<Measure> MembersOf(int group) => _members.Value.MeasuresOf(group, Table);

    /// <summary>The percentages of a group's rated measures, in a new array.</summary>
    public double[] PercentsOf(int group) => _members.Value.PercentsOf(group);

    private (IReadOnlyList<MeasureGroup> Groups, Lazy<GroupMembers> Members) Group<TKey>(GroupNumbers<TKey> numbers) where TKey : struct, IBinaryInteger<TKey>
    {
        Scan(numbers, null);
        var order = numbers.InOrder();
        var groups = new MeasureGroup[order.Length];
        for (var place = 0; place < order.Length; place++)
            groups[place] = new MeasureGroup(this, place, KeysOf(numbers.KeyOf(order[place])), numbers.SummaryOf(order[place]));

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

    /// <summary>Counts every measure in its groups, or hands it to <paramref name="members"/>.</summary>
    private void Scan<TKey>(GroupNumbers<TKey> groups, GroupMembers? members) where TKey : struct, IBinaryInteger<TKey>
    {
        var (ofPlans, singles, sets) = (Digits<PlanDimension, TKey>(), Digits<SingleDimension, TKey>(), Digits<SetDimension, TKey>());
        foreach (var plan in _graph.Plans)
        {
            var ofPlan = TKey.Zero;
            foreach (var (dimension, unit) in ofPlans) ofPlan += unit * TKey.CreateTruncating(dimension.NumberOf(plan));
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
            if (sets.Length == 1 && members is null)
            {
                // What is asked most, and of all measures: by goals, and what their plans have alike.
                var (served, of) = sets[0];
                foreach (var number in served.NumbersOf(row)) groups.Count(key + of * TKey.CreateTruncating(number), rating);
            }
            else
            {
                AddSets(row, key, rating, 0);
            }
        }

        // One group for each combination of the values in the dimensions that can have several.
        void AddSets(int row, TKey key, in MeasureRating rating, int set)
        {
            if (set == sets.Length)
            {
                if (members is null) groups.Count(key, rating);
                else members.Add(groups.NumberOf(key), row, rating);
                return;
            }

            var (dimension, unit) = sets[set];
            foreach (var number in dimension.NumbersOf(row)) AddSets(row, key + unit * TKey.CreateTruncating(number), rating, set + 1);
        }
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
