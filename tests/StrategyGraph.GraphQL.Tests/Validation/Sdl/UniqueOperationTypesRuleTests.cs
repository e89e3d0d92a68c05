namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class UniqueOperationTypesRuleTests
{
    private readonly SdlRule _rule = new("UniqueOperationTypesRule");

    [Fact]
    public void One_of_each_over_definition_and_extensions() =>
        _rule.Accepts("schema { query: A } extend schema { mutation: A } extend schema { subscription: A }");

    [Theory]
    [InlineData("query")]
    [InlineData("mutation")]
    [InlineData("subscription")]
    public void A_second_one_is_shown_with_the_first(string operation) => _rule.Refuses(
        $$"""
        schema { {{operation}}: A
          {{operation}}: B }
        extend schema {
          {{operation}}: C }
        """,
        $"1:10, 2:3 There can be only one {operation} type in schema.",
        $"1:10, 4:3 There can be only one {operation} type in schema.");

    [Fact]
    public void Extensions_repeat_no_type_of_each_other() => _rule.Refuses(
        "extend schema { mutation: A } extend schema { mutation: A }",
        "1:17, 1:47 There can be only one mutation type in schema.");

    [Fact]
    public void A_type_that_the_schema_has_is_not_redefined()
    {
        _rule.Accepts("extend schema { mutation: M }", extended: "type Query { a: Int }");
        _rule.RefusesToExtend(
            "type Query { a: Int }",
            "extend schema { query: A mutation: B mutation: C }",
            "1:17 Type for query already defined in the schema. It cannot be redefined.",
            "1:26, 1:38 There can be only one mutation type in schema.");
    }
}
