using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Measures that are alike in all dimensions asked.</summary>
public sealed class MeasureGroup
{
    private readonly MeasureGrouping _grouping;
    private readonly int _place, _number;

    /// <param name="place">Its place among the groups.</param>
    /// <param name="number">Its number, which its sum is found by.</param>
    internal MeasureGroup(MeasureGrouping grouping, int place, int number, IReadOnlyList<GroupKey> keys) =>
        (_grouping, _place, _number, Keys) = (grouping, place, number, keys);

    public IReadOnlyList<GroupKey> Keys { get; }
    public int Count => Summary.Measures;
    public int Rated => Summary.Rated;
    public int Missing => Summary.Missing;
    public ProgressSummary? Progress => Summary.HasMean ? new ProgressSummary(this) : null;

    /// <summary>In the graph's order.</summary>
    internal IReadOnlyList<Measure> Members => _grouping.MembersOf(_place);

    internal ref readonly RatingSummary Summary => ref _grouping.SummaryOf(_number);

    /// <summary>Halfway between the two in the middle, where they are two.</summary>
    internal double Median
    {
        get
        {
            var percents = _grouping.PercentsOf(_place);
            Array.Sort(percents);
            var middle = percents.Length / 2;
            return percents.Length % 2 == 1 ? percents[middle] : RatingSummary.Rounded((percents[middle - 1] + percents[middle]) / 2);
        }
    }

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        remarks.AddOnMean(_grouping.Table, Summary, _grouping.FiscalYear);
        if (Summary.IsMixed) remarks.Add("YARDSTICKを軸に加えると分けられる。", "Group by YARDSTICK as well to keep them apart.");
        return remarks.Text;
    }
}

/// <summary>The ratings of a group, all measured by one yardstick.</summary>
public readonly record struct ProgressSummary
{
    private readonly MeasureGroup _group;

    internal ProgressSummary(MeasureGroup group) => _group = group;

    public double Mean => _group.Summary.Mean;
    public double Minimum => _group.Summary.Minimum;
    public double Maximum => _group.Summary.Maximum;
    public double Median => _group.Median;
}
