using System.Globalization;

namespace StrategyGraph.Plans;

/// <summary>Reads numbers as documents print them: 58, 58%, 1,234, ５８．５％.</summary>
internal static class PrintedNumber
{
    private const int LongestNumber = 40;

    /// <summary>The number that the text is, apart from a percent sign and spaces; null where it is anything else.</summary>
    public static decimal? Read(string printed)
    {
        if (printed.Length > LongestNumber) return null;
        Span<char> folded = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var letter in printed)
        {
            if (!char.IsWhiteSpace(letter)) folded[length++] = Folded(letter);
        }

        if (length > 0 && folded[length - 1] == '%') length--;
        if (!GroupsByThousands(folded[..length])) return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(folded[..length], Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Every comma before exactly three digits: 9,5 may be a decimal comma, and a guess would make it tenfold.</summary>
    private static bool GroupsByThousands(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        for (var comma = whole.IndexOf(','); comma >= 0; comma = whole.IndexOf(','))
        {
            whole = whole[(comma + 1)..];
            var next = whole.IndexOf(',');
            if ((next < 0 ? whole.Length : next) != 3) return false;
        }

        return point < 0 || !number[point..].Contains(',');
    }

    public static string WithoutSpaces(string printed) =>
        printed.Any(char.IsWhiteSpace) ? string.Concat(printed.Where(letter => !char.IsWhiteSpace(letter))) : printed;

    private static char Folded(char letter) => letter switch
    {
        >= '０' and <= '９' => (char)(letter - '０' + '0'),
        '％' => '%',
        '．' => '.',
        '，' => ',',
        '－' or '−' or '▲' or '△' => '-',
        '＋' => '+',
        _ => letter,
    };
}
