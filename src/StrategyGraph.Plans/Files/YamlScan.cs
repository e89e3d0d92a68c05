using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StrategyGraph.Plans.Files;

/// <summary>
/// Builds nodes from YamlDotNet's event stream. Depth is counted and everything that makes a file larger than it
/// looks (aliases, merges) is refused while the events pass, so that no input recurses or grows without bound.
/// </summary>
internal sealed class YamlScan(FileErrors errors)
{
    public const int MaximumDepth = 64;

    /// <summary>Told of an empty file.</summary>
    public const string HoldsNothing = "The file holds nothing. A plan file begins with 'format: 1'.";

    private sealed class Level(YamlNode node)
    {
        public YamlNode Node { get; } = node;
        public YamlScalar? Key { get; set; }
    }

    private readonly Stack<Level> _open = new();
    private YamlNode? _root;

    /// <summary>The root of the file's only document, or null with the mistake reported.</summary>
    public static YamlNode? Read(string text, FileErrors errors)
    {
        var before = errors.Count;
        var root = new YamlScan(errors).Scan(text);
        return errors.Count > before ? null : root;
    }

    private YamlNode? Scan(string text)
    {
        var parser = new Parser(new StringReader(text));
        var documents = 0;
        try
        {
            while (parser.MoveNext())
            {
                var current = parser.Current!;
                if (current is DocumentStart && ++documents > 1) Refuse(current, FileErrorCode.YamlFeature, "A second document ('---') begins here. Write one plan a file.");
                else if (Take(current)) continue;
                return null;
            }
        }
        catch (YamlException e)
        {
            if (e.Start.Index >= text.AsSpan().TrimEnd().Length) RefuseUnclosed();
            else Refuse(At(e.Start), FileErrorCode.YamlSyntax, $"This is not YAML: {FirstSentence(e)}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // YamlDotNet has states that it does not expect itself, such as the end of a list that was never closed.
            RefuseUnclosed();
            return null;
        }

        if (_root is not (null or YamlScalar { Kind: ScalarKind.Null })) return _root;
        Refuse(Position.Start, FileErrorCode.FileEmpty, HoldsNothing);
        return null;
    }

    /// <summary>Takes one event; false when the file is not read further.</summary>
    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case AnchorAlias:
                return Refuse(current, FileErrorCode.YamlFeature, "Aliases ('*name') are not used in plan files. Write the value out.");
            case NodeEvent { Anchor.IsEmpty: false }:
                return Refuse(current, FileErrorCode.YamlFeature, "Anchors ('&name') are not used in plan files. Put a text that begins with '&' in quotes.");
            case NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false }:
                return Refuse(current, FileErrorCode.YamlFeature, "Tags ('!name') are not used in plan files. Put a text that begins with '!' in quotes.");
            case Scalar scalar:
                return Put(new YamlScalar(scalar.Value, scalar.Style is ScalarStyle.Plain, At(scalar.Start)));
            case SequenceStart:
                return Open(new YamlList([], At(current.Start)));
            case MappingStart:
                return Open(new YamlMapping([], At(current.Start)));
            case SequenceEnd or MappingEnd:
                _open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool Open(YamlNode node)
    {
        if (!Put(node)) return false;
        if (_open.Count == MaximumDepth)
            return Refuse(node.At, FileErrorCode.TooDeep, string.Create(CultureInfo.InvariantCulture, $"Values are nested more than {MaximumDepth} deep here."));
        _open.Push(new Level(node));
        return true;
    }

    private bool Put(YamlNode node)
    {
        if (!_open.TryPeek(out var parent))
        {
            _root = node;
            return true;
        }

        switch (parent.Node)
        {
            case YamlList list:
                list.Items.Add(node);
                return true;
            case YamlMapping mapping when parent.Key is { } key:
                mapping.Entries.Add(new YamlEntry(key, node));
                parent.Key = null;
                return true;
            case YamlMapping when node is YamlScalar { Text: "<<", Plain: true }:
                return Refuse(node.At, FileErrorCode.YamlFeature, "Merge keys ('<<') are not used in plan files. Write the keys out.");
            case YamlMapping when node is YamlScalar key:
                parent.Key = key;
                return true;
            default:
                return Refuse(node.At, FileErrorCode.YamlFeature, "A key must be a word. Put a text that begins with '[', '{' or '?' in quotes.");
        }
    }

    /// <summary>The file ended too early: what matters is where the innermost list or record began, not the last line.</summary>
    private void RefuseUnclosed() => Refuse(
        _open.TryPeek(out var open) ? open.Node.At : Position.Start, FileErrorCode.YamlSyntax, "This is not YAML: what begins here is not closed, or something in it is not.");

    private bool Refuse(ParsingEvent current, FileErrorCode code, string message) => Refuse(At(current.Start), code, message);

    /// <summary>Reports the mistake and answers that the file is not read further.</summary>
    private bool Refuse(Position at, FileErrorCode code, string message)
    {
        errors.Add(at, code, message);
        return false;
    }

    private static Position At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    /// <summary>YamlDotNet's word on it, without the position that it appends.</summary>
    private static string FirstSentence(YamlException e)
    {
        var message = e.InnerException is YamlException inner ? inner.Message : e.Message;
        var end = message.IndexOf(" Line: ", StringComparison.Ordinal);
        message = (end > 0 ? message[..end] : message).TrimEnd();
        return message.EndsWith('.') ? message : message + ".";
    }
}
