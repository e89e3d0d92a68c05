using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

/// <summary>Reads one file, of whichever kind.</summary>
internal static class PlanFile
{
    private static readonly (string Key, FileType Type)[] Kinds =
    [
        ("plan", PlanFileShape.Type), ("framework", FrameworkFileShape.Type), ("municipalities", MunicipalitiesFileShape.Type),
    ];

    /// <summary>The kinds of file, for the schema and the dictionary.</summary>
    public static IEnumerable<FileType> Types => Kinds.Select(kind => kind.Type);

    /// <summary>The file as written; null when it could not be read as YAML or does not say what it is, which is reported.</summary>
    public static FileRecord? Read(ReadOnlySpan<byte> bytes, FileErrors errors) =>
        FileText.Decode(bytes, errors) is { } text && YamlScan.Read(text, errors) is { } root ? OfRoot(root, errors) : null;

    private static FileRecord? OfRoot(YamlNode root, FileErrors errors)
    {
        if (root is not YamlMapping mapping)
        {
            errors.Add(root.At, FileErrorCode.WrongType, "Expected keys with values at the top of the file, beginning with 'format: 1'.");
            return null;
        }

        var kinds = Kinds.Where(kind => mapping.Entries.Any(entry => entry.Key.Text == kind.Key)).ToArray();
        if (kinds.Length != 1)
        {
            errors.Add(root.At, FileErrorCode.UnknownKind, kinds.Length == 0
                ? $"The file does not say what it is: one of the keys 'plan', 'framework' and 'municipalities' must stand at its top.{MistypedKind(mapping)}"
                : $"The file says that it is several things: {string.Join(" and ", kinds.Select(kind => $"'{kind.Key}'"))}. Make a file of each.");
            return null;
        }

        return kinds[0].Type switch
        {
            FileType<PlanFileShape> plan => plan.TryRead(root, errors, out var file) ? file : null,
            FileType<FrameworkFileShape> framework => framework.TryRead(root, errors, out var file) ? file : null,
            FileType<MunicipalitiesFileShape> municipalities => municipalities.TryRead(root, errors, out var file) ? file : null,
            _ => null,
        };
    }

    private static string MistypedKind(YamlMapping mapping)
    {
        foreach (var (key, _) in mapping.Entries)
        {
            var suggestion = Suggestion.For(key.Text, Kinds.Select(kind => kind.Key));
            if (suggestion.Length > 0) return $" It has '{key.Text}'.{suggestion}";
        }

        return "";
    }
}
