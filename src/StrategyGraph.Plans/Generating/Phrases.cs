namespace StrategyGraph.Plans.Generating;

/// <summary>Words around a subject, which stands for {0}.</summary>
/// <param name="Suits">The letter of the subjects that it suits; null where it suits any.</param>
internal sealed record Phrase(char? Suits, Text Text);

/// <summary>What is written around the subject of a measure, as far as it suits the subject.</summary>
internal static class Phrases
{
    /// <summary>By the subject ({0}) and the department that works on it ({1}).</summary>
    private static readonly Phrase[] Summaries =
    [
        new('p', new("{1}が中心となり、{0}を計画的に進める。", "Led by the {1}, {0} as planned.")),
        new(null, new("{0}について、関係団体と協議しながら令和6年度までに体制を整える。", "For {0}, the ground is laid by fiscal year 2024 with those concerned.")),
        new('t', new("住民の声を聞きながら、{0}に重点的に取り組む。", "Emphasis on {0}, listening to residents.")),
        new('h', new("国や都道府県の補助を活用し、{0}を段階的に広げる。", "Step by step wider {0}, with help from nation and prefecture.")),
        new('j', new("国や都道府県の補助を活用し、{0}を段階的に充実させる。", "Step by step better {0}, with help from nation and prefecture.")),
        new(null, new("これまでの成果を検証し、{0}の在り方を見直す。", "What was reached is examined, and {0} is carried on differently.")),
        new(null, new("{1}に担当者を置き、{0}に関する相談に応じる。", "Someone in the {1} answers questions on {0}.")),
    ];

    /// <summary>What some measures put before their subject (in English behind it); most put nothing.</summary>
    private static readonly Phrase[] Manners =
    [
        new('C', new("地域と連携した{0}", "{0}, with the community")), new('D', new("デジタル技術を活用した{0}", "{0}, with digital technology")),
        new('R', new("住民との協働による{0}", "{0}, together with residents")), new('G', new("次世代につなぐ{0}", "{0}, for the next generation")),
        new('S', new("持続可能な{0}", "{0}, that lasts")), new('N', new("近隣市町村と連携した{0}", "{0}, with neighbouring municipalities")),
    ];

    public static Text Title(IReadOnlyList<Phrase> titles, MeasureSubject measure, Randomness random)
    {
        var title = random.OneOf(Suiting(titles, measure));
        var manners = random.Holds(400) ? Suiting(Manners, measure) : [];
        return Around(title, manners is [] ? measure.Subject : Around(random.OneOf(manners), measure.Subject));
    }

    public static Text Summary(MeasureSubject measure, Department department, Randomness random)
    {
        var summary = Around(random.OneOf(Suiting(Summaries, measure)), measure.Subject);
        return new Text(
            summary.Ja!.Replace("{1}", department.Name, StringComparison.Ordinal),
            summary.En!.Replace("{1}", department.NameEn ?? department.Name, StringComparison.Ordinal));
    }

    private static Phrase[] Suiting(IReadOnlyList<Phrase> phrases, MeasureSubject measure) =>
        [.. phrases.Where(phrase => phrase.Suits is not { } letter || measure.Wordings.Contains(letter))];

    private static Text Around(Phrase phrase, Text subject) => new(
        phrase.Text.Ja!.Replace("{0}", subject.Ja, StringComparison.Ordinal), phrase.Text.En!.Replace("{0}", subject.En, StringComparison.Ordinal));
}
