namespace StrategyGraph.Plans.Generating;

/// <summary>Summaries of measures, by the subject and the department that works on it.</summary>
internal static class Phrases
{
    private static readonly Text[] Summaries =
    [
        new("{1}が中心となり、{0}を計画的に進める。", "Led by the {1}, {0} as planned."),
        new("{0}について、関係団体と協議しながら令和6年度までに体制を整える。", "For {0}, the ground is laid by fiscal year 2024 with those concerned."),
        new("住民の声を聞きながら、{0}に重点的に取り組む。", "Emphasis on {0}, listening to residents."),
        new("国や県の補助を活用し、{0}を段階的に広げる。", "Step by step wider {0}, with help from nation and prefecture."),
        new("これまでの成果を検証し、{0}の進め方を見直す。", "What was reached is examined, and {0} is carried on differently."),
        new("{1}に担当者を置き、{0}の相談を受け付ける。", "Someone in the {1} answers questions on {0}."),
    ];

    public static Text Summary(Text subject, Department department, Randomness random)
    {
        var summary = random.OneOf(Summaries);
        return new Text(
            summary.Ja!.Replace("{0}", subject.Ja, StringComparison.Ordinal).Replace("{1}", department.Name, StringComparison.Ordinal),
            summary.En!.Replace("{0}", subject.En, StringComparison.Ordinal).Replace("{1}", department.NameEn ?? department.Name, StringComparison.Ordinal));
    }
}
