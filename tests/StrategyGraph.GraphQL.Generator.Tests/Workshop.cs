extern alias generator;

using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Generator.Tests;

/// <summary>Runs the generator over a schema and C# as a build would.</summary>
internal static class Workshop
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using StrategyGraph.GraphQL.Execution;
        global using StrategyGraph.GraphQL.Language;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(GraphQLServer).Assembly.Location),
    ];

    /// <summary>The problems that the generator reports, as <c>SGQL003 schema.graphql(2,3): message</c>.</summary>
    public static IReadOnlyList<string> Problems(string sdl, string csharp) =>
        [.. Run([("schema.graphql", sdl)], csharp).Problems];

    public static IReadOnlyList<string> Problems((string Path, string Text)[] files, string csharp) => [.. Run(files, csharp).Problems];

    /// <summary>The class <c>Test.Schema</c> compiled with what the generator made of it, and a <c>Test.Root</c> to ask.</summary>
    public static Product Make(string sdl, string csharp)
    {
        var (compilation, problems) = Run([("schema.graphql", sdl)], csharp);
        Assert.Empty(problems);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics) + "\n" + compilation.SyntaxTrees.Last());
        assembly.Position = 0;
        var loaded = new AssemblyLoadContext(null).LoadFromStream(assembly);
        var binding = (SchemaBinding)loaded.GetType("Test.Schema")!.GetProperty("Binding", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var schema = SchemaLoader.Load([new Source(sdl, "schema.graphql")], new SchemaBuilderOptions { Scalars = binding.Scalars });
        return new Product(new GraphQLServer(schema, binding), Activator.CreateInstance(loaded.GetType("Test.Root")!)!);
    }

    public sealed record Product(GraphQLServer Server, object Root)
    {
        public string Ask(string query, string variables = "{}")
        {
            using var response = Server.Execute(new(query, null, JsonElement.Parse(variables), Root));
            return Encoding.UTF8.GetString(response.Body.Span);
        }
    }

    private static (Compilation Compilation, IEnumerable<string> Problems) Run((string Path, string Text)[] files, string csharp)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(csharp, options)], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        var driver = CSharpGeneratorDriver.Create(
            [new generator::StrategyGraph.GraphQL.Generator.SchemaGenerator().AsSourceGenerator()],
            [.. files.Select(f => new SchemaFile(f.Path, f.Text))], options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        return (updated, diagnostics.Select(Print));
    }

    private static string Print(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        return $"{diagnostic.Id} {at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {diagnostic.GetMessage()}";
    }

    private sealed class SchemaFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
