namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Which measures are in which group, and their percentages.</summary>
internal sealed class GroupMembers
{
    private readonly int[] _places, _starts, _next, _rows;
    private readonly double[] _percents;

    /// <param name="groups">In their order.</param>
    /// <param name="order">The number of the group at each place.</param>
    public GroupMembers(IReadOnlyList<MeasureGroup> groups, int[] order)
    {
        (_places, _starts, _next) = (new int[order.Length], new int[order.Length + 1], new int[order.Length]);
        for (var place = 0; place < order.Length; place++)
        {
            _places[order[place]] = place;
            _next[place] = _starts[place];
            _starts[place + 1] = _starts[place] + groups[place].Count;
        }

        (_rows, _percents) = (new int[_starts[^1]], new double[_starts[^1]]);
    }

    public void Add(int number, int row, in MeasureRating rating)
    {
        var at = _next[_places[number]]++;
        (_rows[at], _percents[at]) = (row, rating.Percent);
    }

    public IReadOnlyList<Measure> MeasuresOf(int place, MeasureTable table)
    {
        var measures = new Measure[_starts[place + 1] - _starts[place]];
        for (var i = 0; i < measures.Length; i++) measures[i] = table.Measures[_rows[_starts[place] + i]];
        return measures;
    }

    public double[] PercentsOf(int place) => Array.FindAll(_percents[_starts[place].._starts[place + 1]], percent => !double.IsNaN(percent));
}
