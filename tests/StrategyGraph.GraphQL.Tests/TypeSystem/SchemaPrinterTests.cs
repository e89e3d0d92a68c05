using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>The layout of the reference implementation's <c>printSchema</c>.</summary>
public class SchemaPrinterTests
{
    private static string Printed(string sdl) => SchemaPrinter.Print(SchemaBuilder.Build(Parser.Parse(new Source(sdl), ParserOptions.ForSchemas)));

    private static void PrintsAsWritten(string sdl) => Assert.Equal(sdl, Printed(sdl));

    // lang=graphql
    private const string Everything = """"
        """What the city plans."""
        schema {
          query: Root
          mutation: Change
        }

        """Marks what is searched."""
        directive @search(
          """How much it counts."""
          weight: Float! = 1.5

          """Words to leave out."""
          stop: [String!] = ["a", "the"] @deprecated(reason: "all count")
        ) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION

        directive @plain(a: Int, b: Where = { by: { id: 1 } }) on FIELD

        type Root implements Node & Named {
          id: ID!
          name: String

          """One plan."""
          plan(id: ID!, where: Where = { text: "x" }): Any
          old: Int @deprecated
          older(
            """A year."""
            year: Int
          ): [Int!]! @deprecated(reason: "it \"was\" so")
        }

        type Change {
          name: String
        }

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!

          """
          A description
            over several lines
          """
          name: String
        }

        union Any = Root | Change

        enum Status {
          """Not yet."""
          DRAFT
          ADOPTED
          ENDED @deprecated(reason: "said by the period")
        }

        input Where {
          text: String = "y"
          by: By

          """A status."""
          status: [Status!] = [DRAFT, ADOPTED]
        }

        input By @oneOf {
          id: ID
          code: String
        }

        scalar Date @specifiedBy(url: "https://example.org/date")
        """";

    [Fact]
    public void A_schema_in_the_printers_layout_is_printed_as_written() => PrintsAsWritten(Everything);

    [Fact]
    public void Extensions_are_merged_and_the_specifications_own_definitions_left_out() => Assert.Equal(
        """
        type Query {
          a: Int
          b: Int
        }
        """,
        Printed("type Query { a: Int } extend type Query { b: Int } directive @skip(if: Boolean!) on FIELD scalar ID"));

    [Theory]
    [InlineData("type Query {\n  a: Int\n}")]
    [InlineData("schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  b: Int\n}")]
    [InlineData("schema {\n  query: Q\n}\n\ntype Q {\n  a: Int\n}")]
    [InlineData("\"\"\"\"\"\"\nschema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}")]
    public void The_schema_definition_is_printed_where_it_says_something(string sdl) => PrintsAsWritten(sdl);

    [Theory]
    [InlineData("plain", "\"\"\"plain\"\"\"")]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData(" indented", "\"\"\" indented\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\n  ends in \"\n  \"\"\"")]
    [InlineData("ends in \\", "\"\"\"\n  ends in \\\n  \"\"\"")]
    [InlineData("three \"\"\" quotes", "\"\"\"three \\\"\"\" quotes\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\n  two\n  lines\n  \"\"\"")]
    [InlineData("  all\n  indented", "\"  all\\n  indented\"")]
    [InlineData("\nbegins blank", "\"\\nbegins blank\"")]
    [InlineData("ends blank\n ", "\"ends blank\\n \"")]
    [InlineData("bell \u0007", "\"bell \\u0007\"")]
    [InlineData("a return\r\nwithin", "\"a return\\r\\nwithin\"")]
    public void A_description_is_printed_so_that_it_reads_back_the_same(string description, string printed)
    {
        var type = new ObjectType
        {
            Name = "Query",
            Fields = [new FieldDefinition { Name = "a", Description = description, Type = BuiltInScalars.Int }],
        };

        var text = SchemaPrinter.Print(type);

        Assert.Equal($"type Query {{\n  {printed}\n  a: Int\n}}", text);
        Assert.Equal(description, SchemaBuilder.Build(Parser.Parse(text)).Query.Field("a")!.Description);
    }
}
