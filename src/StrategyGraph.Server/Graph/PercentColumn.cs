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

    /// <summary>What orders elements by percentage; those without one come last in both directions.</summary>
    public Func<PlanElement, int> Key(SortEnumType direction) => direction is SortEnumType.Asc
        ? element => _places[element.Row]
        : element => _places[element.Row] is var place && place < _percents.Length ? _percents.Length - 1 - place : place;
}
