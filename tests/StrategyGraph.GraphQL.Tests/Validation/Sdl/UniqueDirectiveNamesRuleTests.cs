namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueDirectiveNamesRuleTests
{
    private readonly SdlRule _rule = new("UniqueDirectiveNamesRule");

    [Theory]
    [InlineData("directive @a on FIELD directive @A on FIELD type a")]
    [InlineData("directive @skip(if: Boolean!) on FIELD")]
    public void Directives_differ_and_may_define_a_standard_one_anew(string sdl) => _rule.Accepts(sdl);

    [Fact]
    public void A_second_directive_of_a_name_is_shown_with_the_first() => _rule.Refuses(
        "directive @a on FIELD directive @a on QUERY directive @a on FIELD",
        "1:12, 1:34 There can be only one directive named \"@a\".",
        "1:12, 1:56 There can be only one directive named \"@a\".");

    [Fact]
    public void A_directive_that_the_schema_has_is_not_defined_again() => _rule.RefusesToExtend(
        "type Query { a: Int } directive @a on FIELD",
        "directive @a on FIELD directive @skip on FIELD directive @b on FIELD directive @b on FIELD",
        "1:12 Directive \"@a\" already exists in the schema. It cannot be redefined.",
        "1:34 Directive \"@skip\" already exists in the schema. It cannot be redefined.",
        "1:59, 1:81 There can be only one directive named \"@b\".");
}
