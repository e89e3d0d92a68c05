using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// Stars and grades stand for a band of percent (<see cref="RatingBand"/>), and a percentage of the same thing must lie in
/// it: that of the same element, judged by the same hand along the same axis, and that which the plan's rule makes of
/// parts that are rated in stars. What no rounding explains is an error of the print or of its reading.
/// </summary>
internal static class RatingsAgainstPercent
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        for (var at = 0; at < audited.Tree.Nodes.Length; at++)
        {
            var node = audited.Tree.Nodes[at];
            foreach (var finding in OfOneElement(audited, node)) yield return finding;
            if (!node.IsDeclared) continue;
            foreach (var progress in audited.Progress.Series(node.Element))
            {
                if (OfParts(audited, at, progress) is { } finding) yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> OfOneElement(AuditedPlan audited, ProgressNode node)
    {
        var judgements = node.Assessments.Where(rating => rating.Missing is null)
            .GroupBy(rating => (rating.Period.Span, rating.Forecast, rating.Assessor, rating.AssessorName, rating.Method, rating.Scale.Axis));
        foreach (var judgement in judgements)
        {
            var labels = judgement.Where(rating => IsLabelled(rating.Scale)).DistinctBy(rating => rating.Scale);
            var percentages = judgement.Where(rating => !IsLabelled(rating.Scale) && rating.Percent is not null).DistinctBy(rating => rating.Scale).ToArray();
            foreach (var (label, percentage) in labels.SelectMany(label => percentages, (label, percentage) => (label, percentage)))
            {
                if (RatingBand.Of(label) is not { } band || RatingBand.Of(percentage) is not { } figure || band.Meets(figure)) continue;
                yield return audited.Finding(
                    FindingKind.RatingContradictsPercent, Severity.Error, node.Element, $"{judgement.Key.Span.End:O}/{label.Scale.Id}/{percentage.Scale.Id}/{judgement.Key.Forecast}",
                    [label.Citation, percentage.Citation], $"{band}", percentage.Value,
                    language => language is Language.Ja
                        ? $"{audited.Period(label.Period, language)}の評価{label.Value}は{band}%に当たるが、数値は{percentage.Value}と印刷されている。"
                        : $"The rating {label.Value} for {audited.Period(label.Period, language)} stands for {band} %, and the figure is printed as {percentage.Value}.");
            }
        }
    }

    /// <summary>A printed percentage that the parts cannot make, because they are rated in coarser steps or one has no rating, whatever they stand for.</summary>
    private static Finding? OfParts(AuditedPlan audited, int at, Progress progress)
    {
        if (progress.Computed is not { } computed) return null;
        var possible = audited.PossibleAt(progress.AsOf);
        var printings = possible.Own(at).ToArray();
        if (printings.Length == 0 || (computed.Missing == 0 && possible.ScalesOfParts(at).All(scale => scale == printings[0].Scale))) return null;
        if (possible.Of(at) is not { } band || printings.Any(printed => RatingBand.Of(printed) is not { } figure || figure.Meets(band))) return null;
        var parts = possible.Parts(at).SelectMany(part => possible.Own(part).Take(1)).ToArray();
        return audited.Finding(
            FindingKind.RatingContradictsPercent, Severity.Error, audited.Tree.Nodes[at].Element, $"{progress.AsOf:O}/parts", printings.Concat(parts).Select(rating => rating.Citation),
            $"{band}", printings[0].Value,
            language =>
            {
                var ratings = List(parts.Select(part => part.Value), language);
                return language is Language.Ja
                    ? $"{Time(progress, language)}の部分の評価は{ratings}（{computed.Parts}件のうち{computed.Rated}件）。四捨五入でも切り捨てでも{band}%で、印刷された{printings[0].Value}にはならない。どちらかの誤りか誤読が疑われる。"
                    : $"The parts are rated {ratings} for {Time(progress, language)} ({computed.Rated} of {computed.Parts}). Rounded or cut to such steps, that is {band} %, and not the printed {printings[0].Value}: one of them is wrong or was misread.";
            });
    }

    private static bool IsLabelled(RatingScale scale) => scale.Values.Any(value => value.Class is RatingClass.Rated);
}
