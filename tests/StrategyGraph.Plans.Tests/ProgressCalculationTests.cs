using System.Globalization;

namespace StrategyGraph.Plans.Tests;

public class ProgressCalculationTests
{
    private static readonly SourceDocument Report = new() { Id = "report", Title = "報告", Publisher = "見本市" };
    private static readonly RatingScale Percent = new() { Id = "percent", Name = new("進捗率", null), Minimum = 0, Maximum = 100, PercentPerPoint = 1 };
    private static readonly RatingScale Stars = new() { Id = "stars", Name = new("10段階", null), Minimum = 0, Maximum = 10, PercentPerPoint = 10 };
    private static readonly RatingScale Grades = new()
    {
        Id = "grades", Name = new("評価", null), Values = [new("A", RatingClass.Rated, null, 80, 100, null), new("B", RatingClass.Rated, null, 0, 79, null)],
    };

    private static readonly AggregationRule GoalHalfUp = Rule(ElementRole.Goal, ElementRole.Measure, AggregationMethod.Mean, Rounding.HalfUp);
    private static readonly AggregationRule GoalFloor = Rule(ElementRole.Goal, ElementRole.Measure, AggregationMethod.Mean, Rounding.Floor);
    private static readonly AggregationRule MeasureOfStars = Rule(ElementRole.Measure, ElementRole.Initiative, AggregationMethod.Mean, Rounding.HalfUp);
    private static readonly AggregationRule WholeOfRounded = Rule(null, ElementRole.Goal, AggregationMethod.MeanOfRounded, Rounding.HalfUp, 1);

    private static AggregationRule Rule(ElementRole? of, ElementRole over, AggregationMethod method, Rounding rounding, int decimals = 0) =>
        new(of, over, method, rounding, decimals, true, null, null);

    /// <summary>A printed rating: "58" is a percentage, "7★" seven stars, "A" a grade, "?" a place where nothing is printed.</summary>
    private static Assessment Printed(string value, int year = 2020, AssessorKind assessor = AssessorKind.Self)
    {
        var scale = value.EndsWith('★') ? Stars : value is "A" or "B" ? Grades : Percent;
        double? score = scale == Grades || value == "?" ? null : double.Parse(value.TrimEnd('★'), CultureInfo.InvariantCulture);
        return new Assessment(
            new PrintedRating(scale, value == "?" ? "" : value, score, score * scale.PercentPerPoint, value == "?" ? MissingReason.NotPrinted : null),
            new Reporting(PeriodOfValue.Of(new FiscalYear(year)), assessor), new Citation(Report, "表"));
    }

    private static PlanElement Element(ElementRole role, string printed, params PlanElement[] children) =>
        Element(role, [.. printed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => Printed(value))], children);

    private static PlanElement Element(ElementRole role, Assessment[] printed, params PlanElement[] children) => new()
    {
        Id = Guid.NewGuid().ToString("N"), Level = new PlanLevel((int)role, role, role.ToString()), Title = new("題", null), Assessments = printed, Children = children,
    };

    private static PlanElement Goal(string printed, params PlanElement[] measures) => Element(ElementRole.Goal, printed, measures);

    /// <summary>A goal of measures with these printed ratings, a word each.</summary>
    private static PlanElement GoalOf(string printed, string measures) => Goal(printed, [.. measures.Split(' ').Select(value => Measure(value))]);

    private static PlanElement Measure(string printed, params PlanElement[] initiatives) => Element(ElementRole.Measure, printed, initiatives);

    private static PlanElement Initiative(string printed) => Element(ElementRole.Initiative, printed);

    private static Plan PlanOf(IReadOnlyList<AggregationRule> rules, string printed, params PlanElement[] goals) => new()
    {
        Id = "plan", Municipality = new Municipality { Code = MunicipalityCode.Parse("012131"), Name = new("見本市", null) },
        Kind = PlanKind.PledgeSet, Status = PlanStatus.Adopted, Coverage = Coverage.Whole, Title = new("公約", null),
        AggregationRules = rules, Assessments = [.. printed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => Printed(value))], Elements = goals,
    };

    /// <summary>The progress of the first goal under a rule, or none.</summary>
    private static Progress OfGoal(AggregationRule? rule, PlanElement goal) => new ProgressCalculation(PlanOf(rule is null ? [] : [rule], "", goal)).Latest(goal)!.Value;

    private static Progress OfMeasure(PlanElement measure) => new ProgressCalculation(PlanOf([MeasureOfStars], "", Goal("", measure))).Latest(measure)!.Value;

    [Theory]
    [InlineData("58", "85 54 54 50 45", 57.6)]
    [InlineData("48", "28 62 50 40 60", 48)]
    [InlineData("63", "23 65 85 72 70", 63)]
    [InlineData("56", "68 60 40 40 70", 55.6)]
    [InlineData("49", "30 53 35 70 55", 48.6)]
    [InlineData("73", "95 59 75 75 60", 72.8)]
    [InlineData("69", "38 79 70 84 74", 69)]
    [InlineData("75", "75 80 72 65 85", 75.4)]
    [InlineData("68", "45 80 50 83 80", 67.6)]
    public void Goals_of_the_fourth_term_are_their_five_pledges_mean_rounded_half_up(string printed, string measures, double exact)
    {
        var progress = OfGoal(GoalHalfUp, GoalOf(printed, measures));
        Assert.Equal(ProgressVerdict.Agrees, progress.Verdict);
        Assert.Equal((double.Parse(printed, CultureInfo.InvariantCulture), exact, 5, 5, 0), (progress.Computed!.Percent, progress.Computed.Exact, progress.Computed.Parts, progress.Computed.Rated, progress.Computed.Missing));
    }

    [Theory]
    [InlineData("49", "95 22 25 60 45", 49.4)]
    [InlineData("31", "30 43 27 30 25", 31)]
    [InlineData("24", "14 29 30 20 30", 24.6)]
    [InlineData("52", "63 70 50 15 63", 52.2)]
    [InlineData("44", "35 52 46 20 70", 44.6)]
    [InlineData("47", "65 70 40 10 50", 47)]
    [InlineData("42", "46 32 51 40", 42.25)]
    public void Visions_of_the_later_pledges_are_their_items_mean_cut_off(string printed, string measures, double exact)
    {
        var progress = OfGoal(GoalFloor, GoalOf(printed, measures));
        Assert.Equal((ProgressVerdict.Agrees, exact), (progress.Verdict, progress.Computed!.Exact));
    }

    [Theory]
    [InlineData("54.8", "58 48 63 56 49")]
    [InlineData("74.8", "73 69 89 75 68")]
    public void The_whole_of_the_fourth_term_is_the_mean_of_the_rounded_goals(string printed, string goals)
    {
        var plan = PlanOf([WholeOfRounded], printed, [.. goals.Split(' ').Select(value => GoalOf(value, value))]);
        var progress = new ProgressCalculation(plan).Latest()!.Value;
        Assert.Equal((ProgressVerdict.Agrees, double.Parse(printed, CultureInfo.InvariantCulture)), (progress.Verdict, progress.Computed!.Percent));
    }

    [Fact]
    public void A_figure_printed_twice_and_differently_is_a_conflict_of_sources_and_its_first_printing_counts()
    {
        var goal = GoalOf("89 88", "67 100 100 84 92");
        var calculation = new ProgressCalculation(PlanOf([GoalHalfUp, WholeOfRounded], "89.0", goal));
        var progress = calculation.Latest(goal)!.Value;
        Assert.Equal((ProgressVerdict.SourcesConflict, 89.0, 89.0, 88.6), (progress.Verdict, progress.Percent, progress.Computed!.Percent, progress.Computed.Exact));
        Assert.Equal(["89", "88"], progress.Published.Select(printing => printing.Value));
        Assert.Equal(ProgressVerdict.Agrees, calculation.Latest()!.Value.Verdict);
    }

    [Fact]
    public void A_figure_printed_twice_alike_is_no_conflict() => Assert.Equal(ProgressVerdict.Agrees, OfGoal(GoalHalfUp, GoalOf("70 70", "70 70")).Verdict);

    [Theory]
    [InlineData("95", "10★", "9★", ProgressVerdict.Agrees, 95)]
    [InlineData("59", "5★", "5★", ProgressVerdict.Differs, 50)]
    public void Pledges_of_the_fourth_term_are_the_mean_of_two_initiatives_stars(string printed, string first, string second, ProgressVerdict verdict, double computed)
    {
        var progress = OfMeasure(Measure(printed, Initiative(first), Initiative(second)));
        Assert.Equal((verdict, computed, double.Parse(printed, CultureInfo.InvariantCulture)), (progress.Verdict, progress.Computed!.Percent, progress.Percent));
    }

    [Fact]
    public void A_mean_takes_the_exact_value_of_a_part_that_reproduces_its_printed_one()
    {
        // 33.33… is printed as 33, and the mean of the exact values is 50 where that of the printed ones is 49.75.
        var thirds = Measure("33", Initiative("0★"), Initiative("0★"), Initiative("10★"));
        var sixtySeven = Measure("67", Initiative("10★"), Initiative("0★"), Initiative("10★"));
        var goal = Goal("50", thirds, sixtySeven);
        var plan = PlanOf([MeasureOfStars, Rule(ElementRole.Goal, ElementRole.Measure, AggregationMethod.Mean, Rounding.Floor)], "", goal);
        var progress = new ProgressCalculation(plan).Latest(goal)!.Value;
        Assert.Equal((ProgressVerdict.Agrees, 50.0), (progress.Verdict, progress.Computed!.Exact));
    }

    [Fact]
    public void A_mean_takes_the_printed_value_of_a_part_that_does_not_reproduce_it()
    {
        var goal = Goal("59", Measure("59", Initiative("5★"), Initiative("5★")));
        Assert.Equal(ProgressVerdict.Agrees, new ProgressCalculation(PlanOf([MeasureOfStars, GoalHalfUp], "", goal)).Latest(goal)!.Value.Verdict);
    }

    [Fact]
    public void Without_a_printed_figure_the_computed_one_is_plotted()
    {
        var progress = OfGoal(GoalHalfUp, GoalOf("", "40 50"));
        Assert.Equal((ProgressVerdict.ComputedOnly, 45.0), (progress.Verdict, progress.Percent));
    }

    [Fact]
    public void Without_rated_parts_the_printed_figure_stands_alone()
    {
        var progress = OfGoal(GoalHalfUp, Goal("40", Measure(""), Measure("")));
        Assert.Equal((ProgressVerdict.PublishedOnly, 40.0, null), (progress.Verdict, progress.Percent, progress.Computed));
    }

    [Fact]
    public void Missing_is_never_zero_and_a_figure_with_missing_parts_cannot_be_checked()
    {
        var progress = OfGoal(GoalHalfUp, GoalOf("60", "60 ? 60"));
        Assert.Equal((ProgressVerdict.NotComparable, 60.0, 3, 2, 1), (progress.Verdict, progress.Computed!.Percent, progress.Computed.Parts, progress.Computed.Rated, progress.Computed.Missing));
    }

    [Fact]
    public void What_nobody_rated_is_not_rated_where_a_reason_stands_or_its_siblings_are_rated()
    {
        var (reason, silent) = (Measure("?"), Measure(""));
        var calculation = new ProgressCalculation(PlanOf([GoalHalfUp], "", Goal("", Measure("60"), reason, silent)));
        Assert.Equal((ProgressVerdict.NotRated, MissingReason.NotPrinted, null), (calculation.Latest(reason)!.Value.Verdict, calculation.Latest(reason)!.Value.Missing, calculation.Latest(reason)!.Value.Percent));
        Assert.Equal((ProgressVerdict.NotRated, null, null), (calculation.Latest(silent)!.Value.Verdict, calculation.Latest(silent)!.Value.Missing, calculation.Latest(silent)!.Value.Percent));
        Assert.Null(calculation.LatestRatedYear(silent));
    }

    [Fact]
    public void Where_nothing_is_printed_for_a_level_there_is_no_progress()
    {
        var initiative = Initiative("");
        Assert.Empty(new ProgressCalculation(PlanOf([], "", Goal("", Measure("60", initiative)))).Series(initiative));
    }

    [Fact]
    public void Ratings_of_several_scales_are_not_averaged()
    {
        var progress = OfGoal(GoalHalfUp, GoalOf("65", "60 7★"));
        Assert.Equal((ProgressVerdict.NotComparable, null), (progress.Verdict, progress.Computed));
    }

    [Fact]
    public void Ratings_of_several_assessors_are_not_averaged()
    {
        var measures = new[] { Element(ElementRole.Measure, [Printed("60")]), Element(ElementRole.Measure, [Printed("70", assessor: AssessorKind.Internal)]) };
        Assert.Equal(ProgressVerdict.NotComparable, OfGoal(GoalHalfUp, Goal("65", measures)).Verdict);
    }

    [Fact]
    public void Outside_assessors_ratings_are_shown_but_not_averaged()
    {
        var goal = Goal("", Element(ElementRole.Measure, [Printed("60"), Printed("90", assessor: AssessorKind.External)]), Measure("70"));
        Assert.Equal(65.0, OfGoal(GoalHalfUp, goal).Computed!.Percent);
    }

    [Fact]
    public void Grades_are_not_averaged()
    {
        var progress = OfGoal(GoalHalfUp, GoalOf("", "A B"));
        Assert.Equal((ProgressVerdict.NotComparable, null), (progress.Verdict, progress.Percent));
    }

    [Theory]
    [InlineData("A", ProgressVerdict.Agrees)]
    [InlineData("B", ProgressVerdict.Differs)]
    public void A_printed_grade_is_held_against_its_band(string printed, ProgressVerdict verdict) =>
        Assert.Equal(verdict, OfGoal(GoalHalfUp, GoalOf(printed, "80 90")).Verdict);

    [Theory]
    [InlineData("66.7", ProgressVerdict.Agrees)]
    [InlineData("67", ProgressVerdict.Agrees)]
    [InlineData("66.6", ProgressVerdict.Differs)]
    public void Without_a_declared_rule_a_plain_mean_is_compared_as_far_as_the_printed_figure_goes(string printed, ProgressVerdict verdict)
    {
        var progress = OfGoal(null, GoalOf(printed, "50 50 100"));
        Assert.Equal((verdict, false, ElementRole.Measure), (progress.Verdict, progress.Computed!.Rule.Stated, progress.Computed.Rule.Over));
        Assert.Contains("states no rule", progress.Computed.Rule.Description!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weighted_mean_weighs()
    {
        var rule = Rule(ElementRole.Goal, ElementRole.Measure, AggregationMethod.WeightedMean, Rounding.None);
        var goal = Goal("", Weighing(3, "80"), Weighing(1, "40"));
        Assert.Equal(70.0, OfGoal(rule, goal).Computed!.Exact);

        static PlanElement Weighing(double weight, string printed) => new()
        {
            Id = printed, Level = new PlanLevel(2, ElementRole.Measure, "施策"), Title = new("題", null), Weight = weight, Assessments = [Printed(printed)],
        };
    }

    [Fact]
    public void Parts_are_the_nearest_of_their_role_and_repeats_are_left_out()
    {
        var repeat = new PlanElement { Id = "again", Level = new PlanLevel(2, ElementRole.Measure, "Measure"), Title = new("再掲", null), RepeatOf = "x", Assessments = [Printed("0")] };
        var goal = Goal("", Element(ElementRole.Theme, "10", Measure("60"), Measure("80")), Measure("70"), repeat);
        var computed = OfGoal(GoalHalfUp, goal).Computed!;
        Assert.Equal((70.0, 3), (computed.Percent, computed.Parts));
    }

    [Fact]
    public void Thirds_do_not_miss_a_whole_number_by_their_last_digit()
    {
        var third = () => Measure("", Initiative("0★"), Initiative("0★"), Initiative("10★"));
        var goal = Goal("25", third(), third(), third(), Measure("", Initiative("0★")));
        var progress = new ProgressCalculation(PlanOf([MeasureOfStars, GoalFloor], "", goal)).Latest(goal)!.Value;
        Assert.Equal((ProgressVerdict.Agrees, 25.0), (progress.Verdict, progress.Computed!.Percent));
    }

    [Fact]
    public void Each_year_has_its_own_progress_and_the_latest_rated_is_found()
    {
        var goal = Element(ElementRole.Goal, [Printed("40", 2019), Printed("50", 2020), Printed("?", 2021)]);
        var calculation = new ProgressCalculation(PlanOf([], "", goal));
        Assert.Equal([2019, 2020, 2021], calculation.Series(goal).Select(progress => progress.FiscalYear.Year));
        Assert.Equal((new FiscalYear(2020), 50.0), (calculation.LatestRatedYear(goal), calculation.Latest(goal)!.Value.Percent));
        Assert.Equal(40.0, calculation.In(new FiscalYear(2019), goal)!.Value.Percent);
        Assert.Equal(ProgressVerdict.NotRated, calculation.In(new FiscalYear(2021), goal)!.Value.Verdict);
        Assert.Null(calculation.In(new FiscalYear(2022), goal));
    }

    [Fact]
    public void A_quarter_is_in_the_fiscal_year_that_it_ends_in_and_the_years_end_comes_last()
    {
        var quarter = new Assessment(
            new PrintedRating(Percent, "20", 20, 20), new Reporting(new PeriodOfValue(PeriodKind.Quarter, new Period(new(2020, 4, 1), new(2020, 6, 30)), null)), new(Report, "表"));
        var goal = Element(ElementRole.Goal, [Printed("50"), quarter]);
        var calculation = new ProgressCalculation(PlanOf([], "", goal));
        Assert.Equal([new DateOnly(2020, 6, 30), new DateOnly(2021, 3, 31)], calculation.Series(goal).Select(progress => progress.AsOf));
        Assert.Equal(50.0, calculation.In(new FiscalYear(2020), goal)!.Value.Percent);
    }

    [Fact]
    public void The_sample_pledges_show_every_verdict_side_by_side()
    {
        var plan = PlanFolder.SamplePlan("sample-pledges");
        var calculation = new ProgressCalculation(plan);
        Assert.Equal(
            [
                "sample-pledges 72.5 Agrees 72.5", "finances 73 Agrees 72.5", "budget 90 Agrees 90", "simulation 100 PublishedOnly -", "savings 80 PublishedOnly -",
                "training 55 Differs 50", "courses 40 PublishedOnly -", "exams 60 PublishedOnly -", "families 72 SourcesConflict 72", "nurseries 72 NotComparable 80",
                "places 80 PublishedOnly -", "hours - NotRated -", "fees - NotRated -",
            ],
            Lines(plan.Id, null).Concat(plan.Elements.SelectMany(All).SelectMany(element => Lines(element.Id, element))));

        IEnumerable<string> Lines(string id, PlanElement? element) => calculation.In(new FiscalYear(2020), element) is { } progress
            ? [string.Create(CultureInfo.InvariantCulture, $"{id} {Shown(progress.Percent)} {progress.Verdict} {Shown(progress.Computed?.Exact)}")] : [];

        static IEnumerable<PlanElement> All(PlanElement element) => element.Children.SelectMany(All).Prepend(element);
        static string Shown(double? percent) => percent?.ToString(CultureInfo.InvariantCulture) ?? "-";
    }

    [Fact]
    public void What_a_revision_ended_is_no_part_any_more()
    {
        // The strategy's energy theme weighs its measures; wind ended with the midterm review of April 2023.
        var plan = PlanFolder.SamplePlan("sample-values");
        var energy = plan.Elements[0].Children[0];
        var computed = new ProgressCalculation(plan).In(new FiscalYear(2023), energy)!.Value.Computed!;
        Assert.Equal((120.0, 1, 1), (computed.Percent, computed.Parts, computed.Rated));
    }
}
