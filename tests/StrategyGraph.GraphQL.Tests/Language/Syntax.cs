using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>The words in which the tests of this room are told.</summary>
internal static class Syntax
{
    /// <summary>A text in the printer's own layout: it parses, and prints as it was.</summary>
    public static void RoundTrips(string text) => Reads(text, text);

    /// <summary>The text parses; what prints is <paramref name="printed"/>, which is stable.</summary>
    public static void Reads(string text, string printed)
    {
        Assert.Equal(printed, Printer.Print(Parser.Parse(text)));
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
    }

    public static void Refuses(string text, string message, int line, int column) =>
        Refuses(() => Parser.Parse(text), message, line, column);

    public static void Refuses(Func<object> parse, string message, int line, int column)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(parse).Errors);
        Assert.Equal("Syntax Error: " + message, error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations!);
        Assert.Null(error.Path);
    }

    /// <summary>The one definition of a document.</summary>
    public static T Only<T>(string text)
        where T : DefinitionNode => Assert.IsType<T>(Assert.Single(Parser.Parse(text).Definitions));

    /// <summary>What a node covers in the text it was parsed from.</summary>
    public static string TextOf(SyntaxNode node, string text) => text[node.Start..node.End];
}
