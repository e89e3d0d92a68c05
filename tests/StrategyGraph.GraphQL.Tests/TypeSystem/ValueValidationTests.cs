using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>Specification §5.6.1 and the input coercion tables of §3.9 – §3.12.</summary>
public class ValueValidationTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("""
        type Query { a: Int }
        enum Color { RED TURQUOISE }
        input Where { id: ID!, tags: [String!], color: Color = RED, not: Where }
        input By @oneOf { id: ID, code: String }
        scalar Any
        """));

    private static List<string> Faults(string type, string literal)
    {
        var faults = new List<string>();
        ValueValidation.ValidateLiteral(
            Parser.ParseValue(literal), Schema.TypeFromNode(Parser.ParseType(type))!,
            invalid => faults.Add($"{invalid.Node.Start}{invalid.Path}: {invalid.Message}"));
        return faults;
    }

    [Theory]
    [InlineData("Int", "1")]
    [InlineData("Int", "null")]
    [InlineData("Int!", "$x")]
    [InlineData("[Int]", "1")]
    [InlineData("[[Int]]", "[1, [2], null]")]
    [InlineData("[Int!]", "[1, $x]")]
    [InlineData("Color", "TURQUOISE")]
    [InlineData("Where", "{ id: 1, not: { id: \"2\", tags: \"x\" } }")]
    [InlineData("By", "{ id: 1 }")]
    [InlineData("By", "{ id: $x }")]
    [InlineData("Any", "{ a: [$x], b: FREE }")]
    public void These_are_of_their_type(string type, string literal) => Assert.Empty(Faults(type, literal));

    [Theory]
    [InlineData("Int!", "null", "0: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("[Int!]", "[1, null]", "4 at [1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("[Int]", "\"x\"", "0: Int cannot represent non-integer value: \"x\"")]
    [InlineData("Color", "\"RED\"", "0: Enum \"Color\" cannot represent non-enum value: \"RED\". Did you mean the enum value \"RED\"?")]
    [InlineData("Color", "TURKOISE", "0: Value \"TURKOISE\" does not exist in \"Color\" enum. Did you mean the enum value \"TURQUOISE\"?")]
    [InlineData("Where", "1", "0: Expected value of type \"Where\" to be an object, found: 1.")]
    [InlineData("Where", "{ }", "0: Expected value of type \"Where\" to include required field \"id\", found: {  }.")]
    [InlineData("Where", "{ id: 1, tag: 2 }", "9: Expected value of type \"Where\" not to include unknown field \"tag\". Did you mean \"tags\"? Found: { id: 1, tag: 2 }.")]
    [InlineData("Where", "{ id: 1, zzzzzz: 2 }", "9: Expected value of type \"Where\" not to include unknown field \"zzzzzz\", found: { id: 1, zzzzzz: 2 }.")]
    [InlineData("Where", "{ id: 1, not: { id: true } }", "20 at .not.id: ID cannot represent a non-string and non-integer value: true")]
    [InlineData("Where", "{ id: 1, tags: [\"a\", 2] }", "21 at .tags[1]: String cannot represent a non string value: 2")]
    [InlineData("By", "{ }", "0: Within OneOf Input Object type \"By\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("By", "{ id: 1, code: \"x\" }", "0: Within OneOf Input Object type \"By\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("By", "{ id: null }", "0 at .id: Within OneOf Input Object type \"By\", exactly one field must be specified, and the value for that field must be non-null.")]
    public void These_are_not(string type, string literal, string fault) => Assert.Equal([fault], Faults(type, literal));

    [Fact]
    public void Everything_wrong_with_a_value_is_found() => Assert.Equal(
        ["8 at .tags: String cannot represent a non string value: 1", "18 at .color: Value \"BLUE\" does not exist in \"Color\" enum.", "0: Expected value of type \"Where\" to include required field \"id\", found: { tags: 1, color: BLUE }."],
        Faults("Where", "{ tags: 1, color: BLUE }").OrderByDescending(f => f.StartsWith('8')).ThenByDescending(f => f.StartsWith('1')));

    [Theory]
    [InlineData("\"RED\"", "RED")]
    [InlineData("\"TURKOISE\"", "✗ Value \"TURKOISE\" does not exist in \"Color\" enum. Did you mean the enum value \"TURQUOISE\"?")]
    [InlineData("5", "✗ Enum \"Color\" cannot represent non-string value: 5.")]
    public void An_enum_value_is_a_string_in_variables(string json, string expected)
    {
        var color = (EnumType)Schema.Types["Color"];
        var value = JsonDocument.Parse(json).RootElement;

        if (expected.StartsWith('✗'))
            Assert.Equal(expected[2..], Assert.Throws<GraphQLException>(() => color.Parse(value)).Message);
        else
            Assert.Same(color.Value(expected), color.Parse(value));
    }
}
