using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>Specification §3: what each definition becomes.</summary>
public class SchemaBuilderTests
{
    private static Schema Build(string sdl, params (string Name, ScalarCoercion Coercion)[] scalars) =>
        SchemaBuilder.Build(
            Parser.Parse(new Source(sdl), ParserOptions.ForSchemas),
            new SchemaBuilderOptions { Scalars = scalars.ToDictionary(s => s.Name, s => s.Coercion) });

    private static T Type<T>(Schema schema, string name) where T : NamedType => Assert.IsType<T>(schema.Types[name]);

    private static IEnumerable<string> Refusals(string sdl) =>
        Assert.Throws<GraphQLException>(() => Build(sdl)).Errors.Select(e => $"{e.Locations![0].Line}:{e.Locations[0].Column} {e.Message}");

    // ── §3.3 Schema ──

    [Fact]
    public void Root_types_are_found_by_their_default_names()
    {
        var schema = Build("type Query { a: Int } type Mutation { b: Int } type Subscription { c: Int }");

        Assert.Equal(["Query", "Mutation", "Subscription"], Enum.GetValues<OperationType>().Select(o => schema.RootType(o)!.Name));
    }

    [Fact]
    public void A_schema_definition_names_its_root_types_and_only_these()
    {
        var schema = Build("""
            "What the city plans."
            schema { query: Q }
            type Q { a: Int }
            type Mutation { b: Int }
            extend schema { subscription: S }
            type S { c: Int }
            """);

        Assert.Equal(("What the city plans.", "Q", null, "S"), (schema.Description, schema.Query.Name, schema.Mutation?.Name, schema.Subscription?.Name));
    }

    [Fact]
    public void Types_refer_to_each_other_in_any_order_and_in_circles()
    {
        var schema = Build("type Query { plan: Plan } type Plan { goals: [Goal!]! } type Goal { plan: Plan! }");

        var plan = Type<ObjectType>(schema, "Plan");
        Assert.Same(plan, schema.Query.Field("plan")!.Type);
        Assert.Equal("[Goal!]!", plan.Field("goals")!.Type.ToString());
        Assert.Same(plan, Type<ObjectType>(schema, "Goal").Field("plan")!.Type.NamedType);
    }

    [Fact]
    public void Types_are_listed_as_defined_each_followed_by_the_scalars_it_mentions_first()
    {
        var schema = Build("type Query { b(id: ID): B } type B { n: Int } directive @d(x: Float) on FIELD");

        Assert.Equal(
            [
                "Query", "ID", "B", "Int", "Float", "Boolean", "String",
                "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
            ],
            schema.TypesInOrder.Select(t => t.Name));
        Assert.Equal(["d", "include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.DirectivesInOrder.Select(d => d.Name));
    }

    [Fact]
    public void Every_name_without_a_meaning_is_reported_where_it_stands() => Assert.Equal(
        [
            """2:19 Unknown type: "Interface".""",
            """2:35 Unknown type: "Goals".""",
            """3:13 Unknown type: "Member".""",
            """1:17 Unknown type: "Root".""",
        ],
        Refusals("""
            schema { query: Root }
            type A implements Interface { b: [Goals!] }
            union Any = Member
            """));

    // ── §3.5 – §3.10 Types and their extensions ──

    [Fact]
    public void Extensions_add_to_what_they_extend()
    {
        var schema = Build("""
            extend type Query implements Node @tag { id: ID! }
            type Query { a: Int }
            interface Node { id: ID! }
            extend interface Node { url: String }
            union Any = Query
            extend union Any = Other
            type Other { a: Int }
            enum Color { RED }
            extend enum Color { GREEN }
            input Where { a: Int }
            extend input Where { b: Int = 3 }
            scalar Url
            extend scalar Url @specifiedBy(url: "https://url.spec.whatwg.org/")
            directive @tag on OBJECT
            """);

        Assert.Equal(["a", "id"], schema.Query.Fields.Select(f => f.Name));
        Assert.Equal([Type<InterfaceType>(schema, "Node")], schema.Query.Interfaces);
        Assert.Equal(["id", "url"], Type<InterfaceType>(schema, "Node").Fields.Select(f => f.Name));
        Assert.Equal(["Query", "Other"], Type<UnionType>(schema, "Any").Types.Select(t => t.Name));
        Assert.Equal(["RED", "GREEN"], Type<EnumType>(schema, "Color").Values.Select(v => v.Name));
        Assert.Equal([("a", 0, null), ("b", 1, "3")], Type<InputObjectType>(schema, "Where").Fields.Select(f => (f.Name, f.Index, f.DefaultValueText)));
        Assert.Equal("https://url.spec.whatwg.org/", Type<ScalarType>(schema, "Url").SpecifiedByUrl);
        Assert.Equal(2, schema.Query.SyntaxNodes.Count);
    }

    [Fact]
    public void Descriptions_are_kept_on_everything()
    {
        var schema = Build("""
            "of a type" type Query { "of a field" a("of an argument" x: In): Color }
            "of an enum" enum Color { "of a value" RED }
            "of an input" input In { "of an input field" a: Int }
            "of a directive" directive @d on FIELD
            """);

        var field = schema.Query.Field("a")!;
        Assert.Equal<IEnumerable<string?>>(
            ["of a type", "of a field", "of an argument", "of an enum", "of a value", "of an input", "of an input field", "of a directive"],
            [
                schema.Query.Description, field.Description, field.Argument("x")!.Description,
                schema.Types["Color"].Description, Type<EnumType>(schema, "Color").Value("RED")!.Description,
                schema.Types["In"].Description, Type<InputObjectType>(schema, "In").Field("a")!.Description,
                schema.Directives["d"].Description,
            ]);
    }

    [Fact]
    public void A_standard_type_keeps_its_meaning_whatever_a_document_defines()
    {
        var schema = Build("type Query { a: ID } enum ID { A } type __Type { b: Int }");

        Assert.Same(BuiltInScalars.Id, schema.Types["ID"]);
        Assert.Same(StandardDefinitions.TypesByName["__Type"], schema.Types["__Type"]);
    }

    [Fact]
    public void An_object_with_exactly_one_field_to_give_is_marked()
    {
        var schema = Build("type Query { a(by: By): Int } input By @oneOf { id: ID, code: String } input Free { a: Int }");

        Assert.True(Type<InputObjectType>(schema, "By").IsOneOf);
        Assert.False(Type<InputObjectType>(schema, "Free").IsOneOf);
    }

    // ── §3.13 Directives ──

    [Fact]
    public void Deprecation_carries_its_reason_or_the_standard_one()
    {
        var schema = Build("""
            type Query { a: Int @deprecated, b(x: Int @deprecated(reason: "y")): Color, c: Int }
            enum Color { RED @deprecated(reason: "faded") }
            input In { a: Int @deprecated }
            """);

        Assert.Equal("No longer supported", schema.Query.Field("a")!.DeprecationReason);
        Assert.Equal("y", schema.Query.Field("b")!.Argument("x")!.DeprecationReason);
        Assert.False(schema.Query.Field("c")!.IsDeprecated);
        Assert.Equal("faded", Type<EnumType>(schema, "Color").Value("RED")!.DeprecationReason);
        Assert.True(Type<InputObjectType>(schema, "In").Field("a")!.IsDeprecated);
    }

    [Theory]
    [InlineData("type Query { a: Int @deprecated(reason: 5) }", """1:41 Argument "@deprecated(reason:)" has invalid value: String cannot represent a non string value: 5""")]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", """1:41 Argument "@deprecated(reason:)" has invalid value: Expected value of non-null type "String!" not to be null.""")]
    [InlineData("type Query { a: S } scalar S @specifiedBy(url: 5)", """1:48 Argument "@specifiedBy(url:)" has invalid value: String cannot represent a non string value: 5""")]
    public void A_builtin_directive_with_an_argument_of_another_type_is_refused(string sdl, string expected) =>
        Assert.Equal([expected], Refusals(sdl));

    [Fact]
    public void A_directive_has_arguments_places_and_repetition()
    {
        var directive = Build("type Query { a: Int } directive @tag(name: String! = \"x\") repeatable on FIELD | QUERY").Directives["tag"];

        Assert.Equal(["FIELD", "QUERY"], directive.Locations);
        Assert.True(directive.IsRepeatable);
        Assert.False(directive.Arguments[0].IsRequired);
        Assert.Equal("\"x\"", directive.Arguments[0].DefaultValueText);
    }

    [Fact]
    public void A_schema_may_define_a_builtin_directive_anew()
    {
        var schema = Build("type Query { a: Int } directive @skip(unless: Boolean) on FIELD");

        Assert.NotNull(schema.Directives["skip"].Arguments.SingleOrDefault(a => a.Name == "unless"));
    }

    // ── Custom scalars ──

    private sealed class EvenCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal) => ((IntValueNode)literal).Value;
        public override object Parse(JsonElement value) => value.GetRawText();
    }

    [Fact]
    public void A_custom_scalar_has_the_coercion_it_is_given()
    {
        var coercion = new EvenCoercion();

        Assert.Same(coercion, Type<ScalarType>(Build("type Query { a: Even } scalar Even", ("Even", coercion)), "Even").Coercion);
        Assert.Same(AnyValueCoercion.Instance, Type<ScalarType>(Build("type Query { a: Even } scalar Even"), "Even").Coercion);
    }
}
