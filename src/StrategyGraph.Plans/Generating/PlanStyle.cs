namespace StrategyGraph.Plans.Generating;

/// <summary>How plans of one kind are titled, what they call their levels, and how they word their measures.</summary>
internal sealed record PlanStyle(string Id, PlanKind Kind, Text Title, string GoalTerm, string MeasureTerm, Period Period, IReadOnlyList<Phrase> MeasureTitles)
{
    private static readonly Phrase[] Planned =
    [
        new('p', new("{0}の推進", "Promote {0}")), new('j', new("{0}の充実", "Improve {0}")), new('k', new("{0}の強化", "Strengthen {0}")),
        new('s', new("{0}の促進", "Encourage {0}")), new('m', new("{0}に向けた取組の推進", "Work towards {0}")), new(null, new("{0}", "Provide {0}")),
    ];

    private static readonly Phrase[] Promised =
    [
        new('p', new("{0}を進めます", "We advance {0}")), new('t', new("{0}に取り組みます", "We work on {0}")),
        new('j', new("{0}を充実させます", "We improve {0}")), new('h', new("{0}を広げます", "We widen {0}")),
    ];

    private static readonly Phrase[] Announced =
    [
        new(null, new("{0}について", "On {0}")), new('p', new("{0}の着実な推進", "Steadily on with {0}")),
        new('j', new("{0}の一層の充実", "Still better {0}")), new('m', new("{0}に向けた取組", "Work towards {0}")),
    ];

    public static PlanStyle Strategy { get; } = new(
        "strategy", PlanKind.ComprehensiveStrategy, new("第2期まち・ひと・しごと創生総合戦略", "Second comprehensive strategy"), "基本目標", "施策",
        new(new(2020, 4, 1), new(2025, 3, 31)), Planned);

    public static PlanStyle DigitalStrategy { get; } = new(
        "digital-strategy", PlanKind.ComprehensiveStrategy, new("デジタル田園都市構想総合戦略", "Digital garden city strategy"), "基本方針", "具体的施策",
        new(new(2021, 4, 1), new(2026, 3, 31)), Planned);

    public static PlanStyle Pledges { get; } = new(
        "pledges", PlanKind.PledgeSet, new("市長公約", "Mayor's pledges"), "基本政策", "公約", new(new(2021, 5, 1), new(2025, 4, 30)), Promised);

    public static PlanStyle Address { get; } = new(
        "address", PlanKind.PolicyAddress, new("市政執行方針", "Policy address"), "重点政策", "主要施策", new(new(2021, 4, 1), new(2025, 3, 31)), Announced);
}
