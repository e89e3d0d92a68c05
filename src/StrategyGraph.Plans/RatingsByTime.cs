using System.Runtime.InteropServices;

namespace StrategyGraph.Plans;

/// <summary>A plan's printed ratings in one array: by time, at a time by node, and else in the file's order. Forecasts are left out.</summary>
internal sealed class RatingsByTime
{
    private readonly int _nodes;
    private readonly List<DateOnly> _times = [];
    private readonly Assessment[] _ratings;

    /// <summary>Where each node's ratings of each time start; the next one's start is their end.</summary>
    private readonly int[] _starts;

    public RatingsByTime(ReadOnlySpan<ProgressNode> nodes)
    {
        _nodes = nodes.Length;
        var printed = Printed(nodes);
        foreach (var (_, rating) in printed)
        {
            if (TimeOf(rating.Period.Span.End) is < 0 and var missing) _times.Insert(~missing, rating.Period.Span.End);
        }

        // Sorted by counting: with those before it, the ratings of a cell give its end, and filled from its end it keeps the file's order.
        _starts = new int[_times.Count * _nodes + 1];
        foreach (var (node, rating) in printed) _starts[Cell(node, TimeOf(rating.Period.Span.End))]++;
        for (var cell = 1; cell < _starts.Length; cell++) _starts[cell] += _starts[cell - 1];
        _ratings = new Assessment[printed.Length];
        for (var i = printed.Length - 1; i >= 0; i--)
        {
            var (node, rating) = printed[i];
            _ratings[--_starts[Cell(node, TimeOf(rating.Period.Span.End))]] = rating;
        }
    }

    /// <summary>The ends of all periods that anything is rated for, earliest first.</summary>
    public IReadOnlyList<DateOnly> Times => _times;

    public int TimeOf(DateOnly day) => _times.BinarySearch(day);

    public ArraySegment<Assessment> Of(int node, int time)
    {
        var cell = Cell(node, time);
        return new ArraySegment<Assessment>(_ratings, _starts[cell], _starts[cell + 1] - _starts[cell]);
    }

    private int Cell(int node, int time) => time * _nodes + node;

    private static ReadOnlySpan<(int Node, Assessment Rating)> Printed(ReadOnlySpan<ProgressNode> nodes)
    {
        var count = 0;
        foreach (ref readonly var node in nodes) count += node.Assessments.Count;
        var printed = new List<(int, Assessment)>(count);
        for (var at = 0; at < nodes.Length; at++)
        {
            for (var i = 0; i < nodes[at].Assessments.Count; i++)
            {
                if (nodes[at].Assessments[i] is { Forecast: false } rating) printed.Add((at, rating));
            }
        }

        return CollectionsMarshal.AsSpan(printed);
    }
}
