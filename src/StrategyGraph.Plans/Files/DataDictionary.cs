using System.Text;
using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files;

/// <summary>The tables of seeds/README.md: every record with its keys, and every error code. Made from the declarations that read the files.</summary>
public static class DataDictionary
{
    /// <summary>The records' tables, each kind of file followed by what stands in it, in Markdown.</summary>
    public static string Records()
    {
        var text = new StringBuilder();
        foreach (var record in Reached())
        {
            text.Append("### `").Append(record.Name).Append("`\n\n").Append(record.Meaning);
            if (record.Shorthand is { } shorthand) text.Append(" A plain value in its place: ").Append(char.ToLowerInvariant(shorthand[0])).Append(shorthand.AsSpan(1));
            text.Append("\n\n| key | | value | meaning | example |\n|---|---|---|---|---|\n");
            foreach (var field in record.Fields)
            {
                text.Append("| `").Append(field.Key).Append("` | ").Append(field.Required ? "required" : "").Append(" | ").Append(Cell(field.Type.Words))
                    .Append(" | ").Append(Cell(field.Meaning)).Append(" | `").Append(Cell(field.Example)).Append("` |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The error codes' table, in Markdown.</summary>
    public static string ErrorCodes()
    {
        var text = new StringBuilder("| code | meaning |\n|---|---|\n");
        foreach (var code in Enum.GetValues<FileErrorCode>()) text.Append("| `").Append(code.Name()).Append("` | ").Append(Cell(code.Meaning())).Append(" |\n");
        return text.Append('\n').ToString();
    }

    private static List<RecordDeclaration> Reached()
    {
        var reached = new List<RecordDeclaration>();
        foreach (var type in PlanFile.Types) Visit(type);
        return reached;

        void Visit(FileType type)
        {
            foreach (var record in type.Records)
            {
                if (reached.Contains(record)) continue;
                reached.Add(record);
                foreach (var field in record.Fields) Visit(field.Type);
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
