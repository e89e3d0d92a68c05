namespace StrategyGraph.Plans.Generating;

/// <summary>How plans of one kind are titled, what they call their levels, and how they word their measures.</summary>
/// <param name="MeasureTitles">Around a subject, which stands for {0}.</param>
internal sealed record PlanStyle(string Id, PlanKind Kind, Text Title, string GoalTerm, string MeasureTerm, Period Period, IReadOnlyList<Text> MeasureTitles)
{
    private static readonly Text[] Planned =
    [
        new("{0}の推進", "Promote {0}"), new("{0}の充実", "Improve {0}"), new("{0}の強化", "Strengthen {0}"), new("{0}の促進", "Encourage {0}"),
        new("{0}", "Provide {0}"),
    ];

    private static readonly Text[] Promised =
    [
        new("{0}を進めます", "We advance {0}"), new("{0}に取り組みます", "We work on {0}"), new("{0}を充実させます", "We improve {0}"), new("{0}を広げます", "We widen {0}"),
    ];

    private static readonly Text[] Announced =
    [
        new("{0}について", "On {0}"), new("{0}の着実な推進", "Steadily on with {0}"), new("{0}に向けた取組", "Work towards {0}"),
    ];

    /// <summary>What some measures put before their subject (in English behind it); most put nothing.</summary>
    private static readonly Text[] Manners =
    [
        new("地域と連携した", "with the community"), new("デジタル技術を活用した", "with digital technology"), new("市民とともに進める", "together with residents"),
        new("次世代につなぐ", "for the next generation"), new("持続可能な", "that lasts"), new("近隣市町村と連携した", "with neighbouring municipalities"),
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

    public Text MeasureTitle(Text subject, Randomness random)
    {
        var title = random.OneOf(MeasureTitles);
        var manner = random.Holds(350) ? random.OneOf(Manners) : null;
        return new Text(title.Ja!.Replace("{0}", manner?.Ja + subject.Ja, StringComparison.Ordinal),
            title.En!.Replace("{0}", manner is null ? subject.En : $"{subject.En}, {manner.En}", StringComparison.Ordinal));
    }
}
