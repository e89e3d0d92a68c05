namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A department that the plans of a municipality write in several ways, apart only in brackets, spaces, points, kana or
/// width: (消防本部)総務課 and 消防本部総務課. Names are kept as printed, so it counts as two departments.
/// </summary>
internal static class NameVariants
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        // The later plan is told of the earlier one's way of writing; within a plan, the later entry.
        var known = new Dictionary<string, (string Name, Plan Plan)>(StringComparer.Ordinal);
        foreach (var plan in audited.OfMunicipality)
        {
            foreach (var department in plan.Departments)
            {
                if (known.TryAdd(Folded(department.Name), (department.Name, plan)) || plan != audited.Plan) continue;
                var other = known[Folded(department.Name)];
                if (other.Name == department.Name) continue;
                yield return audited.Finding(
                    FindingKind.NameVaries, Severity.Info, null, $"department/{department.Name}", [.. Place(other.Plan, other.Name), .. Place(plan, department.Name)], other.Name, department.Name,
                    language => language is Language.Ja
                        ? $"部署名が「{other.Name}」（{other.Plan.Title.In(language)}）と「{department.Name}」の二通りに書かれている。印刷のとおり、別の部署として数える。"
                        : $"A department is written {other.Name} in “{other.Plan.Title.In(language)}” and {department.Name} here. They are kept as printed and count as two.");
            }

            if (plan == audited.Plan) yield break;
        }
    }

    /// <summary>The place of the first element that names the department, else the plan's.</summary>
    private static IEnumerable<Citation> Place(Plan plan, string name)
    {
        var open = new Stack<PlanElement>(plan.Elements.Reverse());
        while (open.TryPop(out var element))
        {
            if (element.Departments.Any(responsible => responsible.Department.Name == name)) return element.Citations.Take(1);
            foreach (var child in element.Children.Reverse()) open.Push(child);
        }

        return plan.Citations.Take(1);
    }

    private static string Folded(string name) => string.Concat(name.Where(letter => char.IsLetterOrDigit(letter) || letter == 'ー').Select(letter => letter switch
    {
        >= 'ァ' and <= 'ヶ' => (char)(letter - 'ァ' + 'ぁ'),
        >= '！' and <= '～' => char.ToUpperInvariant((char)(letter - '！' + '!')),
        _ => char.ToUpperInvariant(letter),
    }));
}
