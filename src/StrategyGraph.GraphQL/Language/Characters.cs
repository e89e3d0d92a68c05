namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// The character classes of the lexical grammar (specification §2.1). A character is an <see cref="int"/> so that −1
/// can stand for the end of the text, which belongs to no class.
/// </summary>
internal static class Characters
{
    public const int End = -1;

    public static bool IsDigit(int c) => c is >= '0' and <= '9';

    public static bool IsNameStart(int c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';

    public static bool IsNameContinue(int c) => IsNameStart(c) || IsDigit(c);

    public static bool IsWhiteSpace(int c) => c is '\t' or ' ';

    public static bool IsLeadingSurrogate(int c) => c is >= 0xD800 and <= 0xDBFF;

    public static bool IsTrailingSurrogate(int c) => c is >= 0xDC00 and <= 0xDFFF;

    /// <summary>Any code point but a surrogate: what the specification calls a source character.</summary>
    public static bool IsScalarValue(int c) => c is >= 0 and <= 0xD7FF or >= 0xE000 and <= 0x10FFFF;

    /// <summary>The value of a hexadecimal digit; −1 for anything else.</summary>
    public static int HexValue(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
