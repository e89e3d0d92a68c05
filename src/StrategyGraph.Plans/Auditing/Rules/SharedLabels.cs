using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A printed number that two elements share within one count (⑱ twice, where the count runs through the plan) does not say
/// which of them a reference to it means. What one revision ended and another brought in may share a number.
/// </summary>
internal static class SharedLabels
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var group in Numbering.Groups(audited))
        {
            foreach (var sharing in group.Where(element => PrintedLabel.Key(element.Label) is not null).GroupBy(element => PrintedLabel.Key(element.Label)))
            {
                PlanElement[] elements = [.. sharing];
                if (elements.Length < 2 || TakeTurns(audited, elements)) continue;
                yield return audited.Finding(
                    FindingKind.DuplicateLabel, Severity.Warning, elements[0], sharing.Key!, elements.SelectMany(element => element.Citations.Take(1)),
                    $"1 × {elements[0].Label}", string.Join(" / ", elements.Select(element => $"{element.Label} {element.Title.In(Language.Ja)}")),
                    language =>
                    {
                        var names = List(elements.Select(element => Name(null, element.Title, language)), language);
                        return language is Language.Ja
                            ? $"「{elements[0].Label}」の番号が{elements.Length}件の{elements[0].Level.Term}に付いている：{names}。番号だけではどれを指すか分からない。"
                            : $"The number {elements[0].Label} stands at {elements.Length} elements ({elements[0].Level.Term}): {names}. A reference to it does not say which is meant.";
                    });
            }
        }
    }

    /// <summary>Whether no two of them stand in the plan at once.</summary>
    private static bool TakeTurns(AuditedPlan audited, PlanElement[] elements)
    {
        ProgressNode[] nodes = [.. elements.Select(element => audited.Tree.Nodes[audited.Place(element)]).OrderBy(node => node.From ?? DateOnly.MinValue)];
        return nodes.Zip(nodes.Skip(1)).All(pair => pair.First.Until is { } until && until <= (pair.Second.From ?? DateOnly.MinValue));
    }
}
