namespace StrategyGraph.Plans.Inference;

/// <summary>The form in which words are looked for: small Latin letters of half width, hyphens and wide blanks as blanks.</summary>
internal static class FoldedText
{
    public static string Of(string text) => string.Create(text.Length, text, (folded, written) =>
    {
        for (var at = 0; at < folded.Length; at++) folded[at] = Of(written[at]);
    });

    public static bool IsLatin(char character) => char.IsAsciiLetterOrDigit(character);

    private static char Of(char character) => character switch
    {
        >= '！' and <= '～' => Of((char)(character - '！' + '!')),
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        '-' or '‐' or '–' or '　' => ' ',
        '’' => '\'',
        _ => character,
    };
}
