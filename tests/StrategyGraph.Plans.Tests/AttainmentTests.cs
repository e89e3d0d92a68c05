using System.Globalization;
using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests;

/// <summary>
/// Cases in short: B baseline, T target, A actual, F forecast; its fiscal year, 2020-2024 for several, 2021Q1 a quarter, 2021d the last day
/// of it; how the number is meant (= ≥ > ≤ &lt; ≈ keep up down, or ? for missing); the number, 14..15 a range, a text; [a part]. The plan is of 2020 to 2024.
/// </summary>
public partial class AttainmentTests
{
    private static readonly Plan Plan = new()
    {
        Id = "plan", Municipality = new Municipality { Code = MunicipalityCode.Parse("012131"), Name = new("見本市", null) }, Kind = PlanKind.ComprehensiveStrategy,
        Status = PlanStatus.Adopted, Coverage = Coverage.Whole, Title = new("戦略", null), Period = new(new(2020, 4, 1), new(2025, 3, 31)),
    };

    private static Indicator Indicator(string values, IndicatorDirection direction, Accumulation accumulation = Accumulation.Unstated, string? unit = null) => new()
    {
        Id = "indicator", Kind = IndicatorKind.Kpi, Name = new("指標", null), Direction = direction, Accumulation = accumulation, Unit = unit,
        Observations = [.. values.Split(' ').Select(Observation)],
    };

    private static Observation Observation(string written)
    {
        var groups = Written().Match(written) is { Success: true } match ? match.Groups : throw new ArgumentException($"'{written}' is not understood.");
        var (year, number) = (int.Parse(groups["year"].Value, CultureInfo.InvariantCulture), groups["number"].Value);
        var span = new FiscalYear(year).Span;
        var period = groups["span"].Value switch
        {
            "" => new PeriodOfValue(PeriodKind.FiscalYear, span, null),
            "d" => new PeriodOfValue(PeriodKind.Date, new(span.End, span.End), null),
            ['Q', var quarter] => new PeriodOfValue(PeriodKind.Quarter, new(span.Start.AddMonths(3 * (quarter - '1')), span.Start.AddMonths(3 * (quarter - '0')).AddDays(-1)), null),
            ['-', .. var last] => new PeriodOfValue(PeriodKind.Years, new(span.Start, new FiscalYear(int.Parse(last, CultureInfo.InvariantCulture)).End), null),
            _ => throw new ArgumentException(written),
        };
        var ends = number.TrimEnd('%').Split("..").Select(n => decimal.TryParse(n, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null).ToList();
        var isMissing = groups["how"].Value == "?";
        return new Observation
        {
            Kind = groups["kind"].Value switch { "B" => ObservationKind.Baseline, "T" => ObservationKind.Target, "A" => ObservationKind.Actual, _ => ObservationKind.Forecast },
            Period = period, Text = isMissing ? "" : groups["how"].Value + number, Part = groups["part"] is { Success: true, Value: var part } ? part : null,
            Value = isMissing ? null : ends[0], Upper = ends is [_, var upper] ? upper : null, Missing = isMissing ? MissingReason.NotYet : null,
            Comparator = groups["how"].Value switch
            {
                "≥" => Comparator.Gte,
                ">" => Comparator.Gt,
                "≤" => Comparator.Lte,
                "<" => Comparator.Lt,
                "≈" => Comparator.About,
                "keep" => Comparator.Maintain,
                "up" => Comparator.Increase,
                "down" => Comparator.Decrease,
                _ => ends.Count == 2 ? Comparator.Range : ends[0] is null && !isMissing ? Comparator.Text : Comparator.Eq,
            },
        };
    }

    /// <summary>The verdict, the percentage where there is one, and the formula.</summary>
    private static string Told(Attainment attainment) => string.Create(
        CultureInfo.InvariantCulture, $"{EnumNames<AttainmentVerdict>.Of(attainment.Verdict)}{(attainment.Percent is { } percent ? $" {percent:0.##}%" : "")} | {attainment.Formula}");

    [GeneratedRegex(@"^(?<kind>[BTAF])(?<year>\d{4})(?<span>(d|Q\d|-\d{4})?)(?<how>=|≥|>|≤|<|≈|keep|up|down|\?)(?<number>[^\[]*)(\[(?<part>.+)\])?$")]
    private static partial Regex Written();

    [Theory]
    [InlineData("B2018=100 T2024=150 A2021=120", "NOT_REACHED 40% | (actual 120 − baseline 100) ÷ (target 150 − baseline 100); reached at 150 or more")]
    [InlineData("B2018=100 T2024=150 A2021=165", "REACHED 130% | (actual 165 − baseline 100) ÷ (target 150 − baseline 100); reached at 150 or more")]
    [InlineData("B2018=100 T2024=150 A2021=90", "NOT_REACHED -20% | (actual 90 − baseline 100) ÷ (target 150 − baseline 100); reached at 150 or more")]
    [InlineData("T2024=100 A2021=80", "NOT_REACHED 80% | actual 80 ÷ target 100; reached at 100 or more")]
    [InlineData("T2024=100 A2021=100", "REACHED 100% | actual 100 ÷ target 100; reached at 100 or more")]
    [InlineData("T2024≥100 A2021=80", "NOT_REACHED 80% | actual 80 ÷ target 100; reached at 100 or more")]
    [InlineData("T2024>100 A2021=100", "NOT_REACHED 100% | actual 100 ÷ target 100; reached at more than 100")]
    [InlineData("B2018=0 T2024=10 A2021=4", "NOT_REACHED 40% | (actual 4 − baseline 0) ÷ (target 10 − baseline 0); reached at 10 or more")]
    [InlineData("B2018=50 T2024=50 A2021=40", "NOT_REACHED 80% | actual 40 ÷ target 50; reached at 50 or more")]
    [InlineData("B2018=0 T2024=0 A2021=0", "REACHED | actual 0; reached at 0 or more")]
    [InlineData("T2024=0 A2021=5", "REACHED | actual 5; reached at 0 or more")]
    [InlineData("B2018=17.5 T2024=17 A2021=17.2", "REACHED 101.18% | actual 17.2 ÷ target 17; reached at 17 or more")]
    [InlineData("B2018=-120 T2024=-50 A2021=-85", "NOT_REACHED 50% | (actual -85 − baseline -120) ÷ (target -50 − baseline -120); reached at -50 or more")]
    [InlineData("T2024=-50 A2021=-85", "NOT_REACHED | actual -85; reached at -50 or more")]
    [InlineData("T2024=50 A2021=-5", "NOT_REACHED | actual -5; reached at 50 or more")]
    public void More_is_better(string values, string told) => Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter))));

    [Theory]
    [InlineData("B2018=20 T2024=10 A2021=15", "NOT_REACHED 50% | (baseline 20 − actual 15) ÷ (baseline 20 − target 10); reached at 10 or less")]
    [InlineData("B2018=20 T2024=0 A2021=0", "REACHED 100% | (baseline 20 − actual 0) ÷ (baseline 20 − target 0); reached at 0 or less")]
    [InlineData("B2018=20 T2024=0 A2021=25", "NOT_REACHED -25% | (baseline 20 − actual 25) ÷ (baseline 20 − target 0); reached at 0 or less")]
    [InlineData("T2024=10 A2021=8", "REACHED | actual 8; reached at 10 or less")]
    [InlineData("T2024=10 A2021=12", "NOT_REACHED | actual 12; reached at 10 or less")]
    [InlineData("T2024<10 A2021=10", "NOT_REACHED | actual 10; reached at less than 10")]
    [InlineData("B2018=5 T2024=10 A2021=8", "REACHED | actual 8; reached at 10 or less")]
    [InlineData("B2018=10 T2024=10 A2021=11", "NOT_REACHED | actual 11; reached at 10 or less")]
    public void Less_is_better(string values, string told) => Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.LowerIsBetter))));

    [Theory]
    [InlineData("T2024≤10 A2021=12", "NOT_REACHED | actual 12; reached at 10 or less")]
    [InlineData("T2024≥10 A2021=12", "REACHED 120% | actual 12 ÷ target 10; reached at 10 or more")]
    [InlineData("B2018=10 T2024=20 A2021=12", "NOT_REACHED 20% | (actual 12 − baseline 10) ÷ (target 20 − baseline 10); reached at 20 or more, being above the baseline 10")]
    [InlineData("B2018=20 T2024=10 A2021=12", "NOT_REACHED 80% | (baseline 20 − actual 12) ÷ (baseline 20 − target 10); reached at 10 or less, being below the baseline 20")]
    [InlineData("T2024=10 A2021=10", "REACHED | actual 10; reached at 10")]
    [InlineData("T2024=10 A2021=12", "NOT_COMPARABLE | actual 12; reached at 10; which side of it is good is not said")]
    [InlineData("B2018=10 T2024=10 A2021=12", "NOT_COMPARABLE | actual 12; reached at 10; which side of it is good is not said")]
    [InlineData("T2024=14..15 A2021=14.5", "REACHED | actual 14.5; reached at 14 to 15")]
    [InlineData("T2024=14..15 A2021=15.5", "NOT_REACHED | actual 15.5; reached at 14 to 15")]
    public void Where_no_direction_is_stated_the_comparator_or_the_baseline_says_it_or_nobody(string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.Unstated))));

    [Theory]
    [InlineData(IndicatorDirection.Keep, "B2018=17 T2024keep A2021=17", "REACHED | actual 17; reached at 17")]
    [InlineData(IndicatorDirection.Keep, "B2018=17 T2024keep A2021=16", "NOT_REACHED | actual 16; reached at 17")]
    [InlineData(IndicatorDirection.Keep, "T2024=17 A2021=18", "NOT_REACHED | actual 18; reached at 17")]
    [InlineData(IndicatorDirection.Keep, "T2024≈17 A2021=17.2", "NOT_COMPARABLE | actual 17.2; reached at about 17; how far \"about\" reaches is not said")]
    [InlineData(IndicatorDirection.HigherIsBetter, "T2024≈17 A2021=17.2", "REACHED 101.18% | actual 17.2 ÷ target 17; reached at about 17")]
    [InlineData(IndicatorDirection.HigherIsBetter, "T2024≈17 A2021=16.9", "NOT_COMPARABLE 99.41% | actual 16.9 ÷ target 17; reached at about 17; how far \"about\" reaches is not said")]
    [InlineData(IndicatorDirection.HigherIsBetter, "B2018=50 T2024keep A2021=55", "REACHED 110% | actual 55 ÷ target 50; reached at 50 or more")]
    [InlineData(IndicatorDirection.HigherIsBetter, "T2024keep50 A2021=45", "NOT_REACHED 90% | actual 45 ÷ target 50; reached at 50 or more")]
    [InlineData(IndicatorDirection.Unstated, "B2018=50 T2024keep A2021=55", "NOT_COMPARABLE | actual 55; reached at 50; which side of it is good is not said")]
    [InlineData(IndicatorDirection.Unstated, "T2024keep A2021=55", "NOT_COMPARABLE | the target \"keep\" is measured from a baseline, and no such number is printed")]
    [InlineData(IndicatorDirection.Range, "T2024=14..15 A2021=13", "NOT_REACHED | actual 13; reached at 14 to 15")]
    [InlineData(IndicatorDirection.Range, "T2024=14 A2021=13", "NOT_COMPARABLE | actual 13; reached at 14; which side of it is good is not said")]
    public void To_be_kept_about_a_number_or_in_a_band(IndicatorDirection direction, string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, direction))));

    [Theory]
    [InlineData("人", "B2018=100 T2024up A2021=101", "REACHED | actual 101; reached at more than the baseline 100")]
    [InlineData("人", "B2018=100 T2024up A2021=100", "NOT_REACHED | actual 100; reached at more than the baseline 100")]
    [InlineData("人", "B2018=100 T2024down A2021=99", "REACHED | actual 99; reached at less than the baseline 100")]
    [InlineData("人", "B2018=100 T2024up50 A2021=120", "NOT_REACHED 40% | (actual 120 − baseline 100) ÷ (target 150 − baseline 100); reached at 150 or more")]
    [InlineData("人", "B2018=200 T2024down10% A2021=190", "NOT_REACHED 50% | (baseline 200 − actual 190) ÷ (baseline 200 − target 180); reached at 180 or less")]
    [InlineData("%", "B2018=20 T2024up10% A2021=25", "NOT_COMPARABLE | the target \"up10%\" may be of percent or of percentage points")]
    [InlineData("人", "B2018=0 T2024up10% A2021=25", "NOT_COMPARABLE | the target \"up10%\" is a share of the baseline 0, of which there is none")]
    [InlineData("人", "T2024up A2021=25", "NOT_COMPARABLE | the target \"up\" is measured from a baseline, and no such number is printed")]
    [InlineData("人", "B2018?5 T2024up A2021=25", "NOT_COMPARABLE | the target \"up\" is measured from a baseline, and no such number is printed")]
    [InlineData("人", "T2024up A2021up", "REACHED | the target says \"up\", the actual \"up\"")]
    [InlineData("人", "T2024up A2021down", "NOT_REACHED | the target says \"up\", the actual \"down\"")]
    [InlineData("人", "T2024up A2021keep", "NOT_REACHED | the target says \"up\", the actual \"keep\"")]
    [InlineData("人", "T2024=5 A2021up", "NOT_COMPARABLE | the target says \"=5\", the actual \"up\", which is a change and not a level")]
    public void To_rise_or_fall_from_the_baseline(string unit, string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.Unstated, unit: unit))));

    [Theory]
    [InlineData("T2024=設置 A2021=設置", "REACHED | the actual says what the target says: \"=設置\"")]
    [InlineData("T2024=設置 A2021=検討中", "NOT_COMPARABLE | the target is a text, \"=設置\", and the actual says \"=検討中\"")]
    [InlineData("T2024=100 A2021=増加傾向", "NOT_COMPARABLE | the actual \"=増加傾向\" is a text without a number")]
    [InlineData("T2024=設置 A2021=3", "NOT_COMPARABLE | the target is a text, \"=設置\", and the actual says \"=3\"")]
    [InlineData("T2024≥多数 A2021=3", "NOT_COMPARABLE | the target \"≥多数\" is a text without a number")]
    public void A_text_is_reached_where_the_actual_says_the_same(string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter))));

    [Theory]
    [InlineData("T2024=100 A2021≥120", "REACHED | actual \"≥120\"; reached at 100 or more")]
    [InlineData("T2024=100 A2021≥80", "NOT_COMPARABLE | actual \"≥80\"; reached at 100 or more; what is printed leaves both open")]
    [InlineData("T2024=100 A2021<100", "NOT_REACHED | actual \"<100\"; reached at 100 or more")]
    [InlineData("T2024=14..20 A2021=15..16", "REACHED | actual \"=15..16\"; reached at 14 to 20")]
    [InlineData("T2024=14..20 A2021=19..21", "NOT_COMPARABLE | actual \"=19..21\"; reached at 14 to 20; what is printed leaves both open")]
    public void An_actual_that_leaves_something_open_is_judged_where_all_it_leaves_open_agrees(string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter))));

    [Theory]
    [InlineData(Accumulation.SumOverPlan, "T2020-2024=50 A2020=10 A2021=12 A2022=8", "NOT_REACHED 60% | sum of actuals 30 (10 + 12 + 8) ÷ target 50; reached at 50 or more")]
    [InlineData(Accumulation.SumOverPlan, "T2024=20 A2020=10 A2021=12", "REACHED 110% | sum of actuals 22 (10 + 12) ÷ target 20; reached at 20 or more")]
    [InlineData(Accumulation.SumOverPlan, "T2024=50 A2020=10 A2022=8", "NOT_COMPARABLE | the target is of all of 2020-04-01 to 2025-03-31, and no actual from 2021-04-01 on is printed")]
    [InlineData(Accumulation.SumOverPlan, "T2024=50 A2020=10 A2021?x A2022=8", "NOT_COMPARABLE | the target is of all of 2020-04-01 to 2025-03-31, and no actual from 2021-04-01 on is printed")]
    [InlineData(Accumulation.SumOverPlan, "B2019=9 T2024=50 A2020=10 A2021Q1=3 A2021=12", "NOT_REACHED 44% | sum of actuals 22 (10 + 12) ÷ target 50; reached at 50 or more")]
    [InlineData(Accumulation.SumOverPlan, "T2024=50 A2020=10 A2021=多数", "NOT_COMPARABLE | the actual \"=多数\" is no number to add up")]
    [InlineData(Accumulation.SumOverPlan, "T2024≤50 A2020=10 A2021=12", "NOT_COMPARABLE | sum of actuals 22 (10 + 12); reached at 50 or less; the target's time is not over, and the sum can still grow")]
    [InlineData(Accumulation.SumOverPlan, "T2024≤20 A2020=10 A2021=12", "NOT_REACHED | sum of actuals 22 (10 + 12); reached at 20 or less")]
    [InlineData(Accumulation.SumOverPlan, "T2024=50 A2018=10", "NOT_COMPARABLE | the target is of 2020-04-01 to 2025-03-31, the actual of before")]
    [InlineData(Accumulation.Average, "T2020-2022=10 A2020=8 A2021=12 A2022=13", "REACHED 110% | mean of actuals 11 ((8 + 12 + 13) ÷ 3) ÷ target 10; reached at 10 or more")]
    [InlineData(Accumulation.Average, "T2020-2022=10 A2020=8 A2021=12", "NOT_COMPARABLE | the target is of all of 2020-04-01 to 2023-03-31, and no actual from 2022-04-01 on is printed")]
    [InlineData(Accumulation.Average, "T2024=10 A2021=12", "REACHED 120% | actual 12 ÷ target 10; reached at 10 or more")]
    [InlineData(Accumulation.Cumulative, "T2020-2024=50 A2021=22", "NOT_REACHED 44% | actual 22 ÷ target 50; reached at 50 or more")]
    [InlineData(Accumulation.Cumulative, "T2024=50 A2021Q2=22", "NOT_REACHED 44% | actual 22 ÷ target 50; reached at 50 or more")]
    [InlineData(Accumulation.SinglePeriod, "T2020-2024=50 A2021=22", "NOT_COMPARABLE | the target is of 2020-04-01 to 2025-03-31, the actual of 2021-04-01 to 2022-03-31, and how values of such spans go together is not said")]
    [InlineData(Accumulation.Unstated, "T2020-2024=50 A2021=22", "NOT_COMPARABLE | the target is of 2020-04-01 to 2025-03-31, the actual of 2021-04-01 to 2022-03-31, and how values of such spans go together is not said")]
    [InlineData(Accumulation.Unstated, "T2024=50 A2024Q1=22", "NOT_COMPARABLE | the target is of 2024-04-01 to 2025-03-31, the actual of 2024-04-01 to 2024-06-30, and how values of such spans go together is not said")]
    [InlineData(Accumulation.SinglePeriod, "T2024=50 A2021d=22", "NOT_REACHED 44% | actual 22 ÷ target 50; reached at 50 or more")]
    public void Years_are_added_up_only_where_the_plan_says_so_and_none_is_missing(Accumulation accumulation, string values, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter, accumulation))));

    [Theory]
    [InlineData("T2022=10 T2024=20 A2021=5 A2022=8", null, "T2022=10 A2022=8")]
    [InlineData("T2022=10 T2024=20 A2021=5 A2022=8", 2021, "T2022=10 A2021=5")]
    [InlineData("T2022=10 T2024=20 A2022=8 A2023=9", null, "T2024=20 A2023=9")]
    [InlineData("T2022=10 T2024=20 A2022=8 A2027=9", null, "T2024=20 A2027=9")]
    [InlineData("T2020=5 T2022d=10 A2022=8", null, "T2022d=10 A2022=8")]
    [InlineData("T2022=10 A2021=5 A2022?x", null, "T2022=10 A2021=5")]
    [InlineData("T2022=10 A2022Q4=2 A2022=8", null, "T2022=10 A2022=8")]
    [InlineData("T2022?x T2024=20 A2022=8", null, "T2024=20 A2022=8")]
    public void The_target_is_that_of_the_actuals_time_else_the_next_else_the_last(string values, int? year, string chosen)
    {
        var attainment = Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter), year);
        var expected = chosen.Split(' ').Select(Observation).ToList();
        Assert.Equal((expected[0].Period, expected[0].Value), (attainment.Target!.Period, attainment.Target.Value));
        Assert.Equal((expected[1].Period, expected[1].Value), (attainment.Actuals[0].Period, attainment.Actuals[0].Value));
    }

    [Theory]
    [InlineData("T2024=10", null, "NO_ACTUAL | no actual is printed")]
    [InlineData("T2024=10 F2023=12", null, "NO_ACTUAL | no actual is printed")]
    [InlineData("T2024=10 A2023?x", null, "NO_ACTUAL | no actual is printed (NOT_YET)")]
    [InlineData("T2024=10 A2021=5", 2022, "NO_ACTUAL | no actual of fiscal year 2022 is printed")]
    [InlineData("T2024=10 A2021=5", int.MinValue, "NO_ACTUAL | no actual of fiscal year -2147483648 is printed")]
    [InlineData("T2024=10 A2021=5", int.MaxValue, "NO_ACTUAL | no actual of fiscal year 2147483647 is printed")]
    [InlineData("A2021=5", null, "NO_TARGET | no target is printed")]
    [InlineData("T2024?x A2021=5", null, "NO_TARGET | no target is printed (NOT_YET)")]
    [InlineData("B2018=5", null, "NO_TARGET | no target is printed")]
    public void What_is_not_printed_is_said_to_be_missing(string values, int? year, string told) =>
        Assert.Equal(told, Told(Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter), year)));

    [Theory]
    [InlineData("T2024=10[男] T2024=20[女] A2021=12[男] A2021=25[女]", "REACHED | 男: actual 12 ÷ target 10; reached at 10 or more; 女: actual 25 ÷ target 20; reached at 20 or more")]
    [InlineData("T2024=10[男] T2024=20[女] A2021=12[男] A2021=15[女]", "NOT_REACHED | 男: actual 12 ÷ target 10; reached at 10 or more; 女: actual 15 ÷ target 20; reached at 20 or more")]
    [InlineData("T2024=10[男] T2024=20[女] A2021=12[男]", "NOT_COMPARABLE | 男: actual 12 ÷ target 10; reached at 10 or more; 女: no actual is printed")]
    [InlineData("T2024=10 A2021=12[男] A2021=15[女]", "NOT_COMPARABLE | the target is of the whole, the actuals are of parts (男, 女)")]
    [InlineData("T2024=10[男] A2021=12", "NOT_COMPARABLE | the actual is of the whole, the targets are of parts (男)")]
    [InlineData("T2024=30 T2024=10[男] A2021=33 A2021=5[男]", "REACHED 110% | actual 33 ÷ target 30; reached at 30 or more")]
    public void Parts_are_held_against_parts(string values, string told)
    {
        var attainment = Attainment.Of(Plan, Indicator(values, IndicatorDirection.HigherIsBetter));
        Assert.Equal(told, Told(attainment));
        Assert.Equal(values.Split(' ').Select(v => Observation(v).Part).OfType<string>().Distinct(), attainment.Parts.Select(part => part.Part));
    }

    [Fact]
    public void A_sum_over_a_plan_without_a_period_is_not_made() => Assert.Equal(
        "NOT_COMPARABLE | the target is a sum over the plan, whose period is not printed",
        Told(Attainment.Of(Plan with { Period = null }, Indicator("T2024=10 A2021=5", IndicatorDirection.HigherIsBetter, Accumulation.SumOverPlan))));

    [Fact]
    public void Whatever_is_printed_nothing_is_thrown_and_every_percentage_is_a_number()
    {
        var random = new Random(42);
        decimal[] numbers = [0, 1, -1, 0.1m, 100, -50, 1_000_000_000_000_000m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m];
        DateOnly[] days = [DateOnly.MinValue, new(2018, 4, 1), new(2020, 4, 1), new(2021, 3, 31), new(2021, 4, 1), new(2022, 3, 31), new(2025, 3, 31), DateOnly.MaxValue];
        for (var round = 0; round < 20_000; round++)
        {
            var indicator = new Indicator
            {
                Id = "i", Kind = IndicatorKind.Kpi, Name = new("指標", null), Unit = Any("人", "%", null), Direction = AnyOf<IndicatorDirection>(), Accumulation = AnyOf<Accumulation>(),
                Observations = [.. Enumerable.Range(0, random.Next(9)).Select(_ => AnyObservation())],
            };
            int? year = random.Next(3) == 0 ? random.Next(2017, 2026) : null;
            foreach (var attainment in Attainment.Of(random.Next(4) == 0 ? Plan with { Period = null } : Plan, indicator, year) is var whole ? whole.Parts.Append(whole) : [])
            {
                Assert.True(attainment.Percent is null || double.IsFinite(attainment.Percent.Value), attainment.Formula);
                Assert.NotEqual("", attainment.Formula);
                Assert.True(attainment.Percent is null || (attainment.Target is not null && attainment.Actuals is not []), attainment.Formula);
                Assert.Equal(attainment.Verdict is AttainmentVerdict.Reached or AttainmentVerdict.NotReached && attainment.Parts is [], attainment is { Verdict: AttainmentVerdict.Reached or AttainmentVerdict.NotReached, Parts: [], Target: not null, Actuals: not [] });
            }
        }

        Observation AnyObservation()
        {
            var (start, end) = (days[random.Next(days.Length)], days[random.Next(days.Length)]);
            decimal? value = random.Next(5) == 0 ? null : numbers[random.Next(numbers.Length)];
            return new Observation
            {
                Kind = AnyOf<ObservationKind>(), Period = new(AnyOf<PeriodKind>(), start <= end ? new(start, end) : new(end, start), null),
                Text = Any("500", "10%", "設置")!, Value = value, Upper = random.Next(3) == 0 ? numbers[random.Next(numbers.Length)] : null, Comparator = AnyOf<Comparator>(),
                Part = Any("男", null, null), Missing = random.Next(8) == 0 ? AnyOf<MissingReason>() : null, ReportedOn = random.Next(2) == 0 ? null : days[random.Next(days.Length)],
            };
        }

        string? Any(params string?[] choices) => choices[random.Next(choices.Length)];
        T AnyOf<T>() where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;
    }
}
