namespace StrategyGraph.GraphQL.Language;

/// <summary>From the lines of a block string to its value (specification §2.10.4), and back.</summary>
internal static class BlockString
{
    // BlockStringValue(rawValue): the indentation that all lines but the first share, and blank lines at either end,
    // are the layout of the document and no part of the value.
    public static string Dedent(List<string> lines)
    {
        var commonIndent = int.MaxValue;
        var first = lines.Count;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length) continue;
            first = Math.Min(first, i);
            last = i;
            if (i != 0) commonIndent = Math.Min(commonIndent, indent);
        }

        if (last < 0) return "";
        for (var i = Math.Max(first, 1); i <= last; i++)
        {
            lines[i] = lines[i].Substring(Math.Min(commonIndent, lines[i].Length));
        }

        return string.Join("\n", lines.GetRange(first, last - first + 1));
    }

    /// <summary>A literal of the value, on lines of its own where it is long or would be misread on one.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"");
        var lines = escaped.Replace("\r\n", "\n").Split('\n', '\r');
        var isSingleLine = lines.Length == 1;

        // Without a line break first, the indentation of all following lines would be taken for the common one.
        var followingLinesIndented = !isSingleLine && lines.Skip(1).All(l => l.Length == 0 || Characters.IsWhiteSpace(l[0]));
        var endsInTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var endWouldBeMisread = EndsWith(value, '\\') || (EndsWith(value, '"') && !endsInTripleQuote);
        var onOwnLines = !isSingleLine || value.Length > 70 || endWouldBeMisread || endsInTripleQuote;
        var startsWithWhiteSpace = isSingleLine && value.Length > 0 && Characters.IsWhiteSpace(value[0]);

        var before = (onOwnLines && !startsWithWhiteSpace) || followingLinesIndented ? "\n" : "";
        var after = onOwnLines ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }

    private static bool EndsWith(string text, char c) => text.Length > 0 && text[text.Length - 1] == c;

    private static int LeadingWhiteSpace(string line)
    {
        var i = 0;
        while (i < line.Length && Characters.IsWhiteSpace(line[i])) i++;
        return i;
    }
}
