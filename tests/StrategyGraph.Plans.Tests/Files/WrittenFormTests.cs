using System.Reflection;
using System.Text.Json;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Plans.Tests.Files;

/// <summary>
/// The committed schema and data dictionary say what the reading code does. To write them anew after a change:
/// <c>UPDATE_WRITTEN_FORMS=1 dotnet test tests/StrategyGraph.Plans.Tests</c>.
/// </summary>
public class WrittenFormTests
{
    private const string Records = "records";
    private const string ErrorCodes = "error codes";

    private static readonly string Root = Path.GetFullPath(typeof(WrittenFormTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!);
    private static readonly string SchemaFile = Path.Combine(Root, "schema", "plan-file.schema.json");
    private static readonly string Dictionary = Path.Combine(Root, "seeds", "README.md");

    private static void Expect(string file, string expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_WRITTEN_FORMS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        Assert.True(File.ReadAllText(file) == expected, $"{file} is not what the declarations say. Write it anew: UPDATE_WRITTEN_FORMS=1 dotnet test tests/StrategyGraph.Plans.Tests");
    }

    /// <summary>The text with a part, between its markers, replaced.</summary>
    private static string WithPart(string text, string name, string part)
    {
        var (begin, end) = ($"<!-- {name}, made from the declarations -->\n", $"<!-- end of {name} -->\n");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{Dictionary} has lost its markers of '{name}'.");
        return text[..(from + begin.Length)] + "\n" + part + text[to..];
    }

    [Fact]
    public void The_committed_schema_is_what_the_declarations_say() => Expect(SchemaFile, PlanFileSchema.Write());

    [Fact]
    public void The_tables_of_the_data_dictionary_are_what_the_declarations_say() =>
        Expect(Dictionary, WithPart(WithPart(File.ReadAllText(Dictionary), Records, DataDictionary.Records()), ErrorCodes, DataDictionary.ErrorCodes()));

    [Fact]
    public void The_examples_of_the_data_dictionary_are_good_files()
    {
        using var folder = new PlanFolder();
        var blocks = File.ReadAllText(Dictionary).Split("```yaml\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToArray();
        for (var at = 0; at < blocks.Length; at++) folder.With($"{at}.yaml", blocks[at]);
        Assert.Equal((2, ""), (blocks.Length, folder.Errors()));
    }

    [Fact]
    public void The_schema_describes_every_key_refuses_others_and_refers_to_what_is_there()
    {
        using var schema = JsonDocument.Parse(PlanFileSchema.Write());
        var definitions = schema.RootElement.GetProperty("$defs");
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Check(schema.RootElement);

        void Check(JsonElement node)
        {
            if (node.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray()) Check(item);
            }

            if (node.ValueKind is not JsonValueKind.Object) return;
            if (node.TryGetProperty("$ref", out var reference) && reference.ValueKind is JsonValueKind.String)
                Assert.True(definitions.TryGetProperty(reference.GetString()!["#/$defs/".Length..], out _), reference.GetString());
            if (node.TryGetProperty("properties", out var properties) && node.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String)
            {
                Assert.False(node.GetProperty("additionalProperties").GetBoolean());
                foreach (var property in properties.EnumerateObject()) Assert.NotEmpty(property.Value.GetProperty("description").GetString()!);
            }

            foreach (var inner in node.EnumerateObject()) Check(inner.Value);
        }
    }
}
