using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using StrategyGraph.GraphQL.Language;
using SyntaxNode = StrategyGraph.GraphQL.Language.SyntaxNode;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>What does not bind: compile errors, each at a line of the schema and saying what was looked for.</summary>
internal sealed class Problems
{
    private const string Category = "GraphQL";

    public static readonly DiagnosticDescriptor InvalidSchema = Error("SGQL001", "The schema is not valid");
    public static readonly DiagnosticDescriptor UnboundType = Error("SGQL002", "A type of the schema has no C# type");
    public static readonly DiagnosticDescriptor UnboundField = Error("SGQL003", "A field of the schema has no C# member");
    public static readonly DiagnosticDescriptor WrongType = Error("SGQL004", "A C# type does not fit the schema");
    public static readonly DiagnosticDescriptor WrongNullability = Error("SGQL005", "C# and the schema differ on null");
    public static readonly DiagnosticDescriptor WrongArguments = Error("SGQL006", "Arguments and parameters differ");
    public static readonly DiagnosticDescriptor UnboundEnumValue = Error("SGQL007", "An enum value of the schema has no C# member");
    public static readonly DiagnosticDescriptor UnboundInput = Error("SGQL008", "An input of the schema does not bind");

    private readonly List<Diagnostic> _found = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    /// <param name="node">Where in the schema.</param>
    public void Add(DiagnosticDescriptor kind, Sdl sdl, SyntaxNode node, string message) =>
        _found.Add(Diagnostic.Create(kind, LocationOf(sdl.Source.LocationOf(node.Start), Math.Max(node.End - node.Start, 0)), message));

    public void Add(DiagnosticDescriptor kind, SourceLocation at, string message) => _found.Add(Diagnostic.Create(kind, LocationOf(at, 0), message));

    private static Location LocationOf(SourceLocation at, int length)
    {
        var start = new LinePosition(at.Line - 1, at.Column - 1);
        return Location.Create(at.File ?? "", new TextSpan(0, length), new LinePositionSpan(start, new LinePosition(start.Line, start.Character + length)));
    }

    // One message a problem: what is wrong and what was looked for differ too much for a common format.
    private static DiagnosticDescriptor Error(string id, string title) =>
        new(id, title, "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
