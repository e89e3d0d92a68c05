using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files;

/// <summary>The JSON Schema (2020-12) of plan files, by which editors complete and check them. Made from the declarations that read the files.</summary>
public static class PlanFileSchema
{
    /// <summary>The schema's name wherever it lies.</summary>
    public const string FileName = "plan-file.schema.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text, as schema/plan-file.schema.json holds it.</summary>
    public static string Write()
    {
        var definitions = new SchemaDefinitions();
        var kinds = new JsonArray([.. PlanFile.Types.Select(type => type.Schema(definitions))]);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "StrategyGraph plan file",
            ["description"] = "A municipal plan, a framework, or a list of municipalities. The data dictionary is seeds/README.md.",
            ["oneOf"] = kinds,
            ["$defs"] = definitions.Write(),
        };
        return schema.ToJsonString(Readable) + "\n";
    }
}
