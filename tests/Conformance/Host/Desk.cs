using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.Conformance.Host;

/// <summary>Answers jobs, whatever they hold: what the engine throws becomes the answer's <c>fault</c>.</summary>
internal sealed class Desk
{
    private const int MostSchemas = 256;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly Dictionary<string, SchemaUnderTest> _schemas = [];
    private SchemaUnderTest _schema = new("type Query { id: ID }");

    public string Answer(string line) => JsonSerializer.Serialize(JsonSerializer.Deserialize<Job[]>(line, Json)!.Select(Answer), Json);

    private Dictionary<string, object?> Answer(Job job)
    {
        var answer = new Dictionary<string, object?>();
        try
        {
            Answer(job, answer);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            answer["fault"] = fault.ToString();
        }

        return answer;
    }

    private void Answer(Job job, Dictionary<string, object?> answer)
    {
        if (job.Sdl is { } sdl) _schema = Schema(sdl);
        if (job.Want.Contains("schema")) answer["schema"] = _schema.Description();
        if (job.Want.Contains("introspection")) answer["introspection"] = _schema.Introspect(job.Document);
        if (!job.Want.Contains("parse")) return;

        var document = Parse(job, answer);
        if (document is null || _schema.Schema is not { } schema || !job.Want.Contains("validate")) return;
        var violations = Validator.Violations(schema, document);
        answer["validate"] = violations.Select(Texts.Of);
        if (violations.Count > 0) return;
        if (job.Want.Contains("variables")) answer["variables"] = _schema.Coerce(document, job);
        if (job.Want.Contains("execute")) answer["execute"] = _schema.Execute(job);
        if (job.Want.Contains("incremental")) answer["incremental"] = _schema.ExecuteIncrementally(job);
    }

    /// <summary>The same text is one schema, however often it is sent: so a hundred thousand documents cost a few builds.</summary>
    private SchemaUnderTest Schema(string sdl)
    {
        if (_schemas.TryGetValue(sdl, out var known)) return known;
        if (_schemas.Count == MostSchemas) _schemas.Clear();
        return _schemas[sdl] = new SchemaUnderTest(sdl);
    }

    private static DocumentNode? Parse(Job job, Dictionary<string, object?> answer)
    {
        try
        {
            var node = ParseEntry(job.Document, job.Entry);
            var printed = Printer.Print(node);
            var again = ParseEntry(printed, job.Entry);
            answer["parse"] = new
            {
                tree = SyntaxText.Of(node),
                printed,
                reprints = Printer.Print(again) == printed && SyntaxText.Of(again, offsets: false) == SyntaxText.Of(node, offsets: false),
            };
            return node as DocumentNode;
        }
        catch (GraphQLException refused)
        {
            answer["parse"] = new { error = Texts.Of(refused.Errors[0]) };
            return null;
        }
    }

    private static SyntaxNode ParseEntry(string text, string? entry) => entry switch
    {
        null => Parser.Parse(text),
        "schema" => Parser.Parse(text, ParserOptions.ForSchemas),
        "value" => Parser.ParseValue(text),
        "type" => Parser.ParseType(text),
        "coordinate" => Parser.ParseSchemaCoordinate(text),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "No kind of text to parse."),
    };
}
