using System.Text;

namespace StrategyGraph.Plans.Inference;

/// <summary>
/// The parts of a title by which it is held against others: of Japanese the pairs of neighbouring characters, of Latin
/// script the words. A pair with hiragana in it is mostly grammar and weighs little.
/// </summary>
internal sealed class TitleParts
{
    /// <summary>Words that stand in the titles of measures about anything: they say nothing of the subject.</summary>
    private static readonly string[] SaidOfAnything =
    [
        "取り組みます", "取り組み", "取組み", "取組", "まちづくり", "環境づくり", "更なる", "進めます", "図ります", "めざします", "目指して", "実施します",
        "つくります", "推進", "促進", "充実", "整備", "強化", "拡充", "拡大", "実施", "施策", "事業", "向上", "形成", "構築", "実現", "確保", "創出", "活用",
        "対策", "体制", "振興", "支援", "対応", "活性化", "まち", "市民", "策定", "展開", "新たな", "様々な",
    ];

    private readonly List<string> _inOrder = [];
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly double _weight;

    private TitleParts(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                while (at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1])) at++;
                if (at > start) Add(text[start..(at + 1)]);
            }
            else if (at + 1 < text.Length && IsJapanese(text[at]) && IsJapanese(text[at + 1]))
            {
                Add(text.Substring(at, 2));
            }
        }

        _weight = _inOrder.Sum(WeightOf);

        void Add(string part)
        {
            if (_all.Add(part)) _inOrder.Add(part);
        }
    }

    /// <summary>
    /// The parts of the Japanese title, or of the English where there is no other, without the name of the municipality
    /// (苫小牧市, 苫小牧): all its plans share it.
    /// </summary>
    public static TitleParts Of(Text title, Municipality municipality)
    {
        var text = SubjectWords.Folded(title.In(Language.Ja));
        if (municipality.Name.Ja is { Length: > 2 } name) text = text.Replace(name, " ", StringComparison.Ordinal).Replace(name[..^1], " ", StringComparison.Ordinal);
        return new TitleParts(SaidOfAnything.Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal)));
    }

    /// <summary>How alike two titles are: 0 where they share nothing, 1 where they share all.</summary>
    public double Cosine(TitleParts other)
    {
        double shared = 0;
        foreach (var part in _inOrder)
        {
            if (other._all.Contains(part)) shared += WeightOf(part);
        }

        return shared == 0 ? 0 : shared / Math.Sqrt(_weight * other._weight);
    }

    /// <summary>What two titles share, in this one's order. Pairs that overlap are shown as the word they come from: ゼロ, ロカ, カー as ゼロカー.</summary>
    public IReadOnlyList<string> SharedWith(TitleParts other)
    {
        var words = new List<StringBuilder>();
        foreach (var part in _inOrder.Where(part => WeightOf(part) == 1 && other._all.Contains(part)))
        {
            if (words is [.., var last] && !char.IsAsciiLetterOrDigit(part[0]) && last[^1] == part[0]) last.Append(part.AsSpan(1));
            else words.Add(new StringBuilder(part));
        }

        return [.. words.Select(word => word.ToString())];
    }

    private static double WeightOf(string part) => part.AsSpan().ContainsAnyInRange('ぁ', 'ゟ') ? 0.1 : 1;

    private static bool IsJapanese(char character) => character is (>= 'ぁ' and <= 'ヿ' and not '・') or '々' or (>= '一' and <= '龥');
}
