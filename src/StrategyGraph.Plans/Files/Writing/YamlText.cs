using System.Buffers;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>
/// Nodes as YAML that people go on writing in: a line for what is short, blocks for the rest, an empty line between a file's parts, quotes only
/// where a reader of YAML 1.1 or 1.2 would take a text for something else.
/// </summary>
internal static partial class YamlText
{
    private const int LongestLine = 100;

    /// <summary>Records in a line may hold records, but no deeper: <c>{ kind: TARGET, period: { … } }</c>.</summary>
    private const int DeepestInLine = 2;

    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF\t\r");

    private static readonly EmitterSettings Settings = new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: true, newLine: "\n");

    /// <summary>The text of a file; <paramref name="schema"/> is where an editor finds the JSON Schema, from the file's folder.</summary>
    public static string Write(YamlMapping file, string schema)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"# yaml-language-server: $schema={schema}");
        var first = true;
        foreach (var part in file.Entries)
        {
            // A part by itself is a document of one key; one after the other they are the file's.
            if (!first && part.Value is not YamlScalar) text.WriteLine();
            first = false;
            var emitter = new Emitter(text, Settings);
            emitter.Emit(new StreamStart());
            emitter.Emit(new DocumentStart(null, null, isImplicit: true));
            emitter.Emit(new MappingStart(default, default, isImplicit: true, MappingStyle.Block));
            Emit(emitter, part.Key, inLine: false);
            Emit(emitter, part.Value, inLine: false, asBlock: true);
            emitter.Emit(new MappingEnd());
            emitter.Emit(new DocumentEnd(isImplicit: true));
            emitter.Emit(new StreamEnd());
        }

        return text.ToString();
    }

    private static void Emit(Emitter emitter, YamlNode node, bool inLine, bool asBlock = false)
    {
        inLine |= !asBlock && Width(node, DeepestInLine) <= LongestLine;
        switch (node)
        {
            case YamlScalar scalar:
                emitter.Emit(new Scalar(default, default, scalar.Text, StyleOf(scalar), isPlainImplicit: true, isQuotedImplicit: true));
                break;
            case YamlList list:
                emitter.Emit(new SequenceStart(default, default, isImplicit: true, inLine || list.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items) Emit(emitter, item, inLine);
                emitter.Emit(new SequenceEnd());
                break;
            case YamlMapping mapping:
                emitter.Emit(new MappingStart(default, default, isImplicit: true, inLine ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in mapping.Entries)
                {
                    Emit(emitter, key, inLine);
                    Emit(emitter, value, inLine);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    /// <summary>How many columns the node takes in a line, about; more than any line has where it belongs into lines of its own, as lists of records do.</summary>
    private static int Width(YamlNode node, int deepest)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return IsBlock(scalar) ? int.MaxValue : scalar.Text.Length > LongestLine ? int.MaxValue : scalar.Text.Sum(letter => letter < 0x1100 ? 1 : 2);
            case YamlList list:
                return list.Items.TrueForAll(item => item is YamlScalar) ? Sum(list.Items, 0, deepest) : int.MaxValue;
            case YamlMapping mapping when deepest > 0:
                return Sum(mapping.Entries.Select(entry => entry.Value), mapping.Entries.Sum(entry => entry.Key.Text.Length + 2), deepest - 1);
            default:
                return int.MaxValue;
        }
    }

    private static int Sum(IEnumerable<YamlNode> nodes, int width, int deepest)
    {
        foreach (var node in nodes)
        {
            var more = Width(node, deepest);
            if (more > LongestLine || width > LongestLine) return int.MaxValue;
            width += more + 2;
        }

        return width;
    }

    private static ScalarStyle StyleOf(YamlScalar scalar)
    {
        if (scalar.Plain) return ScalarStyle.Plain;
        if (IsBlock(scalar)) return ScalarStyle.Literal;
        return NeedsEscapes(scalar.Text) || LooksOtherwise(scalar.Text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain;
    }

    /// <summary>Whether it stands in a block of its own: for its lines, or because the emitter escapes 𠮷 and emoji everywhere else.</summary>
    private static bool IsBlock(YamlScalar scalar) =>
        !scalar.Plain && !NeedsEscapes(scalar.Text) && scalar.Text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') is var astral && (astral >= 0 || scalar.Text.Contains('\n'));

    /// <summary>Whether it holds what readers of YAML take for a line break, or nobody sees.</summary>
    private static bool NeedsEscapes(string text) => text.AsSpan().IndexOfAny(Unseen) >= 0;

    private static bool LooksOtherwise(string text) => PlainScalar.KindOf(text) is not ScalarKind.Text || OtherInYaml11().IsMatch(text);

    /// <summary>What YAML 1.1, which many tools still read, takes for a number, a date, a time or a truth.</summary>
    [GeneratedRegex(@"^([-+.0-9][-+.0-9:_,eExXoO]*|y|n|yes|no|on|off|=)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherInYaml11();
}
