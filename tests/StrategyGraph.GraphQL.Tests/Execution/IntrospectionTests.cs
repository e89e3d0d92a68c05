using System.Text.Json;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>Specification §4: the schema answers questions about itself.</summary>
public sealed class IntrospectionTests
{
    private static readonly Asking Server = new(""""
        "The whole."
        schema { query: Q }
        """
        Where it
        starts.
        """
        type Q implements N {
          id: ID!
          "Old."
          old(a: Int = 3 b: [In!]! = [{ x: 1, e: A }], gone: Int @deprecated(reason: "b")): [[T!]] @deprecated
          any: U
        }
        interface N { id: ID! }
        type T implements N { id: ID!, when: Day }
        union U = Q | T
        enum E { A B @deprecated(reason: "x") }
        scalar Day @specifiedBy(url: "https://example.com/day")
        input In { x: Int, e: E = B, gone: Int @deprecated }
        input One @oneOf { a: Int, b: Int }
        directive @d(one: One) repeatable on FIELD | QUERY
        """");

    [Theory]
    [InlineData("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }",
        """{"__schema":{"description":"The whole.","queryType":{"name":"Q"},"mutationType":null,"subscriptionType":null}}""")]
    [InlineData("{ __type(name: \"Q\") { kind name description interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name } isOneOf specifiedByURL } }",
        """{"__type":{"kind":"OBJECT","name":"Q","description":"Where it\nstarts.","interfaces":[{"name":"N"}],"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null,"isOneOf":null,"specifiedByURL":null}}""")]
    [InlineData("{ __type(name: \"Q\") { fields { name isDeprecated } } }",
        """{"__type":{"fields":[{"name":"id","isDeprecated":false},{"name":"any","isDeprecated":false}]}}""")]
    [InlineData("{ __type(name: \"Q\") { fields(includeDeprecated: true) { name description deprecationReason type { kind ofType { kind ofType { kind ofType { name } } } } } } }",
        """{"__type":{"fields":[{"name":"id","description":null,"deprecationReason":null,"type":{"kind":"NON_NULL","ofType":{"kind":"SCALAR","ofType":null}}},{"name":"old","description":"Old.","deprecationReason":"No longer supported","type":{"kind":"LIST","ofType":{"kind":"LIST","ofType":{"kind":"NON_NULL","ofType":{"name":"T"}}}}},{"name":"any","description":null,"deprecationReason":null,"type":{"kind":"UNION","ofType":null}}]}}""")]
    [InlineData("{ __type(name: \"Q\") { fields(includeDeprecated: true) { name args(includeDeprecated: true) { name defaultValue isDeprecated deprecationReason } } } }",
        """{"__type":{"fields":[{"name":"id","args":[]},{"name":"old","args":[{"name":"a","defaultValue":"3","isDeprecated":false,"deprecationReason":null},{"name":"b","defaultValue":"[{ x: 1, e: A }]","isDeprecated":false,"deprecationReason":null},{"name":"gone","defaultValue":null,"isDeprecated":true,"deprecationReason":"b"}]},{"name":"any","args":[]}]}}""")]
    [InlineData("{ __type(name: \"U\") { kind possibleTypes { name } fields { name } } }",
        """{"__type":{"kind":"UNION","possibleTypes":[{"name":"Q"},{"name":"T"}],"fields":null}}""")]
    [InlineData("{ __type(name: \"N\") { kind possibleTypes { name } fields { name } interfaces { name } } }",
        """{"__type":{"kind":"INTERFACE","possibleTypes":[{"name":"Q"},{"name":"T"}],"fields":[{"name":"id"}],"interfaces":[]}}""")]
    [InlineData("{ __type(name: \"E\") { enumValues { name } all: enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } } }",
        """{"__type":{"enumValues":[{"name":"A"}],"all":[{"name":"A","isDeprecated":false,"deprecationReason":null},{"name":"B","isDeprecated":true,"deprecationReason":"x"}]}}""")]
    [InlineData("{ __type(name: \"In\") { inputFields { name defaultValue type { name } } isOneOf } one: __type(name: \"One\") { isOneOf } }",
        """{"__type":{"inputFields":[{"name":"x","defaultValue":null,"type":{"name":"Int"}},{"name":"e","defaultValue":"B","type":{"name":"E"}}],"isOneOf":false},"one":{"isOneOf":true}}""")]
    [InlineData("{ __type(name: \"Day\") { kind specifiedByURL } none: __type(name: \"Nope\") { name } }",
        """{"__type":{"kind":"SCALAR","specifiedByURL":"https://example.com/day"},"none":null}""")]
    [InlineData("{ __type(name: \"__TypeKind\") { __typename kind enumValues { name } } }",
        """{"__type":{"__typename":"__Type","kind":"ENUM","enumValues":[{"name":"SCALAR"},{"name":"OBJECT"},{"name":"INTERFACE"},{"name":"UNION"},{"name":"ENUM"},{"name":"INPUT_OBJECT"},{"name":"LIST"},{"name":"NON_NULL"}]}}""")]
    public void Types_describe_themselves(string query, string data) => Assert.Equal($$"""{"data":{{data}}}""", Server.Ask(query));

    [Fact]
    public void Directives_are_listed_with_their_places()
    {
        var directives = JsonElement.Parse(Server.Ask("{ __schema { directives { name isRepeatable locations args { name } } } }"))
            .GetProperty("data").GetProperty("__schema").GetProperty("directives").EnumerateArray().ToDictionary(d => d.GetProperty("name").GetString()!);
        Assert.Superset(new HashSet<string>(["d", "include", "skip", "deprecated", "specifiedBy", "oneOf"]), directives.Keys.ToHashSet());
        Assert.Equal("""{"name":"d","isRepeatable":true,"locations":["FIELD","QUERY"],"args":[{"name":"one"}]}""", directives["d"].GetRawText());
    }

    [Fact]
    public void Introspection_stands_beside_other_fields() => Assert.Equal(
        """{"data":{"id":"1","__schema":{"queryType":{"name":"Q"}},"any":{"__typename":"T","id":"2"}}}""",
        Server.Ask("{ id __schema { queryType { name } } any { __typename ... on N { id } } }", """{"id":"1","any":{"__typename":"T","id":"2"}}"""));
}
