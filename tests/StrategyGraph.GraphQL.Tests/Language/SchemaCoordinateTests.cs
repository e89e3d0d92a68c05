using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§2.14 Schema Coordinates.</summary>
public class SchemaCoordinateTests
{
    [Theory]
    [InlineData("Plan", typeof(TypeCoordinateNode))]
    [InlineData("Plan.title", typeof(MemberCoordinateNode))]
    [InlineData("Plan.goals(first:)", typeof(ArgumentCoordinateNode))]
    [InlineData("@deprecated", typeof(DirectiveCoordinateNode))]
    [InlineData("@deprecated(reason:)", typeof(DirectiveArgumentCoordinateNode))]
    public void Every_kind_of_schema_element_has_one(string text, Type kind)
    {
        var coordinate = Parser.ParseSchemaCoordinate(text);
        Assert.IsType(kind, coordinate);
        Assert.Equal(text, Printer.Print(coordinate));
        Assert.Equal(text, TextOf(coordinate, text));
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("Plan.", "Expected Name, found <EOF>.", 6)]
    [InlineData("Plan.a.b", "Expected <EOF>, found \".\".", 7)]
    [InlineData("Plan(a:)", "Expected <EOF>, found \"(\".", 5)]
    [InlineData("Plan.a(b)", "Expected \":\", found \")\".", 9)]
    [InlineData("Plan.a(b:", "Expected \")\", found <EOF>.", 10)]
    [InlineData("Plan.a(b: )", "Invalid character: \" \".", 10)]
    [InlineData("Plan.a(b:1)", "Invalid character: \"1\".", 10)]
    [InlineData(" Plan", "Invalid character: \" \".", 1)]
    [InlineData("Plan#", "Invalid character: \"#\".", 5)]
    [InlineData("@a.b", "Expected <EOF>, found \".\".", 3)]
    [InlineData("@", "Expected Name, found <EOF>.", 2)]
    public void What_is_no_coordinate_is_refused(string text, string message, int column) =>
        Refuses(() => Parser.ParseSchemaCoordinate(text), message, 1, column);
}
