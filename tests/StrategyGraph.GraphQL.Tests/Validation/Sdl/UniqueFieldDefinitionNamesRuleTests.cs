namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueFieldDefinitionNamesRuleTests
{
    private readonly SdlRule _rule = new("UniqueFieldDefinitionNamesRule");

    [Theory]
    [InlineData("type")]
    [InlineData("interface")]
    [InlineData("input")]
    public void Fields_of_one_type_differ(string keyword)
    {
        _rule.Accepts($$"""{{keyword}} A""");
        _rule.Accepts($$"""{{keyword}} A { b: Int B: Int } {{keyword}} C { b: Int } extend {{keyword}} A { c: Int } extend {{keyword}} A { d: Int }""");
    }

    [Theory]
    [InlineData("type")]
    [InlineData("interface")]
    [InlineData("input")]
    public void A_second_field_of_a_name_is_shown_with_the_first(string keyword) => _rule.Refuses(
        $$"""
        {{keyword}} A {
          b: Int
          b: String
        }
        extend {{keyword}} A {
          b: Int
          c: Int
        }
        extend {{keyword}} A {
          "Again."
          c: Int
        }
        """,
        "2:3, 3:3 Field \"A.b\" can only be defined once.",
        "2:3, 6:3 Field \"A.b\" can only be defined once.",
        "7:3, 11:3 Field \"A.c\" can only be defined once.");

    [Theory]
    [InlineData("type")]
    [InlineData("interface")]
    [InlineData("input")]
    public void A_field_that_the_schema_has_is_not_defined_again(string keyword)
    {
        var extended = $$"""type Query { q: Int } {{keyword}} A { b: Int }""";
        _rule.Accepts($$"""extend {{keyword}} A { c: Int }""", extended);
        _rule.RefusesToExtend(
            extended,
            $$"""
            extend {{keyword}} A {
              b: Int
              c: Int
              c: Int
            }
            """,
            "2:3 Field \"A.b\" already exists in the schema. It cannot also be defined in this type extension.",
            "3:3, 4:3 Field \"A.c\" can only be defined once.");
    }
}
