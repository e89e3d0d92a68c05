using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

/// <summary>Holdings in which every property of the domain has a value somewhere, and every optional one has none somewhere else.</summary>
internal static class Sample
{
    public static DateTime Noon { get; } = new(2026, 4, 1, 12, 0, 0, 123, DateTimeKind.Utc);

    public static Holdings Everything()
    {
        var tomakomai = new Municipality { Code = MunicipalityCode.Parse("012131"), Name = new Text("苫小牧市", "Tomakomai"), Prefecture = new Text("北海道", "Hokkaido") };
        var manchester = new Municipality { Code = MunicipalityCode.Parse("GB-E08000003"), Name = new Text(null, "Manchester"), FiscalYearStartMonth = 1 };
        var report = Document("report", "進捗状況");
        var sdgs = Sdgs(report);
        return new Holdings(
            [tomakomai, manchester],
            [new Framework { Id = "empty", Title = new Text("空", null) }, sdgs],
            [Bare(manchester), Full(tomakomai, report)]);
    }

    public static SourceDocument Document(string id, string title) => new()
    {
        Id = id, Title = title, Publisher = "苫小牧市", Issued = new DateOnly(2021, 5, 1), IssuedText = "2021-05", Url = "https://example.org/1?a=b",
        Language = Language.En, Note = new Text("抜粋", "An excerpt; 苦 is read for 苫."),
    };

    private static Framework Sdgs(SourceDocument report)
    {
        var agenda = new SourceDocument { Id = "agenda", Title = "2030 Agenda", Publisher = "UN" };
        return new Framework
        {
            Id = "sdgs", Title = new Text("持続可能な開発目標", "Sustainable Development Goals"), Edition = "2015", Documents = [agenda],
            Citations = [new Citation(agenda, "p. 14"), new Citation(report, "p. 1")],
            Goals =
            [
                new FrameworkGoal
                {
                    Code = "11", Number = 11, Iri = "http://metadata.un.org/sdg/11", Title = new Text("まち", "Cities"),
                    TitleAsPrinted = "町", Note = new Text("訂正", null), Citation = new Citation(agenda, "11"),
                    Children = [Goal("11.a"), new FrameworkGoal { Code = "11.1", Title = new Text("住まい", null), Children = [Goal("11.1.1"), Goal("11.1.2")] }],
                },
                Goal("3"),
            ],
        };

        static FrameworkGoal Goal(string code) => new() { Code = code, Title = new Text(null, code) };
    }

    private static Plan Full(Municipality municipality, SourceDocument report)
    {
        var attachment = Document("attachment", "資料編");
        var here = new Citation(report, "表1, 3行");
        var there = new Citation(attachment, "p. 2 \"note\"\n再掲 😀");
        PlanLevel goal = new(0, ElementRole.Goal, "基本政策"), theme = new(1, ElementRole.Theme, "方向"), measure = new(2, ElementRole.Measure, "公約"), work = new(3, ElementRole.Initiative, "施策");
        var stars = new RatingScale
        {
            Id = "stars", Name = new Text("★", "Stars"), Levels = ["公約", "施策"], Minimum = 0, Maximum = 10, PercentPerPoint = 10, Axis = "進捗",
            Values =
            [
                new RatingValue("―", RatingClass.NotYetDue, null, null, null, null),
                new RatingValue("★★", RatingClass.NotJudged, 2, 10.5, 20.25, new Text("二割", "A fifth")),
            ],
        };
        var percent = new RatingScale { Id = "percent", Name = new Text("％", null) };
        Department policy = new() { Name = "政策推進課", NameEn = "Policy" }, elsewhere = new() { Name = "市民生活課" };
        var rated = new Assessment(
            new PrintedRating(stars, "★★", 2, 1.0 / 3, MissingReason.NotYet),
            new Reporting(
                new PeriodOfValue(PeriodKind.Quarter, new Period(new(2020, 4, 1), new(2020, 6, 30)), "第1四半期"), AssessorKind.Citizens, "市民会議", "アンケート", new DateOnly(2021, 5, 31), true, new Text("見込み", "Expected")), here);
        var missing = new Assessment(new PrintedRating(percent, ""), new Reporting(PeriodOfValue.Of(new FiscalYear(2021))), there);
        var indicator = new Indicator
        {
            Id = "population", Kind = IndicatorKind.Kpi, Name = new Text("人口", "Population"), Unit = "万人", Scale = 10000.00m, Base = "2011=100",
            Direction = IndicatorDirection.Range, Accumulation = Accumulation.SumOverPlan, Note = new Text("注", null), IntroducedBy = "review", EndedBy = "end",
            Citations = [there, here],
            Observations =
            [
                new Observation
                {
                    Kind = ObservationKind.Target, Period = rated.Period, Text = "16.50～17", Value = 16.50m, Upper = 79228162514264337593543950335m,
                    Comparator = Comparator.Range, Part = "男", Missing = MissingReason.NotSet, ReportedOn = new DateOnly(2020, 1, 2), Citation = here,
                },
                new Observation { Kind = ObservationKind.Baseline, Period = missing.Period, Text = "―" },
            ],
        };
        var counted = new Indicator { Id = "events", Kind = IndicatorKind.NumericTarget, Name = new Text("件数", null) };
        var budget = new Money("予算", "1,234.50百万円", 1234.50m, "JPY", 1_000_000m, missing.Period, there);
        var tag = new Tag("sdgs", "11.1", TagBasis.Inferred, new Text("住宅", "Housing"), 0.1, here);
        return new Plan
        {
            Id = "tomakomai-pledges", Municipality = municipality, Kind = PlanKind.PledgeSet, Status = PlanStatus.Adopted, Coverage = Coverage.Partial,
            Title = new Text("公約", "Pledges"), TitleAsPrinted = "苦小牧の公約", Officeholder = "市長", Period = new Period(new(2018, 7, 1), new(2022, 6, 30)),
            Levels = [goal, theme, measure, work], Documents = [report, attachment], RatingScales = [stars, percent], Departments = [policy, elsewhere],
            Note = new Text("抜粋", null), Money = [budget],
            AggregationRules =
            [
                new AggregationRule(ElementRole.Measure, ElementRole.Initiative, AggregationMethod.WeightedMean, Rounding.Floor, 1, true, new Text("平均", "Mean"), here),
                new AggregationRule(null, ElementRole.Goal, AggregationMethod.Mean, Rounding.None, 0, false, null, null),
            ],
            Statements =
            [
                new Statement(StatementKind.Note, "1", new Text("凡例", "Legend"), new Text("★は10％", "A star is 10 %"), here),
                new Statement(StatementKind.Vision, null, new Text("将来像", null), null, there),
            ],
            Revisions =
            [
                new Revision
                {
                    Id = "review", Title = new Text("見直し", "Review"), Date = new DateOnly(2020, 3, 1), Effective = new DateOnly(2020, 4, 1), Citation = here, Reason = new Text("情勢", null), Note = new Text("案", "A draft"),
                    Kept = [new Text("基本目標", null), new Text(null, "Goals")],
                    Changes =
                    [
                        new Change(
                            ChangeKind.Split, "measure-1", "population", ["work-1", "bare"], new Text("分割", "Split"),
                            new Text("前", "Before"), new Text("後", "After"), new Text("理由", "Reason"), there),
                        new Change(ChangeKind.Renamed, null, null, [], new Text("改称", null), null, null, null, here),
                    ],
                    Tallies = [new ChangeTally(ChangeKind.TargetChanged, IndicatorKind.Kpi, new Text("達成", "Reached"), 7, here), new ChangeTally(ChangeKind.MeasureAdded, null, null, 0, there)],
                },
                new Revision { Id = "end", Title = new Text("終了", null), Citation = there },
            ],
            Milestones =
            [
                new Milestone(new Text("中間評価", "Review"), new DateOnly(2020, 1, 1), new DateOnly(2020, 3, 31), true, new Text("済", "Done"), here),
                new Milestone(new Text("最終評価", null), null, null, false, null, null),
            ],
            Assessments = [missing, rated], Indicators = [counted], Citations = [here, here],
            Tags = [tag with { Code = "3", Rationale = null, Confidence = null, Citation = null }],
            Elements =
            [
                new PlanElement
                {
                    Id = "goal-1", Level = goal, Title = new Text("安心", "Safety"), Label = "Ⅰ",
                    Children =
                    [
                        new PlanElement
                        {
                            Id = "theme-1", Level = theme, Title = new Text("医療", null),
                            Children =
                            [
                                new PlanElement
                                {
                                    Id = "measure-1", Level = measure, Label = "⑱", Title = new Text("病院", "Hospital"), TitleAsPrinted = "苦小牧の病院",
                                    Subtitle = new Text("副題", "Second line"), Summary = new Text("要約", "Summary"), RepeatOf = "bare", Set = "重点", Weight = 0.1 + 0.2,
                                    Departments = [new Responsibility(elsewhere, true), new Responsibility(policy, false)],
                                    Assessments = [rated, missing, rated],
                                    Activities = [new Activity(new FiscalYear(2020), new Text("建設", "Built"), here), new Activity(new FiscalYear(2021, 1, HasEra: false), new Text("開院", null), there)],
                                    Indicators = [indicator], Money = [budget, budget with { Amount = null }], Tags = [tag, tag with { Code = "11.a", Basis = TagBasis.Stated }],
                                    Links =
                                    [
                                        new Link("manchester/only", LinkKind.SameSubject, TagBasis.Curated, new Text("同じ", "Alike"), 0.9, there),
                                        new Link("tomakomai-pledges/bare", LinkKind.Implements, TagBasis.Stated, null, null, null),
                                    ],
                                    Citations = [there, here], Note = new Text("判読困難", "Doubtful scan"), IntroducedBy = "review", EndedBy = "end",
                                    Children = [new PlanElement { Id = "work-1", Level = work, Title = new Text("工事", null) }],
                                },
                                new PlanElement { Id = "bare", Level = measure, Title = new Text("", "") },
                            ],
                        },
                    ],
                },
                new PlanElement { Id = "goal-2", Level = goal, Title = new Text("元気", null), Children = [new PlanElement { Id = "straight", Level = measure, Title = new Text("直", null) }] },
            ],
        };
    }

    private static Plan Bare(Municipality municipality) => new()
    {
        Id = "manchester", Municipality = municipality, Kind = PlanKind.ComprehensiveStrategy, Status = PlanStatus.Outline, Coverage = Coverage.Whole,
        Title = new Text(null, "Our Manchester"), Levels = [new PlanLevel(0, ElementRole.Measure, "Priority")],
        Elements = [new PlanElement { Id = "only", Level = new PlanLevel(0, ElementRole.Measure, "Priority"), Title = new Text(null, "Homes") }],
    };
}
