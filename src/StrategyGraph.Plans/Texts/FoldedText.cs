using System.Globalization;
using System.Runtime.InteropServices;

namespace StrategyGraph.Plans.Texts;

/// <summary>
/// A text in the form that texts are searched and matched in, and the way back to what is written. Folded away are: compatibility forms
/// (Ａ ① Ⅲ ㌔ ｶﾞ, after NFKC), case, 苫 and 苦, kinds of dashes, spaces beside Japanese characters (other spaces become one), and the
/// numbering of years: 令和5年 reads 令和2023年, so that both 令和 and 2023年 are found in it.
/// </summary>
public sealed class FoldedText
{
    private static readonly (string Name, int Offset)[] Eras =
        [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867), ("r", 2018), ("h", 1988), ("s", 1925), ("t", 1911), ("m", 1867)];

    private readonly List<Folded> _characters;

    private FoldedText(string original, List<Folded> characters) => (Original, _characters) = (original, characters);

    public string Original { get; }

    public override string ToString() => Text(_characters);

    /// <summary>The folded form of a text.</summary>
    public static string Fold(string text) => Of(text).ToString();

    /// <summary>
    /// The folded form of what is looked for: as a text's, but a year goes without its era's name, since the text may name the year alone.
    /// </summary>
    public static string FoldSought(string text) => Text(WithWesternYears(Characters(text), keepName: false));

    public static FoldedText Of(string text) => new(text, WithWesternYears(Characters(text), keepName: true));

    /// <summary>
    /// Where a folded text is written: spans of <see cref="Original"/> in UTF-16 code units, each from its start to before its end, in order,
    /// overlapping finds joined.
    /// </summary>
    public IReadOnlyList<(int Start, int End)> Find(IEnumerable<string> folded)
    {
        var text = ToString();
        var spans = new List<(int Start, int End)>();
        foreach (var sought in folded)
        {
            for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
            {
                spans.Add((_characters[at].Start, _characters[at + sought.Length - 1].End));
            }
        }

        spans.Sort();
        var joined = new List<(int Start, int End)>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && span.Start < joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else joined.Add(span);
        }

        return joined;
    }

    private static string Text(List<Folded> characters) => string.Create(characters.Count, characters, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = from[i].Character;
    });

    private static List<Folded> Characters(string text)
    {
        var characters = new List<Folded>(text.Length + 8);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                space = characters.Count > 0;
                continue;
            }

            if (CompatibilityTable.Of(text[i]) is { } several)
            {
                foreach (var c in several) Add(c, i);
            }
            else
            {
                Add(char.ToLowerInvariant(text[i]), i);
            }
        }

        return characters;

        void Add(char c, int at)
        {
            if (space && SpacesCount(characters[^1].Character) && SpacesCount(c)) characters.Add(new Folded(' ', at - 1, at));
            space = false;
            if (Voiced(characters.Count > 0 ? characters[^1].Character : default, c) is { } voiced) characters[^1] = new Folded(voiced, characters[^1].Start, at + 1);
            else characters.Add(new Folded(c, at, at + 1));
        }
    }

    /// <summary>Between words of alphabets a space says something; beside Japanese characters it is layout.</summary>
    private static bool SpacesCount(char c) => c < '\u2e80';

    /// <summary>A kana with the voicing mark that follows it apart, as half-width kana and some file systems write it.</summary>
    private static char? Voiced(char kana, char mark) => mark switch
    {
        '\u3099' or '\u309b' when kana is >= 'か' and <= 'ど' or >= 'カ' and <= 'ド' or >= 'は' and <= 'ぼ' or >= 'ハ' and <= 'ボ' => (char)(kana + 1),
        '\u3099' or '\u309b' when kana is 'う' or 'ウ' => kana is 'う' ? 'ゔ' : 'ヴ',
        '\u309a' or '\u309c' when kana is >= 'は' and <= 'ぼ' or >= 'ハ' and <= 'ボ' => (char)(kana + 2),
        _ => null,
    };

    private static List<Folded> WithWesternYears(List<Folded> characters, bool keepName)
    {
        List<Folded>? changed = null;
        var copied = 0;
        for (var i = 0; i < characters.Count; i++)
        {
            if (characters[i].Character is not ('令' or '平' or '昭' or '大' or '明' or 'r' or 'h' or 's' or 't' or 'm')) continue;
            if (EraYear(CollectionsMarshal.AsSpan(characters), i) is not { } era) continue;
            changed ??= new List<Folded>(characters.Count + 4);
            changed.AddRange(CollectionsMarshal.AsSpan(characters)[copied..(keepName ? era.Number : i)]);
            var (start, end) = (characters[i].Start, characters[era.End - 1].End);
            foreach (var digit in era.Year.ToString(CultureInfo.InvariantCulture)) changed.Add(new Folded(digit, start, end));
            (copied, i) = (era.End, era.End - 1);
        }

        changed?.AddRange(CollectionsMarshal.AsSpan(characters)[copied..]);
        return changed ?? characters;
    }

    /// <summary>The year that an era's name and number give, if they stand at <paramref name="at"/>: 令和5, 令和元年, r5年.</summary>
    private static (int Number, int End, int Year)? EraYear(ReadOnlySpan<Folded> characters, int at)
    {
        foreach (var (name, offset) in Eras)
        {
            if (!StartsWith(characters[at..], name)) continue;
            var (number, end, year) = (at + name.Length, at + name.Length, 0);
            while (end < characters.Length && end - number < 3 && char.IsAsciiDigit(characters[end].Character)) year = year * 10 + characters[end++].Character - '0';
            var isYear = end < characters.Length && characters[end].Character is '年';
            if (end == number && StartsWith(characters[end..], "元年")) return (number, number + 1, offset + 1);
            if (year is < 1 or > 99 || end - number > 2) return null;

            // A letter alone is an era only before 年, and only where no word ends in it.
            if (name.Length == 1 && (!isYear || (at > 0 && char.IsAsciiLetterOrDigit(characters[at - 1].Character)))) return null;
            return (number, end, offset + year);
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<Folded> characters, string text)
    {
        if (characters.Length < text.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (characters[i].Character != text[i]) return false;
        }

        return true;
    }

    /// <summary>A folded character and the span of the original that it stands for.</summary>
    private readonly record struct Folded(char Character, int Start, int End);
}
