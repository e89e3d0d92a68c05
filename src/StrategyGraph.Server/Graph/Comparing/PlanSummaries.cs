using System.Runtime.InteropServices;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>
/// The latest ratings of each plan's measures, summed up by the values they have in a dimension: a release has one answer to this, which
/// is worked out when it is first asked for. What plans have alike is then grouped by adding up a few sums a plan.
/// </summary>
internal sealed class PlanSummaries
{
    private readonly int[] _ends, _numbers;
    private readonly RatingSummary[] _summaries;

    /// <param name="dimension">Null to sum up each plan as a whole, as the number 0.</param>
    public PlanSummaries(MeasureTable table, RowDimension? dimension)
    {
        var (numbers, summaries) = (new List<int>(), new List<RatingSummary>());
        var places = new int[dimension?.Count ?? 1]; // one more than where the sum of a number stands that was met last; it may be of a plan before
        _ends = new int[table.Plans];
        for (var plan = 0; plan < _ends.Length; plan++)
        {
            var (first, (row, end)) = (numbers.Count, table.RowsOf(plan));
            for (; row < end; row++)
            {
                if (!table.Counts(row, null)) continue;
                var rating = table.RatingOf(row, null);
                if (dimension is SetDimension set)
                {
                    foreach (var number in set.NumbersOf(row)) Add(number, first, rating);
                }
                else
                {
                    Add(dimension is SingleDimension single ? single.NumberOf(row, rating) : 0, first, rating);
                }
            }

            _ends[plan] = numbers.Count;
        }

        (_numbers, _summaries) = ([.. numbers], [.. summaries]);

        void Add(int number, int first, in MeasureRating rating)
        {
            if (places[number] <= first)
            {
                numbers.Add(number);
                summaries.Add(default);
                places[number] = numbers.Count;
            }

            CollectionsMarshal.AsSpan(summaries)[places[number] - 1].Add(rating);
        }
    }

    /// <summary>The numbers that counted measures of a plan have, each once, and the sums beside them.</summary>
    public ReadOnlySpan<int> NumbersOf(int plan) => _numbers.AsSpan(Of(plan));

    public ReadOnlySpan<RatingSummary> SummariesOf(int plan) => _summaries.AsSpan(Of(plan));

    private Range Of(int plan) => (plan == 0 ? 0 : _ends[plan - 1]).._ends[plan];
}
