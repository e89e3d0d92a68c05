namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A rating must lie on its scale. Files with a rating outside of what a scale declares are refused; a scale that declares
/// no ends lets a misread 740 through, so a percentage beyond 0 to 100 there is a doubt: either the figure or the scale needs mending.
/// </summary>
internal static class RatingsOutsideScale
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var node in audited.Tree.Nodes)
        {
            foreach (var rating in node.Assessments)
            {
                if (rating.Percent is not { } percent || !(percent > 100 && rating.Scale.Maximum is null) && !(percent < 0 && rating.Scale.Minimum is null)) continue;
                yield return audited.Finding(
                    FindingKind.RatingOutsideScale, Severity.Warning, node.Element, $"{rating.Scale.Id}/{rating.Period.Span.End:O}/{rating.Citation.Locator}", [rating.Citation],
                    "0–100", rating.Value,
                    language => language is Language.Ja
                        ? $"{audited.Period(rating.Period, language)}の{rating.Value}は0～100%の外にあり、評価尺度「{rating.Scale.Name.In(language)}」に上限・下限の記載がない。"
                        : $"{rating.Value} for {audited.Period(rating.Period, language)} lies outside of 0–100 %, and the scale {rating.Scale.Name.In(language)} declares no end on that side.");
            }
        }
    }
}
