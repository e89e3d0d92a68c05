using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

public class PrinterTests
{
    [Fact]
    public void Arguments_stay_on_one_line_of_80_characters()
    {
        var text = $"{{\n  a(b: \"{new string('x', 72)}\")\n}}";
        Assert.Equal(80, text.Split('\n')[1].Trim().Length);
        RoundTrips(text);
    }

    [Fact]
    public void Arguments_beyond_80_characters_get_a_line_each() => Reads(
        $"{{ a(b: \"{new string('x', 70)}\", c: 1) @d(e: \"{new string('x', 80)}\") }}",
        $"{{\n  a(\n    b: \"{new string('x', 70)}\"\n    c: 1\n  ) @d(e: \"{new string('x', 80)}\")\n}}");

    [Fact]
    public void Lists_and_objects_beyond_80_characters_get_a_line_each()
    {
        var item = new string('x', 39); // twice, with ", " between and brackets around: 82
        Assert.Equal(80, $"[{item}, {item[2..]}]".Length);
        Assert.Equal($"[\n  {item}\n  {item}\n]", Printer.Print(Parser.ParseValue($"[{item}, {item}]")));
        Assert.Equal($"[{item}, {item[2..]}]", Printer.Print(Parser.ParseValue($"[{item} {item[2..]}]")));
        Assert.Equal($"{{\n  a: {item}\n  b: {item}\n}}", Printer.Print(Parser.ParseValue($"{{a:{item} b:{item}}}")));
    }

    [Fact]
    public void Described_arguments_and_variables_get_a_line_each()
    {
        RoundTrips("type A {\n  b(\n    \"d\"\n    c: Int\n    e: Int\n  ): F\n}");
        RoundTrips("directive @a(\n  \"d\"\n  b: Int\n) on FIELD");
        RoundTrips("query (\n\"d\"\n$a: Int\n$b: Int\n) {\n  a\n}");
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("a\n  b", "\"\"\"\na\n  b\n\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\nends in \"\n\"\"\"")]
    [InlineData("ends in \\", "\"\"\"\nends in \\\n\"\"\"")]
    [InlineData("has \"\"\" in it", "\"\"\"has \\\"\"\" in it\"\"\"")]
    [InlineData("ends in \"\"\"", "\"\"\"\nends in \\\"\"\"\n\"\"\"")]
    [InlineData(" spaced \"", "\"\"\" spaced \"\n\"\"\"")]
    [InlineData("seventy-one characters: a line of that length is put on a line by itself", "\"\"\"\nseventy-one characters: a line of that length is put on a line by itself\n\"\"\"")]
    public void Block_strings_print_so_that_they_are_read_back(string value, string printed)
    {
        Assert.Equal(printed, Printer.Print(new StringValueNode(value, IsBlock: true)));
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(printed)).Value);
    }

    [Fact]
    public void Strings_escape_what_has_no_shape_and_leave_every_language_readable() =>
        Assert.Equal(@"""\"" \\ / \b \f \n \r \t \u0000 \u001F \u007F \u009F 日本語 é 😀""", Printer.Print(new StringValueNode(
            "\" \\ / \b \f \n \r \t \0 \u001F \u007F \u009F 日本語 é 😀")));

    [Fact]
    public void Any_node_prints_by_itself()
    {
        var operation = Only<OperationDefinitionNode>("query Q($a: Int = 1) { b(c: { d: 1 }) @e }");
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal("$a: Int = 1", Printer.Print(operation.VariableDefinitions[0]));
        Assert.Equal("{\n  b(c: { d: 1 }) @e\n}", Printer.Print(operation.SelectionSet));
        Assert.Equal("b(c: { d: 1 }) @e", Printer.Print(field));
        Assert.Equal("c: { d: 1 }", Printer.Print(field.Arguments[0]));
        Assert.Equal("@e", Printer.Print(field.Directives[0]));
        Assert.Equal("b", Printer.Print(field.Name));
        var type = Only<ObjectTypeDefinitionNode>("type A { b(c: D): E }");
        Assert.Equal("b(c: D): E", Printer.Print(type.Fields[0]));
        Assert.Equal("c: D", Printer.Print(type.Fields[0].Arguments[0]));
    }
}
