using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§2.10.4 String Value.</summary>
public class StringValueTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" a # b , \"", " a # b , ")]
    [InlineData("\"日本語 é 😀\"", "日本語 é 😀")]
    [InlineData("\"tab\tand \0 control\"", "tab\tand \0 control")]
    [InlineData(@"""\"" \\ \/ \b \f \n \r \t""", "\" \\ / \b \f \n \r \t")]
    [InlineData(@"""\u0041\u00e9\u65E5""", "Aé日")]
    [InlineData(@"""\u{41}\u{00000e9}\u{65E5}\u{1F600}\u{10FFFF}""", "Aé日😀\U0010FFFF")]
    [InlineData(@"""\uD83D\uDE00""", "😀")]
    [InlineData(@"""\uFFFE\u{FFFF}""", "\uFFFE\uFFFF")]
    public void Escapes_stand_for_characters(string text, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parser.ParseValue(text));
        Assert.Equal(value, node.Value);
        Assert.False(node.IsBlock);
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(Printer.Print(node))).Value);
    }

    [Theory]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("\"a", "Unterminated string.", 1, 3)]
    [InlineData("\"a\nb\"", "Unterminated string.", 1, 3)]
    [InlineData("\"a\rb\"", "Unterminated string.", 1, 3)]
    [InlineData("\"\\\"", "Unterminated string.", 1, 4)]
    [InlineData("\"\\z\"", "Invalid character escape sequence: \"\\z\".", 1, 2)]
    [InlineData("\"\\'\"", "Invalid character escape sequence: \"\\'\".", 1, 2)]
    [InlineData("\"\\", "Invalid character escape sequence: \"\\\".", 1, 2)]
    [InlineData(@"""a\u1""", "Invalid Unicode escape sequence: \"\\u1\"\".", 1, 3)]
    [InlineData(@"""a\u00zz""", "Invalid Unicode escape sequence: \"\\u00zz\".", 1, 3)]
    [InlineData(@"""\uD83D""", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData(@"""\uDE00\uD83D""", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 2)]
    [InlineData(@"""\uD83D\u0041""", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData(@"""\uD83D\u{DE00}""", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData(@"""\u{}""", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 2)]
    [InlineData(@"""\u{D83D}""", "Invalid Unicode escape sequence: \"\\u{D83D}\".", 1, 2)]
    [InlineData(@"""\u{110000}""", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData(@"""\u{1F6""", "Invalid Unicode escape sequence: \"\\u{1F6\"\".", 1, 2)]
    [InlineData(@"""\u{000000041}""", "Invalid Unicode escape sequence: \"\\u{000000041\".", 1, 2)]
    [InlineData(@"""\u{FFFFFFFF}""", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 2)]
    public void What_is_no_string_is_refused(string text, string message, int line, int column) =>
        Refuses(() => Parser.ParseValue(text), message, line, column);

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t\n ", "")]
    [InlineData("one line ", "one line ")]
    [InlineData("  one line", "  one line")]
    [InlineData("\n    one\n      two\n    three\n  ", "one\n  two\nthree")]
    [InlineData("zero\n    one\n      two\n", "zero\none\n  two")]
    [InlineData("\n\tone\n two", "one\ntwo")]
    [InlineData("\n  one\n \n\n      two\n", "one\n\n\n    two")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("raw \\n \\u0041 \\ \" \"\" x", "raw \\n \\u0041 \\ \" \"\" x")]
    [InlineData("three \\\"\"\" quotes", "three \"\"\" quotes")]
    [InlineData("日本語 😀", "日本語 😀")]
    public void Block_strings_lose_their_layout_and_nothing_else(string raw, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parser.ParseValue($"\"\"\"{raw}\"\"\""));
        Assert.Equal(value, node.Value);
        Assert.True(node.IsBlock);
    }

    [Theory]
    [InlineData("\"\"\"", "Unterminated string.", 1, 4)]
    [InlineData("\"\"\"a\n  b", "Unterminated string.", 2, 4)]
    [InlineData("\"\"\"a\\\"\"\"", "Unterminated string.", 1, 9)]
    [InlineData("\"\"\"a\"\"", "Unterminated string.", 1, 7)]
    [InlineData("\"\"\"a\"\"\"\"", "Unterminated string.", 1, 9)]
    public void A_block_string_that_does_not_end_is_refused(string text, string message, int line, int column) =>
        Refuses(() => Parser.ParseValue(text), message, line, column);

    [Fact]
    public void Tokens_after_a_block_string_keep_their_lines() =>
        Refuses("\"\"\"\r\na\r\n\"\"\"\r\n type A { ? }", "Unexpected character: \"?\".", 4, 11);
}
