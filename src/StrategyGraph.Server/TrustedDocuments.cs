using System.Text.Json;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.Server;

/// <summary>
/// Reads trusted documents from a folder: <c>id.graphql</c>, and manifests as build tools write them, either an object of texts by id (Relay,
/// graphql-codegen) or Apollo's list of operations. Each is parsed and validated; one that would fail when it is asked for is told at the start.
/// </summary>
internal sealed class TrustedDocuments(Schema schema, GraphQLOptions options)
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly List<string> _errors = [];

    /// <summary>The folder's documents by id. What is wrong is told, a line each with file, line and column; then the result is null.</summary>
    public static IReadOnlyDictionary<string, string>? Load(string folder, Schema schema, GraphQLOptions options, TextWriter errors)
    {
        var documents = new TrustedDocuments(schema, options);
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)) documents.AddFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            documents._errors.Add(e.Message);
        }

        foreach (var error in documents._errors) errors.WriteLine(error);
        return documents._errors.Count == 0 ? documents._texts : null;
    }

    private void AddFile(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".graphql":
                Add(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), path);
                break;
            case ".json":
                AddManifest(path);
                break;
        }
    }

    private void AddManifest(string path)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var documents = DocumentsOf(manifest.RootElement);
            if (documents is null) _errors.Add($"{path}: a manifest is an object of documents by id, or has \"operations\" with \"id\" and \"body\" each.");
            foreach (var (id, text) in documents ?? []) Add(id, text, $"{path} ({id})");
        }
        catch (JsonException e)
        {
            _errors.Add($"{path}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}: not JSON.");
        }
    }

    /// <summary>The documents of a manifest; null where it is none.</summary>
    private static List<(string Id, string Text)>? DocumentsOf(JsonElement manifest)
    {
        if (manifest.ValueKind is not JsonValueKind.Object) return null;
        var documents = new List<(string, string)>();
        if (manifest.TryGetProperty("operations", out var operations) && operations.ValueKind is JsonValueKind.Array)
        {
            foreach (var operation in operations.EnumerateArray())
            {
                if (TextAt(operation, "id") is not { } id || TextAt(operation, "body") is not { } body) return null;
                documents.Add((id, body));
            }

            return documents;
        }

        foreach (var entry in manifest.EnumerateObject())
        {
            if (entry.Value.ValueKind is not JsonValueKind.String) return null;
            documents.Add((entry.Name, entry.Value.GetString()!));
        }

        return documents;
    }

    private static string? TextAt(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <param name="place">What errors begin with.</param>
    private void Add(string id, string text, string place)
    {
        if (!_texts.TryAdd(id, text) && _texts[id] != text) _errors.Add($"{place}: another document has the id \"{id}\" already.");
        foreach (var error in ErrorsOf(text))
        {
            var (line, column, _) = error.Locations is [var first, ..] ? first : new SourceLocation(1, 1);
            _errors.Add($"{place}:{line}:{column}: {error.Message}");
        }
    }

    private IReadOnlyList<GraphQLError> ErrorsOf(string text)
    {
        try
        {
            return Validator.Validate(schema, Parser.Parse(text, options.Parsing), options.Validation);
        }
        catch (GraphQLException syntax)
        {
            return syntax.Errors;
        }
    }
}
