using System.Globalization;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

/// <summary>Holdings made up to be of a size, or to be wrong in one way.</summary>
internal static class Synthetic
{
    private static readonly PlanLevel Goal = new(0, ElementRole.Goal, "基本目標"), Measure = new(1, ElementRole.Measure, "施策");

    public static Municipality Tomakomai { get; } = new() { Code = MunicipalityCode.Parse("012131"), Name = new Text("苫小牧市", null), Prefecture = new Text("北海道", null) };

    private static Framework Sdgs { get; } = new()
    {
        Id = "sdgs", Title = new Text("SDGs", null),
        Goals = [.. Enumerable.Range(1, 17).Select(number => new FrameworkGoal { Code = number.ToString(CultureInfo.InvariantCulture), Number = number, Title = new Text($"目標{number}", null) })],
    };

    public static PlanElement Element(string id, params Tag[] tags) => new() { Id = id, Level = Measure, Title = new Text("施策", null), Tags = tags };

    public static Holdings WithElements(IReadOnlyList<PlanLevel> levels, IReadOnlyList<PlanElement> elements) =>
        new([Tomakomai], [Sdgs], [Plan("synthetic", Tomakomai, levels, elements, [], [])]);

    public static Holdings WithTag(Tag tag) => WithElements([Measure], [Element("x", tag)]);

    /// <summary>Plans of 6 goals and 120 measures, each with a department, a citation, two tags and four years' percentages: 1,120 rows a plan.</summary>
    /// <param name="edition">Makes the content another.</param>
    public static Holdings Plans(int count, int edition = 0)
    {
        var municipalities = new List<Municipality>();
        var plans = new List<Plan>();
        for (var number = 0; number < count; number++)
        {
            var municipality = new Municipality
            {
                Code = MunicipalityCode.Parse($"{number % 47 + 1:00}{number / 47 + 100:000}"), Name = new Text($"第{number}市", null), Prefecture = new Text($"第{number % 47}県", null),
            };
            municipalities.Add(municipality);
            plans.Add(Plan(number, municipality, edition));
        }

        return new Holdings(municipalities, [Sdgs], plans);
    }

    private static Plan Plan(int number, Municipality municipality, int edition)
    {
        var report = new SourceDocument { Id = $"report-{number}", Title = "進捗状況報告書", Publisher = "市" };
        var percent = new RatingScale { Id = "percent", Name = new Text("達成度", null), Minimum = 0, Maximum = 100, PercentPerPoint = 1 };
        Department[] departments = [.. Enumerable.Range(0, 20).Select(section => new Department { Name = $"企画課{section}" })];
        PlanElement[] goals = [.. Enumerable.Range(0, 6).Select(goal => new PlanElement
        {
            Id = $"goal-{goal}", Level = Goal, Label = $"{goal}", Title = new Text("安心して働けるまちをつくる", null),
            Children = [.. Enumerable.Range(0, 20).Select(measure => Rated(goal, measure))],
        })];
        return Plan($"plan-{number:0000}", municipality, [Goal, Measure], goals, [percent], departments, report);

        PlanElement Rated(int goal, int measure) => new()
        {
            Id = $"measure-{goal}-{measure}", Level = Measure, Label = $"{goal}-{measure}", Title = new Text("地域の魅力を発信し、移住を促進する", null),
            Departments = [new Responsibility(departments[measure], true)], Citations = [new Citation(report, $"{goal + 3}頁")],
            Tags = [Sdg(measure % 17 + 1, TagBasis.Stated), Sdg((measure + goal + 3) % 17 + 1, TagBasis.Inferred)],
            Assessments = [.. Enumerable.Range(0, 4).Select(year => new Assessment(
                Percentage(percent, (measure * 7 + year + edition) % 101), new Reporting(PeriodOfValue.Of(new FiscalYear(2020 + year))), new Citation(report, $"表{year}, {goal}行")))],
        };
    }

    private static PrintedRating Percentage(RatingScale scale, int percent) => new(scale, $"{percent}", percent, percent);

    private static Tag Sdg(int goal, TagBasis basis) => new("sdgs", goal.ToString(CultureInfo.InvariantCulture), basis, null, null, null);

    private static Plan Plan(
        string id, Municipality municipality, IReadOnlyList<PlanLevel> levels, IReadOnlyList<PlanElement> elements,
        IReadOnlyList<RatingScale> scales, IReadOnlyList<Department> departments, params SourceDocument[] documents) => new()
        {
            Id = id, Municipality = municipality, Kind = PlanKind.ComprehensiveStrategy, Status = PlanStatus.Adopted, Coverage = Coverage.Whole,
            Title = new Text("第二期総合戦略", null), Levels = levels, Documents = documents, RatingScales = scales, Departments = departments, Elements = elements,
        };
}
