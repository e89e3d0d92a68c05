using StrategyGraph.GraphQL.Execution.Filtering;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// The percentage of each element's progress in its latest rated year, as its place among all percentages that there are: they are
/// asked once a percentage, not once an element, and compared as whole numbers.
/// </summary>
internal sealed class PercentColumn
{
    private readonly double[] _percents;

    /// <summary>By row. Behind the percentages stand progress without one, and then no progress at all, which come last in this order.</summary>
    private readonly int[] _places;

    public PercentColumn(IReadOnlyList<PlanElement> elements)
    {
        var progress = elements.Select(e => e.Progress(null)).ToArray();
        _percents = [.. progress.Select(p => p?.Percent).OfType<double>().Distinct().Order()];
        _places = [.. progress.Select(p => p is null ? _percents.Length + 1 : p.Value.Percent is { } percent ? Array.BinarySearch(_percents, percent) : _percents.Length)];
    }

    /// <summary>How many places there are.</summary>
    public int Places => _percents.Length + 2;

    public int PlaceOf(int row) => _places[row];

    /// <summary>The percentage at a place, and whether there is progress there at all.</summary>
    public (double? Percent, bool IsProgress) At(int place) => (place < _percents.Length ? _percents[place] : null, place <= _percents.Length);

    /// <summary>By percentage; what has none comes last in both directions.</summary>
    public Comparison<PlanElement> Order(SortEnumType direction)
    {
        return (x, y) => Key(_places[x.Row]).CompareTo(Key(_places[y.Row]));

        int Key(int place) => direction is SortEnumType.Asc || place >= _percents.Length ? place : _percents.Length - 1 - place;
    }
}
