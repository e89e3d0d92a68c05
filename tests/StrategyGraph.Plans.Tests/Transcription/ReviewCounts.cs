using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>Reads 変更内容4 of the review: totals in sentences, each followed by its counts by reason, and the one indicator that it names.</summary>
internal static partial class ReviewCounts
{
    public static IEnumerable<Fact> Read(string[] slide, string change)
    {
        var (place, kind, initiative) = ("", ChangeKind.IndicatorReplaced, "");
        IndicatorKind? parts = null;
        foreach (var line in slide)
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                place = $"{change} {heading.Value.Trim()}";
                // What is replaced is counted by kind of indicator in total, but not by reason; of target values only those of KPIs are counted.
                (kind, parts) = heading.Value.Trim() switch
                {
                    "KPIの新規追加" => (ChangeKind.IndicatorAdded, null),
                    "KPI目標値" => (ChangeKind.TargetChanged, IndicatorKind.Kpi),
                    _ => (ChangeKind.IndicatorReplaced, (IndicatorKind?)null),
                };
                foreach (Match total in Total().Matches(line[heading.Length..]))
                    yield return RevisionFacts.Tally(place, kind, total.Groups[1].Value == "数値目標" ? IndicatorKind.NumericTarget : IndicatorKind.Kpi, int.Parse(total.Groups[2].Value));
            }
            else if (Part().Match(line) is { Success: true } part)
            {
                var reason = $"{place} 変更理由{part.Groups["label"].Value}";
                yield return RevisionFacts.Tally(reason, kind, parts, int.Parse(part.Groups["count"].Value));
                yield return new Fact(reason, "reason", RevisionFacts.Reason(part.Groups["reason"].Value));
            }
            else if (line.StartsWith("事業名 : ", StringComparison.Ordinal))
            {
                initiative = line.Split(" : ")[1];
                yield return Fact.Worded(place, "initiative", initiative);
            }
            else if (line.StartsWith("追加したKPI : ", StringComparison.Ordinal))
            {
                var name = line.Split(" : ")[1];
                yield return new Fact(place, "indicator", $"KPI {Wording.Plain(name)}");
                yield return RevisionFacts.Change(place, kind, Wording.Plain(name));
            }
        }
    }

    [GeneratedRegex("^(?:数値目標・KPIの内容変更|KPIの新規追加|KPI目標値) ")]
    private static partial Regex Heading();

    [GeneratedRegex("(数値目標|KPI)[^。0-9]*?([0-9]+)項目")]
    private static partial Regex Total();

    [GeneratedRegex(@"^- (?<label>\([0-9]\)) (?<reason>.+) → (?<count>[0-9]+)項目$")]
    private static partial Regex Part();
}
