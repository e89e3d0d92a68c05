namespace StrategyGraph.Plans.Inference;

/// <summary>
/// Proposes which SDG goals and targets an element serves, from the words of its own title, subtitle and summary. A pure
/// function of these: no state, the same answer always, some ten microseconds. It proposes and never decides: basis INFERRED,
/// with a confidence and the words that led to it. How often it is right stands in <c>docs/inference.md</c>.
/// </summary>
public static class InferredTags
{
    /// <summary>The framework that the proposals are of.</summary>
    public const string Framework = "sdgs";

    /// <summary>What is less sure than this is not proposed.</summary>
    public const double Threshold = 0.5;

    /// <summary>A rule that sees words and not what they mean is never surer than this.</summary>
    private const double Ceiling = 0.95;

    /// <summary>How much a word in the subtitle or summary counts beside one in the title.</summary>
    private const double BelowTitle = 0.7;

    /// <summary>The proposed tags, the surest first, each code once. A goal is left out where one of its targets is proposed.</summary>
    public static IReadOnlyList<Tag> Of(PlanElement element) => Of(element, SubjectWords.OfSdgs);

    internal static IReadOnlyList<Tag> Of(PlanElement element, SubjectWords words)
    {
        // One language is a translation of the other and no evidence of its own: each goal is judged in the language that says more.
        var found = EvidenceIn(element, words, text => text?.Ja);
        foreach (var (code, english) in EvidenceIn(element, words, text => text?.En))
        {
            if (!found.TryGetValue(code, out var other) || english.Confidence > other.Confidence) found[code] = english;
        }

        var proposed = found.Where(pair => pair.Value.Confidence >= Threshold).ToArray();
        var targeted = proposed.Select(pair => pair.Key).Where(code => code.Contains('.', StringComparison.Ordinal)).Select(GoalOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. proposed.Where(pair => !targeted.Contains(pair.Key))
                .OrderByDescending(pair => pair.Value.Confidence).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new Tag(Framework, pair.Key, TagBasis.Inferred, pair.Value.Rationale, pair.Value.Confidence, Citation: null)),
        ];
    }

    /// <summary>13 of 13.2: the goal that a target is of; of a goal itself.</summary>
    public static string GoalOf(string code) => code.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? code[..dot] : code;

    private static Dictionary<string, Evidence> EvidenceIn(PlanElement element, SubjectWords words, Func<Text?, string?> language)
    {
        var found = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        Collect(language(element.Title), share: 1);
        Collect(language(element.Subtitle), BelowTitle);
        Collect(language(element.Summary), BelowTitle);
        return found;

        void Collect(string? text, double share)
        {
            if (text is null) return;
            foreach (var word in words.In(SubjectWords.Folded(text)))
            {
                foreach (var (code, weight) in word.Meanings)
                {
                    if (!found.TryGetValue(code, out var evidence)) found.Add(code, evidence = new Evidence());
                    evidence.Add(word.Text, weight * share);
                }
            }
        }
    }

    /// <summary>The words that speak for one goal. Each leaves some doubt; together they leave the product of their doubts.</summary>
    private sealed class Evidence
    {
        private readonly List<string> _words = [];
        private double _doubt = 1;

        public double Confidence => Math.Round(Math.Min(1 - _doubt, Ceiling), 2);

        public Text Rationale => new(
            $"{string.Concat(_words.Select(word => $"「{word}」"))}という語による。",
            $"By the {(_words.Count == 1 ? "word" : "words")} {string.Join(", ", _words.Select(word => $"“{word}”"))}.");

        public void Add(string word, double weight)
        {
            if (_words.Contains(word)) return;
            _words.Add(word);
            _doubt *= 1 - weight;
        }
    }
}
