namespace StrategyGraph.Plans.Tests;

public class CodesAndYearsTests
{
    [Theory]
    [InlineData("012131", "012131", "JP")]
    [InlineData("01213", "012131", "JP")]
    [InlineData("012360", "012360", "JP")]
    [InlineData("011002", "011002", "JP")]
    [InlineData("01100", "011002", "JP")]
    [InlineData("GB-E06000036", "GB-E06000036", "GB")]
    public void A_municipality_code_is_read_whole_or_completed(string written, string code, string country)
    {
        Assert.True(MunicipalityCode.TryParse(written, out var read, out _));
        Assert.Equal((code, country), (read.Value, read.Country));
    }

    [Theory]
    [InlineData("012132", "'012132' has the wrong check digit: 01213 ends in 1, so the code is 012131.")]
    [InlineData("1213", "'1213' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    [InlineData("０１２１３１", "'０１２１３１' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    [InlineData("JP-012131", "'JP-012131' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    [InlineData("gb-1", "'gb-1' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    [InlineData("", "'' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    public void A_wrong_municipality_code_says_why(string written, string expected)
    {
        Assert.False(MunicipalityCode.TryParse(written, out _, out var why));
        Assert.Equal(expected, why);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => MunicipalityCode.Parse(written)).Message);
    }

    [Theory]
    [InlineData(1988, "昭和63年度")]
    [InlineData(1989, "平成元年度")]
    [InlineData(2018, "平成30年度")]
    [InlineData(2019, "令和元年度")]
    [InlineData(2020, "令和2年度")]
    public void A_fiscal_year_has_an_era(int year, string era) => Assert.Equal(era, new FiscalYear(year).Era);

    [Theory]
    [InlineData(2020, 4, true, "令和2年度")]
    [InlineData(2020, 4, false, "2020/21")]
    [InlineData(1999, 7, false, "1999/00")]
    [InlineData(2020, 1, false, "2020")]
    public void A_fiscal_year_is_named_by_its_era_in_Japan_only(int year, int month, bool hasEra, string name)
    {
        Assert.Equal(name, new FiscalYear(year, month, hasEra).Name);
        Assert.Equal(hasEra, new FiscalYear(year, month, hasEra).Era is not null);
    }

    [Theory]
    [InlineData(2020, 4, "2020-04-01", "2021-03-31")]
    [InlineData(2019, 4, "2019-04-01", "2020-03-31")]
    [InlineData(2023, 7, "2023-07-01", "2024-06-30")]
    [InlineData(2024, 1, "2024-01-01", "2024-12-31")]
    public void A_fiscal_year_runs_from_its_first_month_to_the_day_before_the_next(int year, int month, string start, string end) =>
        Assert.Equal((DateOnly.Parse(start, null), DateOnly.Parse(end, null)), (new FiscalYear(year, month).Start, new FiscalYear(year, month).End));

    [Theory]
    [InlineData("2021-03-31", 4, 2020)]
    [InlineData("2021-04-01", 4, 2021)]
    [InlineData("2021-06-30", 7, 2020)]
    [InlineData("2021-01-01", 1, 2021)]
    public void A_day_is_in_the_fiscal_year_that_began_last(string day, int month, int year) =>
        Assert.Equal(new FiscalYear(year, month), FiscalYear.Containing(DateOnly.Parse(day, null), month));

    [Fact]
    public void A_fiscal_year_is_written_and_read_as_the_calendar_year_it_begins_in()
    {
        Assert.Equal("2020", new FiscalYear(2020).ToString());
        Assert.Equal(new FiscalYear(2020), FiscalYear.Parse("2020", null));
        Assert.Throws<FormatException>(() => FiscalYear.Parse("令和2年度", null));
        Assert.True(new FiscalYear(2019) < new FiscalYear(2020));
    }

    [Fact]
    public void A_period_includes_both_its_ends()
    {
        var period = new FiscalYear(2020).Span;
        Assert.True(period.Contains(new DateOnly(2020, 4, 1)));
        Assert.True(period.Contains(new DateOnly(2021, 3, 31)));
        Assert.False(period.Contains(new DateOnly(2021, 4, 1)));
    }

    [Fact]
    public void A_period_may_be_a_day_but_not_end_before_it_starts()
    {
        var day = new DateOnly(2020, 4, 1);
        Assert.True(new Period(day, day).Contains(day));
        Assert.Throws<ArgumentException>(() => new Period(day, day.AddDays(-1)));
    }

    [Theory]
    [InlineData("58", 58.0)]
    [InlineData("58%", 58.0)]
    [InlineData("５８．５％", 58.5)]
    [InlineData("1,234", 1234.0)]
    [InlineData("▲12.5", -12.5)]
    [InlineData(" 58 % ", 58.0)]
    [InlineData("58人", null)]
    [InlineData("1e3", null)]
    [InlineData("9,5", null)]
    [InlineData("1,234,56", null)]
    [InlineData("1,234,567.8", 1234567.8)]
    [InlineData("－", null)]
    [InlineData("", null)]
    public void A_printed_number_is_read_as_documents_write_it(string printed, double? number) =>
        Assert.Equal(number, (double?)PrintedNumber.Read(printed));
}
