using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§2.2 – §2.9, §2.11, §2.13: descriptions, operations, selections, arguments, fragments, variables, directives.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("{ a }", "{\n  a\n}")]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query query { query }", "query query {\n  query\n}")]
    [InlineData("query ($a: Int) { a }", "query ($a: Int) {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    [InlineData("subscription S { a }", "subscription S {\n  a\n}")]
    [InlineData("{ a } { b }", "{\n  a\n}\n\n{\n  b\n}")]
    [InlineData("type A { b: C } query { a }", "type A {\n  b: C\n}\n\n{\n  a\n}")]
    public void Operations(string text, string printed) => Reads(text, printed);

    [Theory]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ a {} }", "Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ a ", "Expected Name, found <EOF>.", 1, 5)]
    [InlineData("}", "Unexpected \"}\".", 1, 1)]
    [InlineData("query", "Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query Q R { a }", "Expected \"{\", found Name \"R\".", 1, 9)]
    [InlineData("query Q () { a }", "Expected \"$\", found \")\".", 1, 10)]
    [InlineData("notAnOperation Q { a }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("42", "Unexpected Int \"42\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("{ a } }", "Unexpected \"}\".", 1, 7)]
    public void What_is_no_operation_is_refused(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    [Fact] // §2.2
    public void Operations_fragments_and_variables_have_descriptions()
    {
        const string text = "\"o\" query Q(\"v\" $a: Int) { a } \"\"\"f\"\"\" fragment F on T { a }";
        var document = Parser.Parse(text);
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var fragment = Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]);
        Assert.Equal("o", operation.Description?.Value);
        Assert.Equal("v", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("f", fragment.Description?.Value);
        Assert.Equal(0, operation.Start);
        Assert.Equal("\"v\" $a: Int", TextOf(operation.VariableDefinitions[0], text));
    }

    [Theory]
    [InlineData("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("{ a }\n  \"d\" extend type A { a: Int }", "Unexpected description, only GraphQL definitions support descriptions.", 2, 3)]
    [InlineData("\"d\" what", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"d\"", "Unexpected <EOF>.", 1, 4)]
    [InlineData("\"d\" \"e\" query Q { a }", "Unexpected String \"e\".", 1, 5)]
    [InlineData("{ \"d\" a }", "Expected Name, found String \"d\".", 1, 3)]
    public void Nothing_else_has_a_description(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    [Theory] // §2.5 – §2.8
    [InlineData("{ a: b }", "{\n  a: b\n}")]
    [InlineData("{ a(b: 1) }", "{\n  a(b: 1)\n}")]
    [InlineData("{ a(b: $b c: D) @x @y(z: 1) { e } }", "{\n  a(b: $b, c: D) @x @y(z: 1) {\n    e\n  }\n}")]
    [InlineData("{ on true null fragment }", "{\n  on\n  true\n  null\n  fragment\n}")]
    public void Fields(string text, string printed) => Reads(text, printed);

    [Theory]
    [InlineData("{ a: }", "Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ a: b: c }", "Expected Name, found \":\".", 1, 7)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b) }", "Expected \":\", found \")\".", 1, 6)]
    [InlineData("{ a(b:) }", "Unexpected \")\".", 1, 7)]
    [InlineData("{ a(b: 1 }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("{ a($b: 1) }", "Expected Name, found \"$\".", 1, 5)]
    [InlineData("{ a @ }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ a @b() }", "Expected Name, found \")\".", 1, 8)]
    [InlineData("{ a(b: \"x\n\") }", "Unterminated string.", 1, 10)]
    public void What_is_no_field_is_refused(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    [Theory] // §2.9
    [InlineData("{ ...F ...onto @d }", "{\n  ...F\n  ...onto @d\n}")]
    [InlineData("{ ... on T { a } }", "{\n  ... on T {\n    a\n  }\n}")]
    [InlineData("{ ... @d(a: 1) { a } }", "{\n  ... @d(a: 1) {\n    a\n  }\n}")]
    [InlineData("{ ...{ a } }", "{\n  ... {\n    a\n  }\n}")]
    [InlineData("{ ... on on { a } }", "{\n  ... on on {\n    a\n  }\n}")]
    [InlineData("fragment F on T @d { a }", "fragment F on T @d {\n  a\n}")]
    [InlineData("fragment fragment on on { on }", "fragment fragment on on {\n  on\n}")]
    public void Fragments(string text, string printed) => Reads(text, printed);

    [Theory]
    [InlineData("{ ... }", "Expected \"{\", found \"}\".", 1, 7)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ ... on T }", "Expected \"{\", found \"}\".", 1, 12)]
    [InlineData("{ ...F(a: 1) }", "Expected Name, found \"(\".", 1, 7)]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F { a }", "Expected \"on\", found \"{\".", 1, 12)]
    [InlineData("fragment F on { a }", "Expected Name, found \"{\".", 1, 15)]
    [InlineData("fragment F($a: Int) on T { a }", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("fragment F on T", "Expected \"{\", found <EOF>.", 1, 16)]
    public void What_is_no_fragment_is_refused(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    [Fact] // §2.11
    public void Variables_have_types_defaults_and_directives() =>
        RoundTrips("query ($a: Int = 1 @d(x: [2]), $b: [T!]! = [{ c: NULL }], $c: Boolean = null) {\n  a(b: $b, c: [$c, { d: $a }])\n}");

    [Theory]
    [InlineData("query ($a) { a }", "Expected \":\", found \")\".", 1, 10)]
    [InlineData("query (a: Int) { a }", "Expected \"$\", found Name \"a\".", 1, 8)]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("query ($a: Int = [{ b: $c }]) { a }", "Unexpected variable \"$c\" in constant value.", 1, 24)]
    [InlineData("query ($a: Int = $) { a }", "Unexpected \"$\".", 1, 18)]
    [InlineData("query ($a: Int @d(b: $c)) { a }", "Unexpected variable \"$c\" in constant value.", 1, 22)]
    [InlineData("query ($a: Int =) { a }", "Unexpected \")\".", 1, 17)]
    [InlineData("{ a(b: $) }", "Expected Name, found \")\".", 1, 9)]
    public void Variables_are_refused_where_only_constants_may_stand(string text, string message, int line, int column) =>
        Refuses(text, message, line, column);

    [Fact]
    public void Offsets_cover_what_was_read_without_what_surrounds_it()
    {
        const string text = " { a : b ( c : 1 ) @d { e } , } ";
        var operation = Only<OperationDefinitionNode>(text);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal("{ a : b ( c : 1 ) @d { e } , }", TextOf(operation, text));
        Assert.Equal("a : b ( c : 1 ) @d { e }", TextOf(field, text));
        Assert.Equal("c : 1", TextOf(field.Arguments[0], text));
        Assert.Equal("@d", TextOf(field.Directives[0], text));
        Assert.Equal("a", field.ResponseName);
    }
}
