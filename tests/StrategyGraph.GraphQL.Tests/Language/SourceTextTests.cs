using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§2.1 Source Text.</summary>
public class SourceTextTests
{
    [Theory] // §2.1.1, §2.1.2, §2.1.4, §2.1.6
    [InlineData("{a b}")]
    [InlineData("\uFEFF{a,b}")]
    [InlineData("{\ta ,,, \t b\r\n}\r\r\n")]
    [InlineData("#c\n{#c\ra#c\r\nb#}")]
    [InlineData("{a\uFEFFb}#")]
    public void Ignored_tokens_only_separate(string text)
    {
        if (text.EndsWith("#}", StringComparison.Ordinal)) text += "\n}";
        Reads(text, "{\n  a\n  b\n}");
    }

    [Theory]
    [InlineData("{a}\n# 日本語 😀 \0 ' \" ?")]
    [InlineData("#\uFFFF\n{a}")]
    public void Comments_hold_any_source_character(string text) => Reads(text, "{\n  a\n}");

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData(" \n# nothing but a comment", "Unexpected <EOF>.", 2, 24)]
    [InlineData("{a}\n  ?", "Unexpected character: \"?\".", 2, 3)]
    [InlineData("{a}\r\r\n ;", "Unexpected character: \";\".", 3, 2)]
    [InlineData("{ 'a' }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 3)]
    [InlineData("{ a\u00A0}", "Unexpected character: U+00A0.", 1, 4)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 1, 3)]
    [InlineData("{ 日 }", "Unexpected character: U+65E5.", 1, 3)]
    [InlineData("{ 😀 }", "Unexpected character: U+1F600.", 1, 3)]
    [InlineData("{ \0 }", "Unexpected character: U+0000.", 1, 3)]
    [InlineData("{ \b }", "Unexpected character: U+0008.", 1, 3)]
    [InlineData("{ \u2028 }", "Unexpected character: U+2028.", 1, 3)]
    [InlineData("{ . }", "Unexpected character: \".\".", 1, 3)]
    [InlineData("{ .. a }", "Unexpected \"..\", did you mean \"...\"?", 1, 3)]
    [InlineData("{ ....a }", "Unexpected character: \".\".", 1, 6)]
    [InlineData("{ a(b: .45) }", "Invalid number, expected digit before \".\", did you mean \"0.45\"?", 1, 8)]
    [InlineData("{ a - }", "Invalid number, expected digit but got: \" \".", 1, 6)]
    public void What_is_no_token_is_refused_where_it_stands(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    // Not as inline data: an unpaired surrogate does not survive the way into a test's name.
    [Fact]
    public void A_surrogate_without_its_pair_is_no_source_character()
    {
        Refuses("{ \uD83D }", "Invalid character: U+D83D.", 1, 3);
        Refuses("{ \uDE00 }", "Invalid character: U+DE00.", 1, 3);
        Refuses("# \uD83D", "Invalid character: U+D83D.", 1, 3);
        Refuses("{ a(b: \"x\uDE00\uD83D\") }", "Invalid character within String: U+DE00.", 1, 10);
        Refuses("{ a(b: \"\"\"\n\uD83D\"\"\") }", "Invalid character within String: U+D83D.", 2, 1);
    }

    [Theory] // §2.1.8
    [InlineData("_")]
    [InlineData("__typename")]
    [InlineData("aZ_09")]
    public void Names_are_of_letters_digits_and_underscores(string name) =>
        Assert.Equal(name, Assert.IsType<FieldNode>(Only<OperationDefinitionNode>($"{{{name}}}").SelectionSet.Selections[0]).Name.Value);

    [Fact]
    public void Names_are_case_sensitive_keywords_too() => Refuses("QUERY { a }", "Unexpected Name \"QUERY\".", 1, 1);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(6, 4, 1)]
    [InlineData(7, 4, 2)]
    [InlineData(8, 4, 3)]
    public void Lines_end_at_line_feed_carriage_return_or_both(int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new Source("ab\n\r\r\nc").LocationOf(offset));
}
