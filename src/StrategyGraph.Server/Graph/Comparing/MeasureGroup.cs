using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Measures that are alike in all dimensions asked.</summary>
public sealed class MeasureGroup
{
    private readonly MeasureGrouping _grouping;
    private readonly int _number;
    private readonly RatingSummary _summary;

    internal MeasureGroup(MeasureGrouping grouping, int number, IReadOnlyList<GroupKey> keys, RatingSummary summary) =>
        (_grouping, _number, Keys, _summary) = (grouping, number, keys, summary);

    public IReadOnlyList<GroupKey> Keys { get; }
    public int Count => _summary.Measures;
    public int Rated => _summary.Rated;
    public int Missing => _summary.Missing;
    public ProgressSummary? Progress => _summary.HasMean ? new ProgressSummary(this) : null;

    /// <summary>In the graph's order.</summary>
    internal IReadOnlyList<Measure> Members => _grouping.MembersOf(_number);

    internal ref readonly RatingSummary Summary => ref _summary;

    /// <summary>Halfway between the two in the middle, where they are two.</summary>
    internal double Median
    {
        get
        {
            var percents = _grouping.PercentsOf(_number);
            Array.Sort(percents);
            var middle = percents.Length / 2;
            return percents.Length % 2 == 1 ? percents[middle] : RatingSummary.Rounded((percents[middle - 1] + percents[middle]) / 2);
        }
    }

    public string? Note(Language language)
    {
        var remarks = new Remarks(language);
        remarks.AddOnMean(_grouping.Table, _summary, _grouping.FiscalYear);
        if (_summary.IsMixed) remarks.Add("YARDSTICKを軸に加えると分けられる。", "Group by YARDSTICK as well to keep them apart.");
        return remarks.Text;
    }
}

/// <summary>The ratings of a group, all measured by one yardstick.</summary>
public sealed class ProgressSummary(MeasureGroup group)
{
    public double Mean => group.Summary.Mean;
    public double Minimum => group.Summary.Minimum;
    public double Maximum => group.Summary.Maximum;
    public double Median => group.Median;
}
