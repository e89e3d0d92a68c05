namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

/// <summary>The rules that requests are held to as well, in what they say of schema documents.</summary>
public class SharedRuleTests
{
    [Fact]
    public void KnownTypeNames_takes_the_document_the_schema_and_the_specification_together()
    {
        var rule = new SdlRule("KnownTypeNamesRule");
        rule.Accepts("type A implements B { c(d: E = 1): [String!]! } interface B union F = A enum G { H } input E { i: ID } type J { t: __Type }");
        rule.Accepts("extend type Query { b: A }", extended: "type Query { a: A } type A { b: Int }");
        rule.Refuses(
            """
            type Plan implements Nod {
              goals(where: Wher): [Gaol!]!
            }
            interface Node
            type Goal
            union Element = Goals
            input Where { a: Strng }
            directive @a(b: Wherre) on FIELD
            schema { query: Plans }
            extend interface Node implements Nodes
            """,
            "1:22 Unknown type \"Nod\". Did you mean \"Node\" or \"ID\"?",
            "2:16 Unknown type \"Wher\". Did you mean \"Where\"?",
            "2:24 Unknown type \"Gaol\". Did you mean \"Goal\"?",
            "6:17 Unknown type \"Goals\". Did you mean \"Goal\"?",
            "7:18 Unknown type \"Strng\". Did you mean \"String\"?",
            "8:17 Unknown type \"Wherre\". Did you mean \"Where\"?",
            "9:17 Unknown type \"Plans\". Did you mean \"Plan\"?",
            "10:34 Unknown type \"Nodes\". Did you mean \"Node\"?");
    }

    [Fact]
    public void KnownDirectives_knows_every_place_of_a_schema_document()
    {
        var rule = new SdlRule("KnownDirectivesRule");
        rule.Accepts("type A { b: Int @deprecated } scalar C @specifiedBy(url: \"u\") input D @oneOf { e: Int @f } directive @f on INPUT_FIELD_DEFINITION");
        rule.Accepts("extend type Query @a", extended: "type Query { b: Int } directive @a on OBJECT");
        rule.Refuses("type A @b", "1:8 Unknown directive \"@b\".");
    }

    [Theory]
    [InlineData("schema @a { query: Q }", 8, "SCHEMA")]
    [InlineData("extend schema @a", 15, "SCHEMA")]
    [InlineData("scalar A @a", 10, "SCALAR")]
    [InlineData("extend scalar A @a", 17, "SCALAR")]
    [InlineData("type A @a", 8, "OBJECT")]
    [InlineData("extend type A @a", 15, "OBJECT")]
    [InlineData("type A { b: Int @a }", 17, "FIELD_DEFINITION")]
    [InlineData("type A { b(c: Int @a): Int }", 19, "ARGUMENT_DEFINITION")]
    [InlineData("directive @b(c: Int @a) on FIELD", 21, "ARGUMENT_DEFINITION")]
    [InlineData("interface A @a", 13, "INTERFACE")]
    [InlineData("interface A { b: Int @a }", 22, "FIELD_DEFINITION")]
    [InlineData("extend interface A @a", 20, "INTERFACE")]
    [InlineData("union A @a = B", 9, "UNION")]
    [InlineData("extend union A @a", 16, "UNION")]
    [InlineData("enum A @a { B }", 8, "ENUM")]
    [InlineData("extend enum A @a", 15, "ENUM")]
    [InlineData("enum A { B @a }", 12, "ENUM_VALUE")]
    [InlineData("input A @a { b: Int }", 9, "INPUT_OBJECT")]
    [InlineData("extend input A @a", 16, "INPUT_OBJECT")]
    [InlineData("input A { b: Int @a }", 18, "INPUT_FIELD_DEFINITION")]
    public void KnownDirectives_names_the_place_where_a_directive_may_not_stand(string sdl, int column, string location)
    {
        var rule = new SdlRule("KnownDirectivesRule");
        rule.Refuses($"{sdl}\ndirective @a on QUERY", $"1:{column} Directive \"@a\" may not be used on {location}.");
        rule.Accepts($"{sdl}\ndirective @a on {location}");
    }

    [Fact]
    public void UniqueDirectivesPerLocation_takes_a_definition_and_its_extensions_for_one_place()
    {
        var rule = new SdlRule("UniqueDirectivesPerLocationRule");
        const string directives = "\ndirective @a on OBJECT | SCHEMA | FIELD_DEFINITION\ndirective @b repeatable on OBJECT";
        rule.Accepts("type A @a @b @b { c: Int @a d: Int @a } extend type A @b type B @a" + directives);
        rule.Refuses("type A @a { c: Int @a @a } extend type A @a" + directives,
            "1:20, 1:23 The directive \"@a\" can only be used once at this location.",
            "1:8, 1:42 The directive \"@a\" can only be used once at this location.");
        rule.Refuses("schema @a { query: Q } extend schema @a" + directives,
            "1:8, 1:38 The directive \"@a\" can only be used once at this location.");
    }

    [Fact]
    public void KnownArgumentNamesOnDirectives_suggests_what_may_have_been_meant()
    {
        var rule = new SdlRule("KnownArgumentNamesOnDirectivesRule");
        rule.Accepts("type A { b: Int @deprecated(reason: \"r\") c: Int @unknown(d: 1) }");
        rule.Refuses(
            "type A { b: Int @deprecated(reson: \"r\") c: Int @d(f: 1) } directive @d(e: Int) on FIELD_DEFINITION",
            "1:29 Unknown argument \"reson\" on directive \"@deprecated\". Did you mean \"reason\"?",
            "1:51 Unknown argument \"f\" on directive \"@d\". Did you mean \"e\"?");
    }

    [Fact]
    public void UniqueArgumentNames_and_UniqueInputFieldNames_look_into_directives_and_defaults()
    {
        new SdlRule("UniqueArgumentNamesRule").Refuses(
            "type A @b(c: 1, d: 2, c: 3)",
            "1:11, 1:23 There can be only one argument named \"c\".");
        new SdlRule("UniqueInputFieldNamesRule").Refuses(
            "type A @b(c: { d: 1, e: { d: 2 }, d: 3 }) input F { g: H = [{ i: 1, i: 2 }] }",
            "1:16, 1:35 There can be only one input field named \"d\".",
            "1:63, 1:69 There can be only one input field named \"i\".");
    }

    [Fact]
    public void ProvidedRequiredArgumentsOnDirectives_names_the_type_of_what_is_missing()
    {
        var rule = new SdlRule("ProvidedRequiredArgumentsOnDirectivesRule");
        const string directive = "directive @a(b: [Int!]!, c: Int! = 1, d: Int) on OBJECT";
        rule.Accepts("type A @a(b: [])\n" + directive);
        rule.Refuses("type A @a(d: 1) scalar B @specifiedBy\n" + directive,
            "1:8 Argument \"@a(b:)\" of type \"[Int!]!\" is required, but it was not provided.",
            "1:26 Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.");
        rule.RefusesToExtend("type Query { a: Int }\n" + directive, "extend type Query @a",
            "1:19 Argument \"@a(b:)\" of type \"[Int!]!\" is required, but it was not provided.");
    }
}
