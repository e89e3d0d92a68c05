namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>A source without a date: when its figures were known, and which of two sources is the later, cannot be told.</summary>
internal static class MissingDates
{
    public static IEnumerable<Finding> Find(AuditedPlan audited) => audited.Plan.Documents.Where(document => document.Issued is null).Select(document => audited.Finding(
        FindingKind.MissingValue, Severity.Info, null, $"issued/{document.Id}", audited.Plan.Citations.Where(citation => citation.Document == document), null, null,
        language => language is Language.Ja
            ? $"資料「{document.Title}」に発行日がない。いつの時点の内容か、資料からは分からない。"
            : $"The source “{document.Title}” bears no date of issue: it does not say when its contents were known."));
}
