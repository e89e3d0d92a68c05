namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueEnumValueNamesRuleTests
{
    private readonly SdlRule _rule = new("UniqueEnumValueNamesRule");

    [Theory]
    [InlineData("enum A")]
    [InlineData("enum A { B C b } enum D { B }")]
    [InlineData("enum A { B } extend enum A { C } extend enum A { D }")]
    public void Values_of_one_enum_differ(string sdl) => _rule.Accepts(sdl);

    [Fact]
    public void A_second_value_of_a_name_is_shown_with_the_first() => _rule.Refuses(
        """
        enum A { B, C,
          "Again." B }
        extend enum A { C D D }
        """,
        "1:10, 2:12 Enum value \"A.B\" can only be defined once.",
        "1:13, 3:17 Enum value \"A.C\" can only be defined once.",
        "3:19, 3:21 Enum value \"A.D\" can only be defined once.");

    [Fact]
    public void A_value_that_the_schema_has_is_not_defined_again()
    {
        const string extended = "type Query { a: A } enum A { B }";
        _rule.Accepts("extend enum A { C }", extended);
        _rule.Accepts("extend enum Query { B }", extended); // another rule's business
        _rule.RefusesToExtend(
            extended,
            "extend enum A { B C C }",
            "1:17 Enum value \"A.B\" already exists in the schema. It cannot also be defined in this type extension.",
            "1:19, 1:21 Enum value \"A.C\" can only be defined once.");
    }
}
