using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>Specification §4.1 and §4.2: the fields that no type lists, and introspection's own types.</summary>
public class MetaFieldTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("""
        type Query { a: Plan, b: Any, n: Node }
        type Plan implements Node { id: ID! }
        interface Node { id: ID! }
        union Any = Plan
        """));

    [Theory]
    [InlineData("Query", "__typename", "String!")]
    [InlineData("Plan", "__typename", "String!")]
    [InlineData("Node", "__typename", "String!")]
    [InlineData("Any", "__typename", "String!")]
    [InlineData("__Type", "__typename", "String!")]
    [InlineData("Query", "__schema", "__Schema!")]
    [InlineData("Query", "__type", "__Type")]
    [InlineData("Query", "a", "Plan")]
    [InlineData("Plan", "id", "ID!")]
    [InlineData("__Type", "fields", "[__Field!]")]
    [InlineData("Plan", "__schema", null)]
    [InlineData("Plan", "__type", null)]
    [InlineData("ID", "__typename", null)]
    [InlineData("Any", "id", null)]
    [InlineData("Query", "__other", null)]
    public void A_field_is_looked_up_with_the_meta_fields_of_its_parent(string parent, string field, string? type) =>
        Assert.Equal(type, Schema.FieldOf(Schema.Types[parent], field)?.Type.ToString());

    [Fact]
    public void Type_is_asked_for_by_a_required_name() =>
        Assert.Equal(("name", "String!", true), (StandardDefinitions.TypeField.Arguments[0].Name, StandardDefinitions.TypeField.Arguments[0].Type.ToString(), StandardDefinitions.TypeField.Arguments[0].IsRequired));

    [Theory]
    [InlineData("__Schema", "description: String, types: [__Type!]!, queryType: __Type!, mutationType: __Type, subscriptionType: __Type, directives: [__Directive!]!")]
    [InlineData("__Type", "kind: __TypeKind!, name: String, description: String, specifiedByURL: String, fields: [__Field!], interfaces: [__Type!], possibleTypes: [__Type!], enumValues: [__EnumValue!], inputFields: [__InputValue!], ofType: __Type, isOneOf: Boolean")]
    [InlineData("__Field", "name: String!, description: String, args: [__InputValue!]!, type: __Type!, isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__InputValue", "name: String!, description: String, type: __Type!, defaultValue: String, isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__EnumValue", "name: String!, description: String, isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__Directive", "name: String!, description: String, isRepeatable: Boolean!, locations: [__DirectiveLocation!]!, args: [__InputValue!]!")]
    public void Introspection_has_the_fields_of_September_2025(string type, string fields) =>
        Assert.Equal(fields, string.Join(", ", ((ObjectType)Schema.Types[type]).Fields.Select(f => $"{f.Name}: {f.Type}")));

    [Theory]
    [InlineData("__TypeKind", "SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL")]
    [InlineData("__DirectiveLocation", "QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION")]
    public void Introspection_has_the_names_of_September_2025(string type, string names) =>
        Assert.Equal(names, string.Join(' ', ((EnumType)Schema.Types[type]).Values.Select(v => v.Name)));

    [Theory]
    [InlineData("__Type", "fields")]
    [InlineData("__Type", "enumValues")]
    [InlineData("__Type", "inputFields")]
    [InlineData("__Field", "args")]
    [InlineData("__Directive", "args")]
    public void Deprecated_parts_are_left_out_unless_asked_for(string type, string field)
    {
        var argument = Assert.Single(((ObjectType)Schema.Types[type]).Field(field)!.Arguments);

        Assert.Equal(("includeDeprecated", "Boolean!", "false"), (argument.Name, argument.Type.ToString(), argument.DefaultValueText));
    }

    [Fact]
    public void The_specifications_own_types_are_shared_described_and_without_syntax()
    {
        foreach (var type in Schema.TypesInOrder.Where(StandardDefinitions.IsStandard))
        {
            Assert.Same(StandardDefinitions.TypesByName[type.Name], type);
            Assert.NotNull(type.Description);
            Assert.Empty(type.SyntaxNodes);
        }
    }

    [Theory]
    [InlineData("include", "FIELD FRAGMENT_SPREAD INLINE_FRAGMENT", "if: Boolean!")]
    [InlineData("skip", "FIELD FRAGMENT_SPREAD INLINE_FRAGMENT", "if: Boolean!")]
    [InlineData("deprecated", "FIELD_DEFINITION ARGUMENT_DEFINITION INPUT_FIELD_DEFINITION ENUM_VALUE", "reason: String! = \"No longer supported\"")]
    [InlineData("specifiedBy", "SCALAR", "url: String!")]
    [InlineData("oneOf", "INPUT_OBJECT", "")]
    public void The_builtin_directives_are_in_every_schema(string name, string locations, string arguments)
    {
        var directive = Schema.Directives[name];

        Assert.Equal(locations, string.Join(' ', directive.Locations));
        Assert.Equal(arguments, string.Join(", ", directive.Arguments.Select(a => $"{a.Name}: {a.Type}{(a.DefaultValueText is { } d ? " = " + d : "")}")));
        Assert.False(directive.IsRepeatable);
    }
}
