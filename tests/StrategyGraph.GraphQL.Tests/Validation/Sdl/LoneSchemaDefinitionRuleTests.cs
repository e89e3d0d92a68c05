namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class LoneSchemaDefinitionRuleTests
{
    private readonly SdlRule _rule = new("LoneSchemaDefinitionRule");

    [Theory]
    [InlineData("type Query { a: Int }")]
    [InlineData("schema { query: Q } type Q { a: Int }")]
    [InlineData("schema { query: Q } extend schema { mutation: Q } extend schema @a")]
    public void One_definition_or_none(string sdl) => _rule.Accepts(sdl);

    [Fact]
    public void Every_further_definition_is_refused() => _rule.Refuses(
        """
        schema { query: Q }
        schema { mutation: M }
          "Again."
          schema { subscription: S }
        """,
        "2:1 Must provide only one schema definition.",
        "3:3 Must provide only one schema definition.");

    [Fact]
    public void A_schema_that_exists_is_extended_not_defined()
    {
        _rule.Accepts("extend schema { mutation: M }", extended: "type Query { a: Int }");
        _rule.RefusesToExtend(
            "type Query { a: Int }",
            "schema { query: Q } schema { query: Q }",
            "1:1 Cannot define a new schema within a schema extension.",
            "1:21 Cannot define a new schema within a schema extension.");
    }
}
