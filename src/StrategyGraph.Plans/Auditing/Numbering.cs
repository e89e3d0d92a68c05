namespace StrategyGraph.Plans.Auditing;

/// <summary>
/// Within what a plan's labels number: the whole plan, each of its top elements, or each parent. Plans do all three, so
/// that ① twice is a doubt in one and the rule in another; each level's own labels tell which.
/// </summary>
internal static class Numbering
{
    /// <summary>Too few labels to tell how a level is numbered beyond a single parent.</summary>
    private const int Few = 5;

    /// <summary>The groups of elements in which no label should stand twice. Repeats (再掲) are left out.</summary>
    public static IEnumerable<IReadOnlyList<PlanElement>> Groups(AuditedPlan audited)
    {
        var tops = TopOfEach(audited.Tree);
        foreach (var level in audited.Siblings.GroupBy(siblings => (siblings.Key.Term, siblings.Key.Set)))
        {
            PlanElement[][] parents = [.. level.Select(siblings => siblings.ToArray())];
            if (RunsThrough(parents))
            {
                yield return [.. parents.SelectMany(siblings => siblings)];
                continue;
            }

            foreach (var top in parents.GroupBy(siblings => tops[audited.Place(siblings[0])]))
            {
                if (RunsThrough([.. top])) yield return [.. top.SelectMany(siblings => siblings)];
                else foreach (var siblings in top) yield return siblings;
            }
        }
    }

    /// <summary>
    /// Whether one count runs over several parents: nearly every label is another, and it does not begin anew at a second
    /// parent. What is numbered anew has its lowest number under many of them.
    /// </summary>
    private static bool RunsThrough(PlanElement[][] parents)
    {
        string[] labels = [.. parents.SelectMany(siblings => siblings).Select(element => PrintedLabel.Key(element.Label)).OfType<string>()];
        if (parents.Length < 2 || labels.Length < Few || labels.Distinct().Count() < 0.6 * labels.Length) return false;
        int?[] lowest = [.. parents.Select(siblings => siblings.Min(element => PrintedLabel.Ordinal(element.Label))).Where(ordinal => ordinal is not null)];
        return lowest.Length == 0 || lowest.Count(ordinal => ordinal == lowest.Min()) == 1;
    }

    /// <summary>By place, the top element that each element stands under.</summary>
    private static int[] TopOfEach(ProgressTree tree)
    {
        var tops = new int[tree.Nodes.Length];
        for (var at = 1; at < tops.Length; at++) tops[at] = tree.Nodes[at].Parent == 0 ? at : tops[tree.Nodes[at].Parent];
        return tops;
    }
}
