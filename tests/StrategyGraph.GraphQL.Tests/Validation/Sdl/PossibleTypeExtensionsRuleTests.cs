namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

public class PossibleTypeExtensionsRuleTests
{
    private const string Definitions = """
        scalar AScalar
        type AnObject { a: Int }
        interface AnInterface { a: Int }
        union AUnion = AnObject
        enum AnEnum { A }
        input AnInput { a: Int }
        """;

    private readonly SdlRule _rule = new("PossibleTypeExtensionsRule");

    public static TheoryData<string, string> KeywordsAndNames => new()
    {
        { "scalar", "AScalar" },
        { "type", "AnObject" },
        { "interface", "AnInterface" },
        { "union", "AUnion" },
        { "enum", "AnEnum" },
        { "input", "AnInput" },
    };

    [Theory, MemberData(nameof(KeywordsAndNames))]
    public void A_type_is_extended_as_what_it_is_before_or_after_its_definition(string keyword, string name)
    {
        _rule.Accepts($"extend {keyword} {name} @a\n{Definitions}\nextend {keyword} {name} @b");
        _rule.Accepts($"extend {keyword} {name} @a", extended: $"type Query {{ a: Int }}\n{Definitions}");
    }

    [Theory]
    [InlineData("scalar", "scalar")]
    [InlineData("type", "object")]
    [InlineData("interface", "interface")]
    [InlineData("union", "union")]
    [InlineData("enum", "enum")]
    [InlineData("input", "input object")]
    public void A_type_is_not_extended_as_what_it_is_not(string keyword, string kind)
    {
        var (other, line) = kind == "scalar" ? ("AnObject", 2) : ("AScalar", 1);
        var extension = $"extend {keyword} {other} @a";
        _rule.Refuses($"{Definitions}\n{extension}", $"{line}:1, 7:1 Cannot extend non-{kind} type \"{other}\".");
        _rule.RefusesToExtend($"type Query {{ a: Int }}\n{Definitions}", extension, $"1:1 Cannot extend non-{kind} type \"{other}\".");
    }

    [Theory, MemberData(nameof(KeywordsAndNames))]
    public void A_type_that_is_nowhere_is_not_extended(string keyword, string name) =>
        _rule.Refuses($"extend {keyword} {name} @a", $"1:{keyword.Length + 9} Cannot extend type \"{name}\" because it is not defined.");

    [Fact]
    public void A_mistyped_name_gets_a_suggestion_from_the_document_and_the_schema()
    {
        _rule.Refuses("type Initiative extend type Initative @a", "1:29 Cannot extend type \"Initative\" because it is not defined. Did you mean \"Initiative\"?");
        _rule.RefusesToExtend(
            "type Query { a: Measure } type Measure { a: Int }",
            "type Measured extend type Mesure @a",
            "1:27 Cannot extend type \"Mesure\" because it is not defined. Did you mean \"Measure\" or \"Measured\"?");
    }
}
