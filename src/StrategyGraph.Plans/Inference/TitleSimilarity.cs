using System.Text;

namespace StrategyGraph.Plans.Inference;

/// <summary>How alike two titles are: the cosine of their weighted parts (0 to 1), and what they share, in the first one's order.</summary>
internal sealed record TitleSimilarity(double Cosine, IReadOnlyList<string> Shared)
{
    /// <summary>Words that stand in the titles of measures about anything: they say nothing of the subject.</summary>
    private static readonly string[] SaidOfAnything =
    [
        "取り組みます", "取り組み", "取組み", "取組", "まちづくり", "環境づくり", "苫小牧市", "苫小牧", "北斗市", "更なる", "進めます", "図ります", "めざします",
        "目指して", "実施します", "つくります", "推進", "促進", "充実", "整備", "強化", "拡充", "拡大", "実施", "施策", "事業", "向上", "形成", "構築", "実現",
        "確保", "創出", "活用", "対策", "体制", "振興", "支援", "対応", "活性化", "まち", "市民", "策定", "展開", "新たな", "様々な",
    ];

    /// <summary>
    /// Of Japanese the pairs of neighbouring characters, of Latin script the words; a pair with hiragana in it is mostly
    /// grammar and weighs little.
    /// </summary>
    public static TitleSimilarity Of(Text one, Text other)
    {
        var (a, b) = (PartsOf(one), PartsOf(other));
        double shared = 0, ofA = 0, ofB = 0;
        var common = new List<string>();
        foreach (var part in a)
        {
            ofA += WeightOf(part);
            if (!b.Contains(part)) continue;
            shared += WeightOf(part);
            common.Add(part);
        }

        foreach (var part in b) ofB += WeightOf(part);
        return new TitleSimilarity(shared == 0 ? 0 : shared / Math.Sqrt(ofA * ofB), Joined(common));
    }

    private static double WeightOf(string part) => part.AsSpan().ContainsAnyInRange('ぁ', 'ゟ') ? 0.1 : 1;

    private static List<string> PartsOf(Text title)
    {
        var text = SaidOfAnything.Aggregate(FoldedText.Of(title.In(Language.Ja)), (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        var parts = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            if (FoldedText.IsLatin(text[at]))
            {
                while (at + 1 < text.Length && FoldedText.IsLatin(text[at + 1])) at++;
                if (at > start) Add(text[start..(at + 1)]);
            }
            else if (at + 1 < text.Length && IsJapanese(text[at]) && IsJapanese(text[at + 1]))
            {
                Add(text.Substring(at, 2));
            }
        }

        return parts;

        void Add(string part)
        {
            if (!parts.Contains(part)) parts.Add(part);
        }
    }

    private static bool IsJapanese(char character) => character is (>= 'ぁ' and <= 'ヿ' and not '・') or '々' or (>= '一' and <= '龥');

    /// <summary>Pairs that overlap are shown as the word they come from: ゼロ, ロカ, カー as ゼロカー.</summary>
    private static List<string> Joined(List<string> parts)
    {
        var words = new List<StringBuilder>();
        foreach (var part in parts.Where(part => WeightOf(part) == 1))
        {
            if (words is [.., var last] && !FoldedText.IsLatin(part[0]) && last[^1] == part[0]) last.Append(part.AsSpan(1));
            else words.Add(new StringBuilder(part));
        }

        return [.. words.Select(word => word.ToString())];
    }
}
