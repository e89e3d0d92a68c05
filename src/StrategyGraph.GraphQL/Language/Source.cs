namespace StrategyGraph.GraphQL.Language;

/// <summary>A place in a source text: line and column, both from 1; the column counts UTF-16 code units, as the reference implementation does.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>A GraphQL text and the name it is reported under (a file's path for schema files).</summary>
public sealed class Source(string body, string name = "GraphQL request")
{
    public string Body { get; } = body ?? throw new ArgumentNullException(nameof(body));
    public string Name { get; } = name;

    /// <summary>The line and column of an offset. Lines end at LF, CR or CRLF (specification §2.1.3).</summary>
    public SourceLocation LocationOf(int offset)
    {
        int line = 1, lineStart = 0;
        for (var i = 0; i < offset && i < Body.Length; i++)
        {
            if (Body[i] == '\n' || (Body[i] == '\r' && (i + 1 >= Body.Length || Body[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}
