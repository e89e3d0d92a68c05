using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>Specification §3.5, input coercion. Refusals are in the words of the reference implementation.</summary>
public class BuiltInScalarsTests
{
    private static ScalarCoercion Coercion(string scalar) => BuiltInScalars.All.Single(s => s.Name == scalar).Coercion;

    private static object Outcome(Func<object> coerce)
    {
        try
        {
            return coerce();
        }
        catch (GraphQLException refused)
        {
            return $"✗ {refused.Message}";
        }
    }

    private static object FromLiteral(string scalar, string literal) => Outcome(() => Coercion(scalar).Parse(Parser.ParseConstValue(literal)));

    private static object FromJson(string scalar, string json) => Outcome(() => Coercion(scalar).Parse(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Int", "3000000000", "✗ Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("Int", "99999999999999999999999999", "✗ Int cannot represent non 32-bit signed integer value: 99999999999999999999999999")]
    [InlineData("Int", "1.0", "✗ Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "\"1\"", "✗ Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "[1]", "✗ Int cannot represent non-integer value: [1]")]
    [InlineData("Float", "1", 1d)]
    [InlineData("Float", "-1.25e-3", -0.00125)]
    [InlineData("Float", "3000000000", 3e9)]
    [InlineData("Float", "1e400", "✗ Float cannot represent non numeric value: 1e400")]
    [InlineData("Float", "\"1\"", "✗ Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "\"目標\"", "目標")]
    [InlineData("String", "\"\"\"a\"\"\"", "a")]
    [InlineData("String", "1", "✗ String cannot represent a non string value: 1")]
    [InlineData("String", "RED", "✗ String cannot represent a non string value: RED")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "0", "✗ Boolean cannot represent a non boolean value: 0")]
    [InlineData("Boolean", "TRUE", "✗ Boolean cannot represent a non boolean value: TRUE")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("ID", "1.5", "✗ ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("ID", "{ a: 1 }", "✗ ID cannot represent a non-string and non-integer value: { a: 1 }")]
    public void A_literal_becomes_the_value_that_arguments_carry(string scalar, string literal, object expected) =>
        Assert.Equal(expected, FromLiteral(scalar, literal));

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1e3", 1000)]
    [InlineData("Int", "2147483648", "✗ Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e21", "✗ Int cannot represent non 32-bit signed integer value: 1e+21")]
    [InlineData("Int", "1.5", "✗ Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "1e400", "✗ Int cannot represent non-integer value: Infinity")]
    [InlineData("Int", "\"1\"", "✗ Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "true", "✗ Int cannot represent non-integer value: true")]
    [InlineData("Float", "1", 1d)]
    [InlineData("Float", "1.5", 1.5)]
    [InlineData("Float", "\"\\uFEFF\\u2028\\u007f \\\" \\\\ \\n\\u0001\"", "✗ Float cannot represent non numeric value: \"\uFEFF\u2028\u007f \\\" \\\\ \\n\\u0001\"")]
    [InlineData("Float", "-1e400", "✗ Float cannot represent non numeric value: -Infinity")]
    [InlineData("Float", "\"1\"", "✗ Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "\"目標\"", "目標")]
    [InlineData("String", "1e3", "✗ String cannot represent a non string value: 1000")]
    [InlineData("Boolean", "false", false)]
    [InlineData("Boolean", "1", "✗ Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "4", "4")]
    [InlineData("ID", "4.0", "4")]
    [InlineData("ID", "-0", "0")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("ID", "1.5", "✗ ID cannot represent value: 1.5")]
    [InlineData("ID", "[]", "✗ ID cannot represent value: []")]
    public void A_json_value_becomes_the_same(string scalar, string json, object expected) => Assert.Equal(expected, FromJson(scalar, json));

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"a":{"b":{"c":1}},"b c":[]}""", "{ a: { b: [Object] }, b c: [] }")]
    [InlineData("[[[1]]]", "[[[Array]]]")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11,12]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]")]
    [InlineData("""["q\"é目\n", null]""", """["q\"é目\n", null]""")]
    [InlineData("1e23", "1e+23")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("-1.25e-9", "-1.25e-9")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.1", "0.1")]
    [InlineData("-123.456", "-123.456")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("5e-324", "5e-324")]
    public void Messages_quote_json_as_the_reference_implementation_does(string json, string expected) =>
        Assert.Equal(expected, JsonText.Of(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_scalar_without_coercion_of_its_own_takes_any_value_alike_from_a_document_and_from_variables()
    {
        var literal = AnyValueCoercion.Instance.Parse(Parser.ParseConstValue("""{ a: [1, 2.5, "x", true, null], b: { c: 99999999999 } }"""));
        var json = AnyValueCoercion.Instance.Parse(JsonDocument.Parse("""{ "a": [1, 2.5, "x", true, null], "b": { "c": 99999999999 } }""").RootElement);

        Assert.Equal("""{"a":[1,2.5,"x",true,null],"b":{"c":99999999999}}""", JsonSerializer.Serialize(literal));
        Assert.Equal(JsonSerializer.Serialize(json), JsonSerializer.Serialize(literal));
        Assert.Equal("RED", AnyValueCoercion.Instance.Parse(Parser.ParseConstValue("RED")));
    }
}
