using System.Buffers;

namespace StrategyGraph.Plans.Files;

/// <summary>A value of a plan file, before anybody asks what it means.</summary>
internal abstract record YamlNode(Position At);

/// <summary>A single value as written; <see cref="Plain"/> when it has no quotes and is no block.</summary>
internal sealed record YamlScalar(string Text, bool Plain, Position At) : YamlNode(At)
{
    /// <summary>What YAML's core schema takes it for.</summary>
    public ScalarKind Kind => Plain ? PlainScalar.KindOf(Text) : ScalarKind.Text;
}

internal sealed record YamlList(List<YamlNode> Items, Position At) : YamlNode(At);

internal sealed record YamlMapping(List<YamlEntry> Entries, Position At) : YamlNode(At);

internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);

internal enum ScalarKind { Text, Integer, Number, Boolean, Null }

internal static class PlainScalar
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The tag that an editor following YAML 1.2's core schema resolves a plain scalar to.</summary>
    public static ScalarKind KindOf(ReadOnlySpan<char> text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL": return ScalarKind.Null;
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE": return ScalarKind.Boolean;
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "-.inf" or "-.Inf" or "-.INF" or "+.inf" or "+.Inf" or "+.INF": return ScalarKind.Number;
        }

        if (text.StartsWith("0x") && text.Length > 2) return text[2..].IndexOfAnyExcept(Hexadecimal) < 0 ? ScalarKind.Integer : ScalarKind.Text;
        if (text.StartsWith("0o") && text.Length > 2) return text[2..].IndexOfAnyExceptInRange('0', '7') < 0 ? ScalarKind.Integer : ScalarKind.Text;
        return OfDecimal(text[0] is '-' or '+' ? text[1..] : text);
    }

    private static ScalarKind OfDecimal(ReadOnlySpan<char> text)
    {
        var whole = Digits(text);
        var rest = text[whole..];
        if (rest.IsEmpty) return whole > 0 ? ScalarKind.Integer : ScalarKind.Text;

        var fraction = 0;
        if (rest[0] == '.')
        {
            fraction = Digits(rest[1..]);
            rest = rest[(1 + fraction)..];
        }

        if (whole + fraction == 0) return ScalarKind.Text;
        if (rest.IsEmpty) return ScalarKind.Number;
        if (rest[0] is not ('e' or 'E')) return ScalarKind.Text;
        rest = rest[1..];
        if (!rest.IsEmpty && rest[0] is '-' or '+') rest = rest[1..];
        return !rest.IsEmpty && Digits(rest) == rest.Length ? ScalarKind.Number : ScalarKind.Text;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
