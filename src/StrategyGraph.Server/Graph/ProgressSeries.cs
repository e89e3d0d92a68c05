using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

internal static class ProgressSeries
{
    /// <summary>
    /// The progress of the fiscal year that begins in <paramref name="year"/>, or of any year when there is none: the last that is rated,
    /// else the last that says it is not.
    /// </summary>
    public static Progress? InYear(this IReadOnlyList<Progress> series, int? year)
    {
        Progress? unrated = null;
        for (var i = series.Count - 1; i >= 0; i--)
        {
            if (year is { } asked && series[i].FiscalYear.Year != asked) continue;
            if (series[i].IsRated) return series[i];
            unrated ??= series[i];
        }

        return unrated;
    }
}
