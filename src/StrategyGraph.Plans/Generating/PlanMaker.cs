using System.Globalization;

namespace StrategyGraph.Plans.Generating;

/// <summary>Makes the plans of one fictitious municipality: a strategy, the mayor's pledges, which continue some of it, and an address or a second strategy.</summary>
internal sealed class PlanMaker
{
    private const int GoalsOfPlan = 5, MeasuresOfGoal = 8;

    /// <summary>Every municipality has them, and they do what it has no department for.</summary>
    private static readonly string[] General = ["企画政策課", "総務課"];

    private readonly Municipality _municipality;
    private readonly int _seed;
    private readonly Randomness _random;
    private readonly bool _inEnglish;
    private readonly Department[] _departments;

    public PlanMaker(Municipality municipality, int seed, Randomness random)
    {
        (_municipality, _seed, _random) = (municipality, seed, random);
        _inEnglish = random.Holds(100);
        _departments = [.. random.Several(random.Between(12, 25), Vocabulary.Departments).UnionBy(Vocabulary.Departments.Where(IsGeneral), department => department.Name)];
    }

    public IReadOnlyList<Plan> Plans()
    {
        var strategy = Make(PlanStyle.Strategy, []);
        var measures = strategy.Elements.SelectMany(goal => goal.Children).Select(measure => measure.Id).ToHashSet();
        return [strategy, Make(PlanStyle.Pledges, measures), Make(_random.Holds(500) ? PlanStyle.Address : PlanStyle.DigitalStrategy, [])];
    }

    /// <param name="earlier">The measures of the strategy that this plan may continue.</param>
    private Plan Make(PlanStyle style, HashSet<string> earlier)
    {
        var of = string.Create(CultureInfo.InvariantCulture, $"m{_municipality.Code}");
        var report = Document($"{of}-{style.Id}-report", Titled(style.Title.Ja!) + "の進捗状況（令和6年度末）", 2025, 7);
        var adopted = style.Period.Start.AddMonths(-1);
        var print = Document($"{of}-{style.Id}-text", Titled(style.Title.Ja!), adopted.Year, adopted.Month);
        PlanLevel goals = new(0, ElementRole.Goal, style.GoalTerm), measures = new(1, ElementRole.Measure, style.MeasureTerm);
        var ratings = new RatingMaker(goals, measures, report, _random);
        var elements = _random.Several(GoalsOfPlan, Vocabulary.Goals).Select((goal, at) => Goal(goal, at + 1)).ToArray();
        return new Plan
        {
            Id = $"{of}-{style.Id}",
            Municipality = _municipality,
            Kind = style.Kind,
            Status = PlanStatus.Adopted,
            Coverage = Coverage.Whole,
            Title = Written(new Text(Titled(style.Title.Ja!), style.Title.En)),
            Period = style.Period,
            Note = new Text(
                $"架空の計画。strategygraph generate が乱数の種{_seed}から作ったもので、このような自治体も計画も実在しない。",
                $"A fictitious plan, made by `strategygraph generate` from the seed {_seed}. No such municipality and no such plan exists."),
            Citations = [new Citation(print, "表紙")],
            Documents = [report, print],
            Levels = [goals, measures],
            RatingScales = ratings.Scales,
            AggregationRules = ratings.Rules,
            Departments = [.. elements.SelectMany(goal => goal.Children).SelectMany(measure => measure.Departments).Select(responsible => responsible.Department).DistinctBy(department => department.Name)],
            Elements = elements,
        };

        PlanElement Goal(GoalSubject goal, int number)
        {
            var children = _random.Several(MeasuresOfGoal, goal.Measures).Select((measure, at) => Measure(measure, number, at + 1)).ToArray();
            return new PlanElement
            {
                Id = goal.Id,
                Level = goals,
                Label = string.Create(CultureInfo.InvariantCulture, $"{number}"),
                Title = Written(goal.Title),
                Citations = [new Citation(report, $"総括表 {number}")],
                Assessments = ratings.OfGoal(children),
                Children = children,
            };
        }

        PlanElement Measure(MeasureSubject measure, int number, int at)
        {
            var title = Phrases.Title(style.MeasureTitles, measure, _random);
            var departments = Responsible(measure);
            var cited = new Citation(report, $"評価表 {number}-{at}");
            return new PlanElement
            {
                Id = measure.Id,
                Level = measures,
                Label = $"{number}-{at}",
                Title = Written(title),
                Summary = _random.Holds(333) ? Written(Phrases.Summary(measure, departments[0].Department, _random)) : null,
                Departments = departments,
                Assessments = ratings.OfMeasure(cited),
                Tags = [.. measure.SdgCodes.Select(Tag)],
                Links = earlier.Contains(measure.Id) && _random.Holds(100) ? [Continues(measure)] : [],
                Citations = [cited],
            };
        }

        Link Continues(MeasureSubject measure) => new(
            $"{of}-{PlanStyle.Strategy.Id}/{measure.Id}", LinkKind.Continues, TagBasis.Curated,
            Written(new Text("総合戦略の同じ取組を引き継ぐため", "It carries on the same work of the strategy")), null, null);
    }

    private Tag Tag(string code) => new(
        "sdgs", code, TagBasis.Curated, Written(_random.OneOf([.. Vocabulary.Rationales[code]])), null, null);

    /// <summary>One that works on such measures, if the municipality has it, else a general one; in a third of the cases with another of these.</summary>
    private Responsibility[] Responsible(MeasureSubject measure)
    {
        var own = _departments.Where(department => measure.Departments.Contains(department.Name)).ToArray();
        var general = _departments.Where(IsGeneral).ToArray();
        var first = _random.OneOf(own is [] ? general : own);
        if (!_random.Holds(350)) return [new Responsibility(Named(first), Lead: false)];
        var second = _random.OneOf([.. own.Union(general).Where(department => department != first)]);
        return [new Responsibility(Named(first), Lead: true), new Responsibility(Named(second), Lead: false)];
    }

    private static bool IsGeneral(Department department) => General.Contains(department.Name);

    private Department Named(Department department) => new() { Name = Local(department.Name), NameEn = _inEnglish ? department.NameEn : null };

    private SourceDocument Document(string id, string title, int year, int month) => new()
    {
        Id = id,
        Title = title,
        Publisher = _municipality.Name.Ja!,
        Issued = new DateOnly(year, month, 1),
        IssuedText = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"),
        Language = Language.Ja,
    };

    /// <summary>Titles speak of cities; towns and villages have their own word.</summary>
    private string Titled(string title) => title.Replace('市', _municipality.Name.Ja![^1]);

    /// <summary>Words speak of a city's people; those of towns and villages have their own.</summary>
    private string Local(string words) => words.Replace("市民", _municipality.Name.Ja![^1] switch { '市' => "市民", '町' => "町民", _ => "住民" }, StringComparison.Ordinal);

    /// <summary>In both languages in one municipality of ten, else in Japanese alone, as plans are.</summary>
    private Text Written(Text text) => new(Local(text.Ja!), _inEnglish ? text.En : null);
}
