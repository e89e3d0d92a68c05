using System.Globalization;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>Why figures cannot be averaged or compared, in plain words.</summary>
internal sealed class Remarks(Language language)
{
    /// <summary>How many titles a remark names before it counts the others.</summary>
    private const int MaximumTitles = 3;

    private readonly List<string> _said = [];

    /// <summary>All that was said; null for nothing.</summary>
    public string? Text => _said.Count == 0 ? null : string.Join(language is Language.Ja ? "" : " ", _said);

    public void Add(string ja, string en) => _said.Add(language is Language.Ja ? ja : en);

    /// <summary>Why measures have no mean, or one of some of them only.</summary>
    /// <param name="fiscalYear">The year that was asked for.</param>
    /// <returns>Whether it is a mean of all of them.</returns>
    public bool AddOnMean(MeasureTable table, in RatingSummary summary, int? fiscalYear)
    {
        if (summary.Measures == 0) return false;
        var n = summary.Measures;
        if (summary.Rated == 0)
        {
            var (ja, en) = fiscalYear is { } year ? (Invariant($"{year}年度の"), Invariant($" for fiscal year {year}")) : ("", "");
            Add($"{n}件に{ja}評価がない（0%ではない）。", n == 1 ? $"The one measure is not rated{en}, which is not zero." : $"None of {n} measures is rated{en}, which is not zero.");
            return false;
        }

        if (summary.IsMixed)
        {
            var (ja, en) = Words(table.Yardsticks[summary.Yardstick - 1].DifferenceFrom(table.Yardsticks[summary.Other - 1]));
            Add($"{ja}評価が混ざっており、平均できない。", $"Its ratings are {en} and have no mean.");
        }
        else if (summary.Figures == 0)
        {
            Add("評価は割合で示されていない。", "Its ratings give no percentage.");
        }
        else if (summary.Figures < n)
        {
            Add($"{n}件のうち割合で評価されているのは{summary.Figures}件だけ。", $"Only {summary.Figures} of {n} measures {(summary.Figures == 1 ? "is" : "are")} rated with a percentage.");
        }

        if (summary.HasMean && summary.FirstYear != summary.LastYear)
            Add(Invariant($"{summary.FirstYear}年度から{summary.LastYear}年度までの評価を含む。"), Invariant($"The ratings are of fiscal years {summary.FirstYear} to {summary.LastYear}."));
        return summary.HasMean && summary.Figures == n;
    }

    /// <summary>In what ratings differ, to stand before "ratings".</summary>
    public static (string Ja, string En) Words(YardstickDifference difference) => difference switch
    {
        YardstickDifference.Scale => ("尺度の異なる", "on different scales"),
        YardstickDifference.Assessor => ("評価主体の異なる", "by different kinds of assessor"),
        YardstickDifference.Method => ("評価方法の異なる", "by different methods"),
        _ => ("印刷された値と計算された値など、求め方の異なる", "partly printed and partly computed, or computed in different ways,"),
    };

    /// <summary>Plans by their titles, the first few.</summary>
    public string Titles(IReadOnlyCollection<Plan> plans)
    {
        var named = plans.Take(MaximumTitles).Select(plan => language is Language.Ja ? $"「{plan.Title(language)}」" : $"“{plan.Title(language)}”");
        var others = plans.Count - MaximumTitles;
        return (language, others > 0) switch
        {
            (Language.Ja, false) => string.Concat(named),
            (Language.Ja, true) => $"{string.Concat(named)}ほか{others}件",
            (_, false) => string.Join(", ", named),
            _ => $"{string.Join(", ", named)} and {others} more",
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
