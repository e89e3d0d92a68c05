using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Tests.Execution;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.Conformance.Host;

/// <summary>A schema made of SDL step by step, as far as it goes, and a server over it that answers from JSON.</summary>
internal sealed class SchemaUnderTest
{
    private static readonly GraphQLOptions Options = new()
    {
        Execution = new ExecutionLimits { MaxTime = TimeSpan.FromMinutes(10), MaxFieldCost = double.MaxValue, MaxTypeCost = double.MaxValue },
    };

    private readonly string? _refusedBy;
    private readonly IReadOnlyList<string> _errors = [];
    private readonly JsonBinding? _binding;
    private readonly GraphQLServer? _server;

    public SchemaUnderTest(string sdl)
    {
        var step = "parse";
        try
        {
            var document = Parser.Parse(sdl, ParserOptions.ForSchemas);
            step = "rules";
            _errors = [.. SdlValidator.Violations(document).Select(Texts.Of)];
            if (_errors.Count == 0)
            {
                step = "build";
                var schema = SchemaBuilder.Build(document);
                step = "schema";
                _errors = [.. SchemaValidator.Validate(schema).Select(Texts.Of)];
                if (_errors.Count == 0) Schema = schema;
            }
        }
        catch (GraphQLException refused)
        {
            _errors = [.. refused.Errors.Select(Texts.Of)];
        }

        _refusedBy = Schema is null ? step : null;
        if (Schema is null) return;
        _binding = new JsonBinding(Schema);
        _server = new GraphQLServer(Schema, _binding, Options);
    }

    /// <summary>Null where the SDL makes no sound schema.</summary>
    public Schema? Schema { get; }

    /// <summary>The step that refused it (<c>parse</c>, <c>rules</c>, <c>build</c>, <c>schema</c>) with its errors, or the schema as printed.</summary>
    public object Description() => Schema is null
        ? new { refusedBy = _refusedBy, errors = _errors }
        : new { printed = SchemaPrinter.Print(Schema) };

    /// <summary>The response to an introspection query, as text; null without a schema.</summary>
    public string? Introspect(string query)
    {
        if (_server is null) return null;
        using var response = _server.Execute(new(query, Root: JsonElement.Parse("{}")));
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>The coerced variables as JSON text; null where planning or coercion refuses the request: why is in the answer to <c>execute</c>.</summary>
    public string? Coerce(DocumentNode document, Job job)
    {
        try
        {
            var plan = Planner.Plan(Schema!, _binding!, document, job.OperationName, Options.Execution);
            var values = VariableCoercion.Coerce(plan, job.Variables, Options.Execution);
            using var writer = new ResponseWriter();
            JsonBinding.WriteObject(writer, plan.Variables.Select(v => (v.Name, values.Value(v.Name))));
            return writer.ToString();
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    /// <summary>The response: <c>data</c> as the very text, and the errors.</summary>
    public object Execute(Job job)
    {
        using var response = Responses(Request(job)).First();
        using var body = JsonDocument.Parse(response.Body);
        return new
        {
            data = body.RootElement.TryGetProperty("data", out var data) ? data.GetRawText() : null,
            errors = body.RootElement.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(ErrorText).ToArray() : [],
        };
    }

    /// <summary>The payloads of a response that may be in several.</summary>
    public List<JsonElement> ExecuteIncrementally(Job job)
    {
        var payloads = new List<JsonElement>();
        foreach (var response in Responses(Request(job) with { Incremental = true }))
        {
            using (response) payloads.Add(JsonElement.Parse(response.Body.Span));
        }

        return payloads;
    }

    /// <summary>A subscription has one event: the data.</summary>
    private IEnumerable<GraphQLResponse> Responses(ExecutionRequest request) =>
        _server!.ExecuteStream(request, (_, _, _) => AsyncEnumerable.Repeat(request.Root!, 1)).ToBlockingEnumerable();

    private static ExecutionRequest Request(Job job) => new(job.Document, job.OperationName, job.Variables, job.Data);

    private static string ErrorText(JsonElement error)
    {
        var locations = error.TryGetProperty("locations", out var given)
            ? string.Join(' ', given.EnumerateArray().Select(l => $"{l.GetProperty("line")}:{l.GetProperty("column")}"))
            : "";
        var path = error.TryGetProperty("path", out var steps) ? string.Join('.', steps.EnumerateArray().Select(s => s.ToString())) : "";
        return $"{path} at {locations}: {error.GetProperty("message").GetString()}";
    }
}
