using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StrategyGraph.Plans;

/// <summary>A year of account, named by the calendar year it begins in: 2020 in Japan is 2020-04-01 … 2021-03-31, 令和2年度.</summary>
/// <param name="Year">The calendar year it begins in.</param>
/// <param name="StartMonth">Its first month: 4 in Japan and the United Kingdom's local government, 1 where it is the calendar year.</param>
/// <param name="HasEra">Whether it is Japan's, where years are named by eras. <see cref="Municipality.FiscalYear"/> knows.</param>
public readonly record struct FiscalYear(int Year, int StartMonth = 4, bool HasEra = true) : IParsable<FiscalYear>, IComparable<FiscalYear>
{
    public DateOnly Start => new(Year, StartMonth, 1);
    public DateOnly End => Start.AddYears(1).AddDays(-1);
    public Period Span => new(Start, End);

    /// <summary>The Japanese era's name for it, by its first day as is the custom for fiscal years: 平成30年度, 令和元年度, 令和2年度; null outside Japan.</summary>
    /// <remarks>2019年度 began in 平成 but is written 令和元年度 by the national government's usage after May 2019.</remarks>
    public string? Era => Year switch
    {
        _ when !HasEra => null,
        2019 => "令和元年度",
        > 2019 => string.Create(CultureInfo.InvariantCulture, $"令和{Year - 2018}年度"),
        1989 => "平成元年度",
        > 1989 => string.Create(CultureInfo.InvariantCulture, $"平成{Year - 1988}年度"),
        _ => string.Create(CultureInfo.InvariantCulture, $"昭和{Year - 1925}年度"),
    };

    /// <summary>As a person would say it: by its era in Japan; elsewhere 2020/21, or 2020 where it is the calendar year.</summary>
    public string Name => Era ?? (StartMonth == 1
        ? ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Year}/{(Year + 1) % 100:00}"));

    public static FiscalYear Containing(DateOnly day, int startMonth = 4, bool hasEra = true) =>
        new(day.Month >= startMonth ? day.Year : day.Year - 1, startMonth, hasEra);

    public int CompareTo(FiscalYear other) => Start.CompareTo(other.Start);
    public override string ToString() => Year.ToString(CultureInfo.InvariantCulture);

    public static FiscalYear Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var year) ? year : throw new FormatException($"'{s}' is not a fiscal year; write the calendar year it begins in, such as 2020.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FiscalYear result)
    {
        result = default;
        if (s is not { Length: 4 } || !int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1868) return false;
        result = new FiscalYear(year);
        return true;
    }

    public static bool operator <(FiscalYear left, FiscalYear right) => left.CompareTo(right) < 0;
    public static bool operator >(FiscalYear left, FiscalYear right) => left.CompareTo(right) > 0;
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.CompareTo(right) <= 0;
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.CompareTo(right) >= 0;
}
