using System.Globalization;

namespace StrategyGraph.Plans.Generating;

/// <summary>
/// Makes the ratings of one plan: on percent, ten stars, letters or words. Where ratings are percentages the plan averages them, and prints some of the
/// averages; a few of those are wrong, as in print.
/// </summary>
internal sealed class RatingMaker
{
    private const int FirstYear = 2021, Years = 4;

    private static readonly MissingReason[] Reasons = [MissingReason.NotMeasured, MissingReason.NotPrinted, MissingReason.NotApplicable];

    private readonly SourceDocument _report;
    private readonly Randomness _random;
    private readonly RatingScale _ofMeasures;
    private readonly RatingScale? _ofGoals;

    public RatingMaker(PlanLevel goals, PlanLevel measures, SourceDocument report, Randomness random)
    {
        (_report, _random) = (report, random);
        var sort = random.Below(100);
        _ofGoals = sort < 72 ? Percent("percent", sort < 47 ? [goals.Term, measures.Term] : [goals.Term]) : null;
        _ofMeasures = sort switch { < 47 => _ofGoals!, < 72 => Stars(measures), < 88 => Letters(measures), _ => Words(measures) };
        Scales = _ofGoals is null || _ofGoals == _ofMeasures ? [_ofMeasures] : [_ofGoals, _ofMeasures];
        Rules = _ofGoals is null ? [] : [Rule(report, random)];
    }

    public IReadOnlyList<RatingScale> Scales { get; }

    public IReadOnlyList<AggregationRule> Rules { get; }

    /// <summary>A measure's four years: it gets on, more or less, and stands at 100 percent when it is there. A few are never rated.</summary>
    public IReadOnlyList<Assessment> OfMeasure(Citation cited)
    {
        var neverRated = _random.Holds(30);
        var percent = _random.Between(0, 45);
        var years = new Assessment[Years];
        for (var year = 0; year < Years; year++)
        {
            years[year] = neverRated ? Missing(_ofMeasures, year, MissingReason.NotPrinted, cited)
                : _random.Holds(52) ? Missing(_ofMeasures, year, year == 0 ? MissingReason.NotYet : _random.OneOf(Reasons), cited)
                : Rated(year, percent, cited);
            percent = Math.Min(100, percent + (_random.Holds(150) ? 0 : _random.Between(3, 28)));
        }

        return years;
    }

    /// <summary>The printed averages of a goal's measures, in two of five goals; one of forty is not what the rule makes.</summary>
    public IReadOnlyList<Assessment> OfGoal(IReadOnlyList<PlanElement> measures)
    {
        if (_ofGoals is null || !_random.Holds(400)) return [];
        var cited = new Citation(_report, "総括表");
        var years = new List<Assessment>();
        for (var year = 0; year < Years; year++)
        {
            var parts = measures.Select(measure => measure.Assessments[year].Percent).OfType<double>().Select(part => (decimal)part).ToArray();
            if (parts is []) continue;
            var printed = Rules[0].Rounded(Rules[0].Mean(parts.Sum(), parts.Length));
            if (_random.Holds(25)) printed = printed > 90 ? printed - 2 : printed + _random.Between(1, 4);
            years.Add(Of(_ofGoals, year, printed.ToString("0.#", CultureInfo.InvariantCulture), (double)printed, null, cited));
        }

        return years;
    }

    private Assessment Rated(int year, int percent, Citation cited)
    {
        if (_ofMeasures.Values is []) return Of(_ofMeasures, year, percent.ToString(CultureInfo.InvariantCulture), percent, null, cited);
        var value = _ofMeasures.PercentPerPoint is { } perPoint
            ? _ofMeasures.Values[(int)Math.Round(percent / perPoint, MidpointRounding.AwayFromZero)]
            : _ofMeasures.Values.First(band => percent >= band.From && percent <= band.To);
        return Of(_ofMeasures, year, value.Label, value.Score, null, cited);
    }

    private static Assessment Missing(RatingScale scale, int year, MissingReason reason, Citation cited) => Of(scale, year, "", null, reason, cited);

    private static Assessment Of(RatingScale scale, int year, string value, double? score, MissingReason? missing, Citation cited) => new(
        new PrintedRating(scale, value, score, score * scale.PercentPerPoint, missing), new Reporting(PeriodOfValue.Of(new FiscalYear(FirstYear + year))), cited);

    private static AggregationRule Rule(SourceDocument report, Randomness random)
    {
        var (rounding, decimals, how) = random.Below(10) switch
        {
            < 6 => (Rounding.HalfUp, 0, "小数点以下は四捨五入"),
            < 8 => (Rounding.HalfUp, 1, "小数第2位を四捨五入"),
            _ => (Rounding.Floor, 0, "小数点以下は切り捨て"),
        };
        return new AggregationRule(
            ElementRole.Goal, ElementRole.Measure, AggregationMethod.Mean, rounding, decimals, Stated: true, new Text($"施策の進捗率の平均（{how}）", null), new Citation(report, "評価の方法"));
    }

    private static RatingScale Percent(string id, IReadOnlyList<string> levels) => new()
    {
        Id = id, Name = new Text("進捗率（%）", "Progress in percent"), Levels = levels, Minimum = 0, Maximum = 100, PercentPerPoint = 1,
    };

    private static RatingScale Stars(PlanLevel level) => new()
    {
        Id = "stars", Name = new Text("10段階評価（★）", "Ten-step rating in stars"), Levels = [level.Term], Minimum = 0, Maximum = 10, PercentPerPoint = 10,
        Values = [.. Enumerable.Range(0, 11).Select(score => new RatingValue(new string('★', score) + new string('☆', 10 - score), RatingClass.Rated, score, null, null, null))],
    };

    private static RatingScale Letters(PlanLevel level) => new()
    {
        Id = "letters", Name = new Text("4段階評価（A–D）", "Four-step rating, A to D"), Levels = [level.Term],
        Values =
        [
            Band("D", 0, 24, "取組が進んでいない", "No progress"), Band("C", 25, 49, "遅れている", "Behind"),
            Band("B", 50, 79, "おおむね順調", "Mostly on course"), Band("A", 80, 100, "順調", "On course"),
        ],
    };

    private static RatingScale Words(PlanLevel level) => new()
    {
        Id = "status", Name = new Text("進捗区分", "Status"), Levels = [level.Term],
        Values =
        [
            Band("未着手", 0, 4, "着手していない", "Not begun"), Band("検討中", 5, 29, "検討している", "Under study"), Band("一部実施", 30, 69, "一部を実施した", "Partly done"),
            Band("実施中", 70, 99, "実施している", "Under way"), Band("完了", 100, 100, "完了した", "Done"),
        ],
    };

    private static RatingValue Band(string label, double from, double to, string ja, string en) => new(label, RatingClass.Rated, null, from, to, new Text(ja, en));
}
