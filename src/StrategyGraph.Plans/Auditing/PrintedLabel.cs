using System.Globalization;

namespace StrategyGraph.Plans.Auditing;

/// <summary>Reads printed numbers of elements: ⑱, Ⅲ, (2), 4-4, Ａ.</summary>
internal static class PrintedLabel
{
    /// <summary>
    /// What two labels must share to be the same: the text without spaces, wide letters and digits made narrow. Null where
    /// the label numbers nothing: a bullet, or a word such as 新規.
    /// </summary>
    public static string? Key(string? label)
    {
        if (label is null) return null;
        var key = string.Concat(label.Where(letter => !char.IsWhiteSpace(letter)).Select(Narrow));
        return key.Any(IsNumber) || key.Count(char.IsLetter) == 1 ? key : null;
    }

    /// <summary>The whole number that a label is, brackets and points apart: 18 for ⑱, 3 for Ⅲ, 2 for (2); null for 4-4 and A.</summary>
    public static int? Ordinal(string? label)
    {
        if (Key(label) is not { } key) return null;
        var bare = key.Trim('(', ')', '[', ']', '「', '」', '【', '】', '<', '>', '.', '、', ',', ':');
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return bare is [var single] && CharUnicodeInfo.GetNumericValue(single) is var value and > 0 && value == Math.Floor(value) ? (int)value : null;
    }

    private static bool IsNumber(char letter) => CharUnicodeInfo.GetNumericValue(letter) >= 0;

    private static char Narrow(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;
}
