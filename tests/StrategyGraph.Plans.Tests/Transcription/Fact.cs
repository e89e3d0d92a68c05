using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>
/// One checkable thing that a document prints: a title, a label, a figure, a department, a star rating.
/// Running prose is not a fact; of prose only its figures and 「names」 are.
/// </summary>
/// <param name="Place">Where it stands, written as the plan files' citations write it.</param>
/// <param name="Kind">goal, measure, initiative, label, subtitle, FY2020, department, activity …</param>
/// <param name="Value">Corrected and without white space.</param>
/// <param name="Printed">As the machine read it, on one line; empty where the fact has no wording of its own.</param>
internal sealed record Fact(string Place, string Kind, string Value, string Printed = "")
{
    public const string NotPrinted = "not printed";

    public string Line => $"{Place}\t{Kind}\t{Value}";

    public static Fact Worded(string place, string kind, string printed) =>
        new(place, kind, Wording.Plain(printed), Wording.OneLine(printed));
}

/// <summary>How wordings are compared.</summary>
internal static partial class Wording
{
    /// <summary>What the machine misread, and what stands there. Anything less sure is left as read and noted in the plan file.</summary>
    private static readonly (string Read, string Meant)[] Misreadings =
    [
        ("苦小牧", "苫小牧"),
        ("二ーズ", "ニーズ"), // the kanji for two, for the katakana ni
        ("つくとともに", "つくるとともに"),
        ("着実に●実行", "着実に実行"), // the bullet strayed into the second line
        ("CO₂CO₂(コツコツ)いこうト次世代のために「をスローガン」に", "「CO₂CO₂(コツコツ)いこうト次世代のために」をスローガンに"), // the quotation marks slipped
        ("ゼロこみ大作戦", "ゼロごみ大作戦"),
    ];

    /// <summary>Corrected, and without white space: the documents break lines inside titles, and the reading adds blanks.</summary>
    public static string Plain(string text) => Corrected(WhiteSpace().Replace(text, ""));

    public static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>The figures and 「names」 that a prose text gives, each once, in order of code points: what a shorter wording must keep.</summary>
    public static string FiguresAndNames(string prose)
    {
        var text = Corrected(prose);
        return InOrder(Figure().Matches(text).Concat(Name().Matches(text)).Select(m => Plain(m.Value)));
    }

    /// <summary>The words of at least so many kanji and katakana: what a wording in other words keeps of what it tells.</summary>
    public static IEnumerable<string> Terms(string prose, int shortest) => Term().Matches(prose).Select(m => m.Value).Where(term => term.Length >= shortest);

    public static string InOrder(IEnumerable<string> words) => string.Join(' ', words.Distinct().Order(StringComparer.Ordinal));

    private static string Corrected(string text) =>
        Misreadings.Aggregate(text, (corrected, misreading) => corrected.Replace(misreading.Read, misreading.Meant, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figure();

    [GeneratedRegex("「[^」]*」")]
    private static partial Regex Name();

    [GeneratedRegex("[々一-鿿ァ-ヴー]+")]
    private static partial Regex Term();
}
