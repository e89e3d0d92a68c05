using System.Globalization;
using System.Text;
using StrategyGraph.GraphQL.Execution;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>JSON as it goes over the wire: text as it is, numbers as ECMAScript writes them.</summary>
public sealed class ResponseWriterTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("苫小牧市 <&>' é 😀", "\"苫小牧市 <&>' é 😀\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\n\r\t\b\f\u0000\u001f\u007f", "\"\\n\\r\\t\\b\\f\\u0000\\u001f\u007f\"")]
    public void Text_is_escaped_only_where_it_must_be(string text, string json)
    {
        using var writer = new ResponseWriter();
        writer.String(text);
        Assert.Equal(json, writer.ToString());

        using var utf8 = new ResponseWriter();
        utf8.String(Encoding.UTF8.GetBytes(text));
        Assert.Equal(json, utf8.ToString());
    }

    [Fact]
    public void Text_of_any_characters_in_any_places_is_the_encoding_of_its_escapes()
    {
        string[] parts = ["x", "\"", "\n", "\u007F", "\u0080", "\u07FF", "\u0800", "あ", "苫", "\uD7FF", "\uE000", "\uFFFF", "😀", "\uD800", "\uDFFF"];
        var random = new Random(11);
        for (var i = 0; i < 50_000; i++)
        {
            // Mostly kana and kanji, so that whatever else there is stands at every place of a block.
            var text = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => parts[random.Next(3) > 0 ? random.Next(6, 9) : random.Next(parts.Length)]));
            using var writer = new ResponseWriter();
            writer.String(text);
            var json = $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(json)), writer.ToString());
        }
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        using var writer = new ResponseWriter();
        writer.String("\uD800x");
        Assert.Equal("\"\uFFFDx\"", writer.ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(80, "80")]
    [InlineData(33.333333333333336, "33.333333333333336")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-0.0000015, "-0.0000015")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(0.00000012, "1.2e-7")]
    [InlineData(123456789012345680, "123456789012345680")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-1.5e300, "-1.5e+300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    public void Floats_have_the_layout_of_the_reference_implementation(double value, string json)
    {
        using var writer = new ResponseWriter();
        writer.Float(value);
        Assert.Equal(json, writer.ToString());
    }

    [Fact]
    public void A_float_of_any_number_of_decimals_is_the_shortest_that_reads_back_as_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 8)), random.Next(0, 16));
            if (random.Next(4) == 0) value = Math.BitIncrement(value);
            if (Math.Abs(value) < 1e-4) continue; // from where .NET writes an exponent
            using var writer = new ResponseWriter();
            writer.Float(value);
            Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), writer.ToString());
        }
    }

    [Fact]
    public void What_is_written_survives_growth_and_can_be_taken_back()
    {
        using var writer = new ResponseWriter();
        writer.String(new string('あ', 100_000));
        var length = writer.Length;
        writer.String(new string('x', 100_000));
        writer.Rewind(length);
        writer.Int(long.MinValue);
        Assert.Equal($"\"{new string('あ', 100_000)}\"-9223372036854775808", writer.ToString());
    }
}
