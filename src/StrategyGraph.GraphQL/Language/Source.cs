namespace StrategyGraph.GraphQL.Language;

/// <summary>A place in a source text: line and column, both from 1; the column counts UTF-16 code units, as the reference implementation does.</summary>
/// <param name="File">The name of the part it lies in, where several texts were joined into one source; null in a single text.</param>
public readonly record struct SourceLocation(int Line, int Column, string? File = null);

/// <summary>A GraphQL text and the name it is reported under (a file's path for schema files).</summary>
public sealed class Source(string body, string name = "GraphQL request")
{
    public string Body { get; } = body ?? throw new ArgumentNullException(nameof(body));
    public string Name { get; } = name;
    private (int Start, Source Source)[] Parts { get; init; } = [];

    /// <summary>
    /// Several texts as one, each on lines of its own, so that a schema kept in many files is one document.
    /// Locations in it are those of the part that they fall in, and name it.
    /// </summary>
    public static Source Join(params IReadOnlyList<Source> parts)
    {
        var starts = new (int, Source)[parts.Count];
        var body = new System.Text.StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            starts[i] = (body.Length, parts[i]);
            body.Append(parts[i].Body).Append('\n');
        }

        return new Source(body.ToString(), string.Join(", ", parts.Select(p => p.Name))) { Parts = starts };
    }

    /// <summary>The line and column of an offset. Lines end at LF, CR or CRLF (specification §2.1.2).</summary>
    public SourceLocation LocationOf(int offset)
    {
        for (var i = Parts.Length - 1; i >= 0; i--)
        {
            var (start, part) = Parts[i];
            if (offset >= start) return part.LocationOf(Math.Min(offset - start, part.Body.Length)) with { File = part.Name };
        }

        var line = Array.BinarySearch(LineStarts, offset);
        if (line < 0) line = ~line - 1;
        return new SourceLocation(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The offset of every line, found once: one document can have thousands of places to report.</summary>
    private int[] LineStarts => field ??= FindLineStarts(Body);

    private static int[] FindLineStarts(string body)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\n' || (body[i] == '\r' && (i + 1 >= body.Length || body[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return [.. starts];
    }
}
