namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A rating that should stand somewhere and does not: a cell that an editor found empty, or a year in which at least half
/// of an element's siblings are rated and it is not. What the document itself calls not due or not applicable is no doubt.
/// </summary>
internal static class MissingRatings
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var node in audited.Tree.Nodes)
        {
            var cells = node.Assessments.Where(cell => cell.Missing is MissingReason.NotPrinted or MissingReason.NotMeasured or MissingReason.NotSet);
            foreach (var cell in cells.DistinctBy(cell => (cell.Period.Span, FigureKind.Of(cell), cell.Citation))) yield return EmptyCell(audited, node.Element, cell);
        }

        foreach (var siblings in audited.Siblings)
        {
            foreach (var finding in Unrated(audited, [.. siblings])) yield return finding;
        }
    }

    private static Finding EmptyCell(AuditedPlan audited, PlanElement? element, Assessment cell) => audited.Finding(
        FindingKind.MissingValue, cell.Missing is MissingReason.NotPrinted ? Severity.Warning : Severity.Info, element,
        $"{cell.Period.Span.End:O}/{FigureKind.Of(cell)}/{cell.Citation.Document.Id}/{cell.Citation.Locator}", [cell.Citation], Range(cell.Scale), cell.Value.Length > 0 ? cell.Value : null,
        language =>
        {
            var (time, scale, note) = (audited.Period(cell.Period, language), cell.Scale.Name.In(language), cell.Note?.In(language) ?? "");
            return (language, cell.Missing) switch
            {
                (Language.Ja, MissingReason.NotPrinted) => $"{time}の「{scale}」の欄に評価がない。0ではなく、評価なしとして扱う。{note}",
                (Language.Ja, _) => $"{time}の「{scale}」は評価されていない。0ではなく、評価なしとして扱う。{note}",
                (_, MissingReason.NotPrinted) => $"Nothing is printed where the rating for {time} should stand ({scale}). It counts as not rated, never as zero. {note}".TrimEnd(),
                _ => $"Not rated for {time} ({scale}). It counts as not rated, never as zero. {note}".TrimEnd(),
            };
        });

    /// <summary>From the lowest label or number of a scale to the highest; null where it has no ends.</summary>
    private static string? Range(RatingScale scale) => (scale.Values.Where(value => value.Class is RatingClass.Rated).ToArray(), scale.Minimum, scale.Maximum) switch
    {
        ([var lowest, .., var highest], _, _) => $"{lowest.Label}–{highest.Label}",
        (_, { } minimum, { } maximum) => $"{Wording.Number(minimum)}–{Wording.Number(maximum)}",
        _ => null,
    };

    private static IEnumerable<Finding> Unrated(AuditedPlan audited, PlanElement[] siblings)
    {
        var years = siblings.SelectMany(audited.Progress.Series).Select(progress => progress.FiscalYear).Distinct().Order();
        foreach (var year in years)
        {
            (PlanElement Element, Progress Progress)[] standing =
                [.. from element in siblings where audited.Progress.In(year, element) is not null select (element, audited.Progress.In(year, element)!.Value)];
            var rated = standing.Count(pair => pair.Progress.IsRated);
            if (2 * rated < standing.Length) continue;
            foreach (var (element, _) in standing.Where(pair => pair.Progress is { IsRated: false, Missing: null, Published: [] }))
            {
                var example = standing.First(pair => pair.Progress.IsRated).Element;
                yield return audited.Finding(
                    FindingKind.MissingValue, audited.Plan.Coverage is Coverage.Whole ? Severity.Warning : Severity.Info, element, $"{year.Year}", element.Citations.Take(1).Concat(example.Citations.Take(1)), null, null,
                    language => language is Language.Ja
                        ? $"{Wording.Year(year, language)}は並びの{standing.Length}件のうち{rated}件に評価があるが、これにはない。"
                        : $"{rated} of the {standing.Length} elements side by side are rated for {Wording.Year(year, language)}; this one is not.");
            }
        }
    }
}
