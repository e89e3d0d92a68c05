using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Commands;

/// <summary><c>query</c>: answers one query on standard output, without a server. Exit 0 when the answer has no errors, 1 otherwise.</summary>
internal static class QueryCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var (plans, releases) = (Folders.Plans(), Folders.Releases());
        var query = new Argument<string>("query") { Description = "The query; - reads it from standard input." };
        var variables = new Option<string?>("--variables") { Description = "The query's variables, a JSON object.", HelpName = "json" };
        var operation = new Option<string?>("--operation") { Description = "Which operation, where the document has several.", HelpName = "name" };
        var command = new Command("query", "Answer a query without a server.") { query, variables, operation, plans, releases };
        command.SetWork(async (arguments, cancellation) =>
        {
            if (!TryReadVariables(arguments.GetValue(variables), out var values)) return 1;
            var text = arguments.GetRequiredValue(query);
            if (text == "-") text = Console.In.ReadToEnd();

            // Standard output is the answer's alone.
            var schema = Task.Run(PlanSchema.LoadSchema, cancellation);
            if (ServerSettings.Read(Console.Error) is not { } settings) return 1;
            var build = new Build(arguments.GetRequiredValue(plans), arguments.GetRequiredValue(releases));
            if (build.Current(Console.Error, Console.Error, cancellation) is not { } loaded) return 1;
            var graph = new PlanGraph(loaded.Holdings, loaded.Release);
            var server = PlanSchema.CreateServer(await schema, settings.GraphQL with { UnexpectedError = new FaultLog().Report });
            using var response = server.Execute(new(text, arguments.GetValue(operation), values, graph), cancellation);
            var answer = JsonSerializer.Deserialize<JsonElement>(response.Body.Span);
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, Readable));
            return answer.TryGetProperty("errors", out _) ? 1 : 0;
        });
        return command;
    }

    private static bool TryReadVariables(string? json, out JsonElement variables)
    {
        variables = default;
        if (json is null) return true;
        try
        {
            variables = JsonSerializer.Deserialize<JsonElement>(json);
            if (variables.ValueKind is JsonValueKind.Object) return true;
            Console.Error.WriteLine("--variables must be a JSON object, such as '{\"code\": \"012131\"}'.");
        }
        catch (JsonException e)
        {
            Console.Error.WriteLine($"--variables is not JSON: {e.Message}");
        }

        return false;
    }
}
