using System.Text.Json.Nodes;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>The <c>$defs</c> of a JSON Schema; each record is described once.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> _definitions = new(StringComparer.Ordinal);

    public static string Reference(string name) => "#/$defs/" + name;

    public void Add(string name, Func<JsonObject> describe)
    {
        if (!_definitions.TryAdd(name, null)) return;
        _definitions[name] = describe();
    }

    public JsonObject Write() => new(_definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
