using System.Text;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>C# being written, indented by its braces.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.StartsWith("}", StringComparison.Ordinal)) _depth--;
        if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        if (line == "{") _depth++;
    }

    public void Lines(params string[] lines)
    {
        foreach (var line in lines) Line(line);
    }

    public void Open(string line)
    {
        Line(line);
        Line("{");
    }

    public void Close(string closing = "}")
    {
        Line(closing);
    }

    public override string ToString() => _text.ToString();
}
