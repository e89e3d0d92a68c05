using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§2.10 Input Values, strings apart (see <see cref="StringValueTests"/>), and §2.12 Type References.</summary>
public class ValueTests
{
    [Theory] // §2.10.1
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("4")]
    [InlineData("-12345678901234567890")]
    public void Ints_keep_their_digits(string text) => Assert.Equal(text, Assert.IsType<IntValueNode>(Parser.ParseValue(text)).Value);

    [Theory] // §2.10.2
    [InlineData("0.0")]
    [InlineData("-1.50")]
    [InlineData("1e5")]
    [InlineData("1E+5")]
    [InlineData("-6.0221413e-23")]
    public void Floats_keep_their_digits(string text) => Assert.Equal(text, Assert.IsType<FloatValueNode>(Parser.ParseValue(text)).Value);

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\".", 2)]
    [InlineData("-01", "Invalid number, unexpected digit after 0: \"1\".", 3)]
    [InlineData("+1", "Unexpected character: \"+\".", 1)]
    [InlineData("-", "Invalid number, expected digit but got: <EOF>.", 2)]
    [InlineData("-a", "Invalid number, expected digit but got: \"a\".", 2)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1.e1", "Invalid number, expected digit but got: \"e\".", 3)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 4)]
    [InlineData("1e", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1e+\"", "Invalid number, expected digit but got: '\"'.", 4)]
    [InlineData("1.0em", "Invalid number, expected digit but got: \"m\".", 5)]
    [InlineData("0xF1", "Invalid number, expected digit but got: \"x\".", 2)]
    [InlineData("123abc", "Invalid number, expected digit but got: \"a\".", 4)]
    [InlineData("1_000", "Invalid number, expected digit but got: \"_\".", 2)]
    public void What_is_no_number_is_refused(string text, string message, int column) =>
        Refuses(() => Parser.ParseValue(text), message, 1, column);

    [Fact] // §2.10.3, §2.10.5, §2.10.6
    public void Words_are_booleans_null_or_enum_values()
    {
        Assert.True(Assert.IsType<BooleanValueNode>(Parser.ParseValue("true")).Value);
        Assert.False(Assert.IsType<BooleanValueNode>(Parser.ParseValue("false")).Value);
        Assert.IsType<NullValueNode>(Parser.ParseValue("null"));
        Assert.Equal("True", Assert.IsType<EnumValueNode>(Parser.ParseValue("True")).Value);
        Assert.Equal("on", Assert.IsType<EnumValueNode>(Parser.ParseValue("on")).Value);
    }

    [Theory] // §2.10.7, §2.10.8
    [InlineData("[]", "[]")]
    [InlineData("[1 2,,3]", "[1, 2, 3]")]
    [InlineData("[[] [[1]]]", "[[], [[1]]]")]
    [InlineData("{}", "{  }")]
    [InlineData("{a:1 b:{c:[$d]}}", "{ a: 1, b: { c: [$d] } }")]
    [InlineData("{true: true, null: null}", "{ true: true, null: null }")]
    public void Lists_and_objects(string text, string printed) => Assert.Equal(printed, Printer.Print(Parser.ParseValue(text)));

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1)]
    [InlineData("[", "Unexpected <EOF>.", 2)]
    [InlineData("[1", "Unexpected <EOF>.", 3)]
    [InlineData("[}", "Unexpected \"}\".", 2)]
    [InlineData("{ a }", "Expected \":\", found \"}\".", 5)]
    [InlineData("{ a: }", "Unexpected \"}\".", 6)]
    [InlineData("{ \"a\": 1 }", "Expected Name, found String \"a\".", 3)]
    [InlineData("{ 1: 1 }", "Expected Name, found Int \"1\".", 3)]
    [InlineData("1 2", "Expected <EOF>, found Int \"2\".", 3)]
    [InlineData("$a b", "Expected <EOF>, found Name \"b\".", 4)]
    [InlineData("...", "Unexpected \"...\".", 1)]
    public void What_is_no_value_is_refused(string text, string message, int column) =>
        Refuses(() => Parser.ParseValue(text), message, 1, column);

    [Fact]
    public void A_constant_value_holds_no_variable()
    {
        Assert.Equal("[{ a: 1 }]", Printer.Print(Parser.ParseConstValue("[{ a: 1 }]")));
        Refuses(() => Parser.ParseConstValue("[{ a: $b }]"), "Unexpected variable \"$b\" in constant value.", 1, 7);
    }

    [Theory] // §2.12
    [InlineData("T")]
    [InlineData("T!")]
    [InlineData("[T]")]
    [InlineData("[T!]!")]
    [InlineData("[[[on!]]!]")]
    public void Type_references(string text)
    {
        var type = Parser.ParseType(text);
        Assert.Equal(text, Printer.Print(type));
        Assert.Equal(text, TextOf(type, text));
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("T!!", "Expected <EOF>, found \"!\".", 3)]
    [InlineData("!", "Expected Name, found \"!\".", 1)]
    [InlineData("[]", "Expected Name, found \"]\".", 2)]
    [InlineData("[T", "Expected \"]\", found <EOF>.", 3)]
    [InlineData("[T U]", "Expected \"]\", found Name \"U\".", 4)]
    [InlineData("T]", "Expected <EOF>, found \"]\".", 2)]
    public void What_is_no_type_reference_is_refused(string text, string message, int column) =>
        Refuses(() => Parser.ParseType(text), message, 1, column);
}
