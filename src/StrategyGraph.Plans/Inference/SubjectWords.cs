using System.Collections.Frozen;
using System.Globalization;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Plans.Inference;

/// <summary>What a word says of a goal or target, and how much (over 0, under 1).</summary>
internal readonly record struct Meaning(string Code, double Weight);

/// <summary>A word in the folded form, with the goals and targets that it speaks for.</summary>
internal sealed record SubjectWord(string Text, IReadOnlyList<Meaning> Meanings);

/// <summary>
/// The words by which the SDGs are recognised, from the embedded table <c>sdg-words.tsv</c>: code, weight, words separated
/// by semicolons. A Latin word is found whole, or with an s behind it; Japanese, which has no blanks, anywhere.
/// </summary>
internal sealed class SubjectWords
{
    private readonly FrozenDictionary<char, SubjectWord[]> _byFirst;

    private SubjectWords(IEnumerable<SubjectWord> words) =>
        _byFirst = words.GroupBy(word => word.Text[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());

    /// <summary>Read at the first use.</summary>
    public static SubjectWords OfSdgs { get; } = Embedded("sdg-words.tsv");

    public IEnumerable<SubjectWord> All => _byFirst.Values.SelectMany(words => words);

    /// <summary>The form in which words are looked for: as texts are searched, with blanks for hyphens.</summary>
    public static string Folded(string text) => FoldedText.Fold(text).Replace('-', ' ');

    /// <summary>Only those that a condition holds of: what a table written from less would have.</summary>
    public SubjectWords Where(Func<SubjectWord, bool> condition) => new(All.Where(condition));

    /// <summary>The words in a folded text, in order. Of two that overlap the one that begins earlier, of two that begin alike the longer.</summary>
    public IEnumerable<SubjectWord> In(string folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            if (Longest(folded, at) is { } word)
            {
                yield return word;
                at += word.Text.Length;
            }
            else
            {
                at++;
            }
        }
    }

    private SubjectWord? Longest(string folded, int at)
    {
        var insideLatinWord = at > 0 && char.IsAsciiLetterOrDigit(folded[at]) && char.IsAsciiLetterOrDigit(folded[at - 1]);
        if (insideLatinWord || !_byFirst.TryGetValue(folded[at], out var candidates)) return null;
        foreach (var word in candidates)
        {
            if (folded.AsSpan(at).StartsWith(word.Text, StringComparison.Ordinal) && EndsWhole(folded, at + word.Text.Length)) return word;
        }

        return null;
    }

    private static bool EndsWhole(string folded, int end)
    {
        return !char.IsAsciiLetterOrDigit(folded[end - 1]) || EndsAt(end) || (folded[end] == 's' && EndsAt(end + 1));

        bool EndsAt(int place) => place == folded.Length || !char.IsAsciiLetterOrDigit(folded[place]);
    }

    private static SubjectWords Embedded(string table)
    {
        using var stream = typeof(SubjectWords).Assembly.GetManifestResourceStream(typeof(SubjectWords), table)!;
        using var reader = new StreamReader(stream);
        var meanings = new Dictionary<string, List<Meaning>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var meaning = new Meaning(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture));
            foreach (var word in cells[2].Split("; "))
            {
                if (!meanings.TryGetValue(Folded(word), out var known)) meanings.Add(Folded(word), known = []);
                known.Add(meaning);
            }
        }

        return new SubjectWords(meanings.Select(entry => new SubjectWord(entry.Key, entry.Value)));
    }
}
