using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>
/// Binds the project's <c>*.graphql</c> files to its C# types, for each class with <c>[GraphQLSchema]</c>: see <see cref="Binder"/> for
/// how types and members are found, <see cref="Emitter"/> for what is made of them.
/// </summary>
/// <remarks>Binding looks at the whole compilation, so it runs whenever that changes: it takes milliseconds, and is never out of date.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static f => f.Path.EndsWith(".graphql", StringComparison.OrdinalIgnoreCase))
            .Select(static (f, cancellation) => (f.Path, Text: f.GetText(cancellation)?.ToString() ?? ""))
            .Collect();
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            Names.Attribute, static (node, _) => node is ClassDeclarationSyntax, static (found, _) => found.TargetSymbol.ToDisplayString());
        context.RegisterSourceOutput(classes.Combine(files).Combine(context.CompilationProvider), static (output, input) =>
        {
            var ((name, texts), compilation) = input;
            Generate(output, name, texts, compilation);
        });
    }

    private static void Generate(SourceProductionContext output, string name, ImmutableArray<(string Path, string Text)> files, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(name) is not { } symbol || SchemaOf(symbol) is not { } schema) return;
        var problems = new Problems();
        var code = Sdl.Read([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], problems) is { } sdl ? Bind(compilation, sdl, schema, problems) : null;
        foreach (var problem in problems.Found) output.ReportDiagnostic(problem);
        if (code is not null) output.AddSource($"{symbol.Name}.g.cs", SourceText.From(code, Encoding.UTF8));
    }

    private static string? Bind(Compilation compilation, Sdl sdl, SchemaClass schema, Problems problems)
    {
        var binder = new Binder(compilation, sdl, schema, problems);
        binder.Bind();
        return problems.Found.Count == 0 ? new Emitter(binder).Emit() : null;
    }

    private static SchemaClass? SchemaOf(INamedTypeSymbol symbol)
    {
        var attribute = symbol.GetAttributes().First(a => a.AttributeClass?.ToDisplayString() == Names.Attribute);
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not INamedTypeSymbol root) return null;
        var types = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Types").Value;
        var resolvers = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Resolvers").Value;
        return new SchemaClass(symbol, root, types.IsNull ? [] : [.. types.Values.Select(v => (string)v.Value!)], resolvers.Value as string ?? "");
    }
}
