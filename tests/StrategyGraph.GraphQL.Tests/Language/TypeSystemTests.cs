using StrategyGraph.GraphQL.Language;
using static StrategyGraph.GraphQL.Tests.Language.Syntax;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>§3 Type System: definitions and extensions as syntax.</summary>
public class TypeSystemTests
{
    [Theory]
    [InlineData("schema { query: Q }", "schema {\n  query: Q\n}")]
    [InlineData("\"d\" schema @a { query: Q mutation: M, subscription: S }", "\"d\"\nschema @a {\n  query: Q\n  mutation: M\n  subscription: S\n}")]
    [InlineData("scalar A", "scalar A")]
    [InlineData("type A { b: C }", "type A {\n  b: C\n}")]
    [InlineData("type A implements B", "type A implements B")]
    [InlineData("type A implements & B & C { d: E }", "type A implements B & C {\n  d: E\n}")]
    [InlineData("type implements implements implements", "type implements implements implements")]
    [InlineData("interface A implements B & C @d { e: F }", "interface A implements B & C @d {\n  e: F\n}")]
    [InlineData("type A { b(c: D = 1 @e, f: [G!]!): H @i }", "type A {\n  b(c: D = 1 @e, f: [G!]!): H @i\n}")]
    [InlineData("union A = B", "union A = B")]
    [InlineData("union A = | B | C", "union A = B | C")]
    [InlineData("union A @b", "union A @b")]
    [InlineData("enum A { B \"d\" C @e }", "enum A {\n  B\n  \"d\"\n  C @e\n}")]
    [InlineData("input A { b: C = { d: [E] } @f }", "input A {\n  b: C = { d: [E] } @f\n}")]
    [InlineData("directive @a on FIELD", "directive @a on FIELD")]
    [InlineData("directive @a(b: C = 1) repeatable on | FIELD | OBJECT", "directive @a(b: C = 1) repeatable on FIELD | OBJECT")]
    [InlineData("directive @repeatable repeatable on FIELD", "directive @repeatable repeatable on FIELD")]
    [InlineData("type type { type(type: type): type }", "type type {\n  type(type: type): type\n}")]
    public void Definitions(string text, string printed) => Reads(text, printed);

    [Theory]
    [InlineData("extend schema @a")]
    [InlineData("extend schema {\n  mutation: M\n}")]
    [InlineData("extend scalar A @b")]
    [InlineData("extend type A implements B")]
    [InlineData("extend type A @b")]
    [InlineData("extend type A {\n  b: C\n}")]
    [InlineData("extend interface A implements B & C @d {\n  e: F\n}")]
    [InlineData("extend union A @b = C | D")]
    [InlineData("extend union A = C")]
    [InlineData("extend enum A @b")]
    [InlineData("extend enum A {\n  B\n}")]
    [InlineData("extend input A @b {\n  c: D\n}")]
    public void Extensions(string text)
    {
        RoundTrips(text);
        Assert.True(Parser.Parse(text).Definitions[0] is SchemaExtensionNode or TypeDefinitionNode { IsExtension: true, Description: null });
    }

    [Fact]
    public void A_definition_is_no_extension() => Assert.False(Only<ScalarTypeDefinitionNode>("scalar A").IsExtension);

    [Theory]
    [InlineData("extend schema", "Unexpected <EOF>.", 14)]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 16)]
    [InlineData("extend type A", "Unexpected <EOF>.", 14)]
    [InlineData("extend interface A type B", "Unexpected Name \"type\".", 20)]
    [InlineData("extend union A", "Unexpected <EOF>.", 15)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 14)]
    [InlineData("extend input A", "Unexpected <EOF>.", 15)]
    public void An_extension_must_add_something(string text, string message, int column) => Refuses(text, message, 1, column);

    [Theory]
    [InlineData("extend", "Unexpected <EOF>.", 7)]
    [InlineData("extend what", "Unexpected Name \"what\".", 8)]
    [InlineData("extend query { a }", "Unexpected Name \"query\".", 8)]
    [InlineData("extend directive @a @b", "Unexpected Name \"directive\".", 8)]
    [InlineData("extend \"d\" type A @b", "Unexpected String \"d\".", 8)]
    public void Only_schemas_and_types_are_extended(string text, string message, int column) => Refuses(text, message, 1, column);

    [Theory]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 7)]
    [InlineData("schema {}", "Expected Name, found \"}\".", 9)]
    [InlineData("schema { read: A }", "Unexpected Name \"read\".", 10)]
    [InlineData("schema { query: [A] }", "Expected Name, found \"[\".", 17)]
    [InlineData("scalar", "Expected Name, found <EOF>.", 7)]
    [InlineData("scalar A = B", "Unexpected \"=\".", 10)]
    [InlineData("scalar A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 16)]
    [InlineData("type A {}", "Expected Name, found \"}\".", 9)]
    [InlineData("type A { b }", "Expected \":\", found \"}\".", 12)]
    [InlineData("type A { b(): C }", "Expected Name, found \")\".", 12)]
    [InlineData("type A { b: C = 1 }", "Expected Name, found \"=\".", 15)]
    [InlineData("type A { b(c: D = $e): F }", "Unexpected variable \"$e\" in constant value.", 19)]
    [InlineData("type A implements", "Expected Name, found <EOF>.", 18)]
    [InlineData("type A implements B, C { d: E }", "Unexpected Name \"C\".", 22)]
    [InlineData("type A implements B && C", "Expected Name, found \"&\".", 22)]
    [InlineData("union A =", "Expected Name, found <EOF>.", 10)]
    [InlineData("union A = | | B", "Expected Name, found \"|\".", 13)]
    [InlineData("union A = B |", "Expected Name, found <EOF>.", 14)]
    [InlineData("union A = B || C", "Expected Name, found \"|\".", 14)]
    [InlineData("enum A {}", "Expected Name, found \"}\".", 9)]
    [InlineData("enum A { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("enum A { B false }", "Name \"false\" is reserved and cannot be used for an enum value.", 12)]
    [InlineData("enum A { \"d\" null }", "Name \"null\" is reserved and cannot be used for an enum value.", 14)]
    [InlineData("input A { b(c: D): E }", "Expected \":\", found \"(\".", 12)]
    [InlineData("input A {}", "Expected Name, found \"}\".", 10)]
    [InlineData("directive a on FIELD", "Expected \"@\", found Name \"a\".", 11)]
    [InlineData("directive @a", "Expected \"on\", found <EOF>.", 13)]
    [InlineData("directive @a on", "Expected Name, found <EOF>.", 16)]
    [InlineData("directive @a on field", "Unexpected Name \"field\".", 17)]
    [InlineData("directive @a on FIELD | FIELDS", "Unexpected Name \"FIELDS\".", 25)]
    [InlineData("directive @a repeated on FIELD", "Expected \"on\", found Name \"repeated\".", 14)]
    [InlineData("directive @a @b on FIELD", "Expected \"on\", found \"@\".", 14)]
    public void What_is_no_definition_is_refused(string text, string message, int column) =>
        Refuses(text, message, 1, column);
}
