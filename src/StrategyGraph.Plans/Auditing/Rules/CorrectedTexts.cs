namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>A title that an editor corrected, with the letters that were changed: whoever quotes the document must know.</summary>
internal static class CorrectedTexts
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        if (Correction(audited, null, audited.Plan.TitleAsPrinted, audited.Plan.Title) is { } ofPlan) yield return ofPlan;
        foreach (var element in audited.Elements)
        {
            if (Correction(audited, element, element.TitleAsPrinted, element.Title) is { } ofElement) yield return ofElement;
        }
    }

    private static Finding? Correction(AuditedPlan audited, PlanElement? element, string? printed, Text title)
    {
        var corrected = title.In(Language.Ja);
        if (printed is null || printed == corrected) return null;
        return audited.Finding(
            FindingKind.CorrectedText, Severity.Info, element, "title", element?.Citations.Take(1) ?? audited.Plan.Citations.Take(1), corrected, printed,
            language =>
            {
                if (PrintedNumber.WithoutSpaces(printed) == PrintedNumber.WithoutSpaces(corrected))
                    return language is Language.Ja ? "題名の字間・改行だけが印刷と異なる。" : "The title differs from the print in spaces or line breaks only.";
                var (before, after) = Changed(printed, corrected);
                return language is Language.Ja
                    ? $"題名を直した：印刷（読み取り）では「{before}」、ここでは「{after}」。"
                    : $"The title was corrected: “{before}” in the print or its machine reading, “{after}” here.";
            });
    }

    /// <summary>What differs, from the first to the last letter that does, with a letter before and after it.</summary>
    private static (string Before, string After) Changed(string printed, string corrected)
    {
        var (start, end, shortest) = (0, 0, Math.Min(printed.Length, corrected.Length));
        while (start < shortest && printed[start] == corrected[start]) start++;
        while (end < shortest - start && printed[^(end + 1)] == corrected[^(end + 1)]) end++;
        (start, end) = (Math.Max(0, start - 1), Math.Max(0, end - 1));
        return (printed[start..^end], corrected[start..^end]);
    }
}
