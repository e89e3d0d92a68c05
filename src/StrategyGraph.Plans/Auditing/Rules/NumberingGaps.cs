namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// In a plan that the catalogue holds whole, a count that begins with 1 and leaves a number out may have lost an element,
/// in print or in transcribing. Excerpts leave numbers out as a matter of course.
/// </summary>
internal static class NumberingGaps
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        if (audited.Plan.Coverage is not Coverage.Whole) yield break;
        var ofRepeats = audited.Elements.Where(element => element.RepeatOf is not null).Select(element => PrintedLabel.Ordinal(element.Label)).ToHashSet();
        foreach (var group in Numbering.Groups(audited))
        {
            (PlanElement Element, int? Number)[] numbered = [.. group.Select(element => (element, PrintedLabel.Ordinal(element.Label)))];
            if (numbered.Any(pair => pair.Number is null) || numbered.Min(pair => pair.Number) != 1) continue;
            var numbers = numbered.Select(pair => pair.Number!.Value).ToHashSet();

            // More gaps than numbers is a numbering of another kind.
            if (numbers.Max() > 2 * numbers.Count) continue;
            int[] left = [.. Enumerable.Range(1, numbers.Max()).Where(number => !numbers.Contains(number) && !ofRepeats.Contains(number))];
            if (left.Length == 0) continue;
            var after = numbered.Last(pair => pair.Number < left[0]).Element;
            var missing = string.Join(", ", left);
            yield return audited.Finding(
                FindingKind.NumberingGap, Severity.Info, after, missing, after.Citations.Take(1), missing, null,
                language => language is Language.Ja
                    ? $"{after.Level.Term}の番号は1から{numbers.Max()}まであるが、{missing}がない。"
                    : $"The numbers of this level ({after.Level.Term}) go from 1 to {numbers.Max()}, without {missing}.");
        }
    }
}
