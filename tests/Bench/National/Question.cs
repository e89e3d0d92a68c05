using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrategyGraph.Bench.National;

/// <summary>A question that all targets are asked.</summary>
/// <param name="Operation">The name of its operation, by which references tell it.</param>
/// <param name="Connections">How many ask at once: few where an answer takes long, so that none waits for many others.</param>
/// <param name="Bodies">Requests, as varied as the question's variables are.</param>
internal sealed record Question(string Name, string Operation, int Connections, IReadOnlyList<string> Bodies)
{
    /// <summary>Whether it is answered out of the release; else it is asked of ours and fixed bytes alone.</summary>
    public bool IsOfData { get; init; } = true;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="variables">One request each; a question without variables has one request.</param>
    public static Question Of(string name, string operation, int connections, string document, IEnumerable<Dictionary<string, object?>> variables) => new(
        name, operation, connections,
        [.. variables.Select(v => JsonSerializer.Serialize(new Dictionary<string, object?> { ["operationName"] = operation, ["query"] = document, ["variables"] = v }, Json))]);
}
