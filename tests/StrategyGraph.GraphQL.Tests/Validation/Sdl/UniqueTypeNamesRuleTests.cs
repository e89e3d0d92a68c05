namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueTypeNamesRuleTests
{
    private readonly SdlRule _rule = new("UniqueTypeNamesRule");

    [Theory]
    [InlineData("type A type a directive @A on FIELD")]
    [InlineData("type A extend type A @b extend type A @c")]
    [InlineData("query A { b } fragment A on A { b } type A")]
    public void Names_differ_in_case_and_extensions_and_other_things_are_no_types(string sdl) => _rule.Accepts(sdl);

    [Fact]
    public void Of_whatever_kind_it_is_a_second_type_of_a_name_is_shown_with_the_first() => _rule.Refuses(
        "type A scalar A interface A union A enum A input A",
        "1:6, 1:15 There can be only one type named \"A\".",
        "1:6, 1:27 There can be only one type named \"A\".",
        "1:6, 1:35 There can be only one type named \"A\".",
        "1:6, 1:42 There can be only one type named \"A\".",
        "1:6, 1:50 There can be only one type named \"A\".");

    [Fact]
    public void A_type_that_the_schema_has_is_not_defined_again() => _rule.RefusesToExtend(
        "type Query { a: Int }",
        "type New type New enum Query { A } scalar String",
        "1:6, 1:15 There can be only one type named \"New\".",
        "1:24 Type \"Query\" already exists in the schema. It cannot also be defined in this type definition.",
        "1:43 Type \"String\" already exists in the schema. It cannot also be defined in this type definition.");
}
