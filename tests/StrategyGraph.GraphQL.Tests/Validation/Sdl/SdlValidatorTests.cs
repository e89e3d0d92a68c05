using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Tests.Language;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class SdlValidatorTests
{
    private static IEnumerable<string> ErrorsOf(string sdl) => SdlValidator.Validate(Parser.Parse(sdl)).Select(SdlRule.Shown);

    [Fact]
    public void The_rules_are_those_of_the_reference_implementation_in_its_order() => Assert.Equal(
        [
            "LoneSchemaDefinitionRule",
            "UniqueOperationTypesRule",
            "UniqueTypeNamesRule",
            "UniqueEnumValueNamesRule",
            "UniqueFieldDefinitionNamesRule",
            "UniqueArgumentDefinitionNamesRule",
            "UniqueDirectiveNamesRule",
            "KnownTypeNamesRule",
            "KnownDirectivesRule",
            "UniqueDirectivesPerLocationRule",
            "PossibleTypeExtensionsRule",
            "KnownArgumentNamesOnDirectivesRule",
            "UniqueArgumentNamesRule",
            "UniqueInputFieldNamesRule",
            "ProvidedRequiredArgumentsOnDirectivesRule",
        ],
        SdlValidator.RuleNames);

    [Fact]
    public void A_sound_document_has_no_errors() => Assert.Empty(ErrorsOf(
        """
        schema { query: Query }
        "The root."
        type Query implements Node @tagged(with: [A]) { id: ID! plan(where: Where = { kind: A }): Plan @deprecated }
        type Plan
        extend type Plan { id: ID! }
        interface Node { id: ID! }
        enum Kind { A B }
        input Where @oneOf { kind: Kind id: ID }
        directive @tagged(with: [Kind!]!, by: String! = "us") repeatable on OBJECT
        """));

    [Fact]
    public void Errors_come_in_document_order_and_at_one_place_in_the_order_of_the_rules() => Assert.Equal(
        [
            "1:6, 2:6 There can be only one type named \"A\".",
            "1:10, 2:13 Field \"A.b\" can only be defined once.",
            "2:8 Unknown directive \"@c\".",
            "2:16 Unknown type \"Nowhere\".",
        ],
        ErrorsOf("type A { b: Int }\ntype A @c { b: Nowhere }"));

    [Fact]
    public void Every_error_of_a_long_document_is_reported() =>
        Assert.Equal(500, ErrorsOf("type A {" + string.Concat(Enumerable.Range(0, 500).Select(i => $" f{i}: Missing{i}")) + "}").Count());

    [Fact]
    public void In_a_schema_of_several_files_an_error_names_its_file()
    {
        var source = Source.Join(new Source("type A", "a.graphql"), new Source("\n type A", "b.graphql"));
        var error = Assert.Single(SdlValidator.Validate(Parser.Parse(source)));
        Assert.Equal([new SourceLocation(1, 6, "a.graphql"), new SourceLocation(2, 7, "b.graphql")], error.Locations!);
    }

    [Fact]
    public void No_truncation_of_a_schema_breaks_the_rules()
    {
        for (var length = 1; length < KitchenSinks.Schema.Length; length++)
        {
            DocumentNode document;
            try
            {
                document = Parser.Parse(KitchenSinks.Schema[..length]);
            }
            catch (GraphQLException)
            {
                continue;
            }

            Assert.NotNull(SdlValidator.Validate(document));
        }
    }
}
