namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueArgumentDefinitionNamesRuleTests
{
    private readonly SdlRule _rule = new("UniqueArgumentDefinitionNamesRule");

    [Theory]
    [InlineData("type A { b: Int, c(d: Int): Int, e(d: Int, f: Int): Int }")]
    [InlineData("type A { b(c: Int): Int } extend type A { d(c: Int): Int }")]
    [InlineData("directive @a on FIELD directive @b(c: Int, C: Int) on FIELD")]
    public void Arguments_of_one_field_or_directive_differ(string sdl) => _rule.Accepts(sdl);

    [Theory]
    [InlineData("type")]
    [InlineData("interface")]
    public void All_arguments_of_one_name_are_shown_together(string keyword) => _rule.Refuses(
        $$"""
        {{keyword}} A {
          b(c: Int, d: Int, c: String, d: Int, c: Int): Int
        }
        extend {{keyword}} A {
          e("Twice." f: Int, f: Int): Int
        }
        """,
        "2:5, 2:21, 2:40 Argument \"A.b(c:)\" can only be defined once.",
        "2:13, 2:32 Argument \"A.b(d:)\" can only be defined once.",
        "5:14, 5:22 Argument \"A.e(f:)\" can only be defined once.");

    [Fact]
    public void Directives_too() => _rule.Refuses(
        "directive @a(b: Int, c: Int, b: Int) on FIELD",
        "1:14, 1:30 Argument \"@a(b:)\" can only be defined once.");
}
