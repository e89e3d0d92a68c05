using System.Collections;
using System.Text;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Server.Graph.Search;

/// <summary>
/// Every text of every element in the form that is searched, one after the other, looked through from its beginning. Japanese has no words
/// to index, and two characters are found in much: looking through all texts of a country's measures with the processor's vector
/// instructions takes a few milliseconds, no more memory than the texts, and cannot disagree with them.
/// </summary>
internal sealed class SearchIndex
{
    private readonly IReadOnlyList<PlanElement> _elements;
    private readonly FieldTexts<char> _texts;
    private readonly FieldTexts<byte> _ascii;

    /// <param name="elements">In the graph's order, each at its <see cref="PlanElement.Position"/>.</param>
    public SearchIndex(IReadOnlyList<PlanElement> elements)
    {
        (_elements, _texts, _ascii) = (elements, new FieldTexts<char>(elements.Count), new FieldTexts<byte>(elements.Count));
        foreach (var element in elements)
        {
            foreach (var text in SearchText.Of(element))
            {
                var folded = FoldedText.Fold(text.Text);
                if (Ascii.IsValid(folded)) _ascii.Add(element, text.Field, Encoding.ASCII.GetBytes(folded));
                else _texts.Add(element, text.Field, folded);
            }
        }

        _texts.Finish();
        _ascii.Finish();
    }

    /// <summary>The best <paramref name="first"/> of what is found after <paramref name="after"/>, and how many are found in all.</summary>
    public (IReadOnlyList<SearchHit> Hits, int Total, bool More) Search(SearchQuery query, int first, SearchHit? after)
    {
        var best = new BestHits(first, after);

        // A term of ASCII letters may stand in texts of either kind, any other in those of the one alone; no element is found twice.
        var seen = query.Driver.Ascii is null ? null : new BitArray(_elements.Count);
        Search(query, _texts, query.Driver.Text, seen, best);
        if (query.Driver.Ascii is { } ascii) Search(query, _ascii, ascii, seen, best);
        return (best.InOrder(), best.Total, best.More);
    }

    /// <summary>How well an element is found; null when it is not.</summary>
    public SearchHit? Find(SearchQuery query, PlanElement element) => Score(query, element.Position, isInAsciiOnly: false) is > 0 and var score ? new SearchHit(element, score) : null;

    private void Search<T>(SearchQuery query, FieldTexts<T> texts, ReadOnlySpan<T> driver, BitArray? seen, BestHits best) where T : unmanaged, IEquatable<T>
    {
        foreach (var (start, end) in Spans(query.Plans))
        {
            var (from, to) = (texts.FirstFieldOf(start), texts.FirstFieldOf(end));
            while (texts.Next(driver, from, to) is var field and >= 0)
            {
                var element = texts.ElementOf(field);
                from = texts.FirstFieldOf(element + 1);
                if (!query.Roles.Has(texts.RoleOf(field)) || seen is { } && seen[element]) continue;
                seen?.Set(element, true);

                // What the look through the other texts did not find has the driver in none of them.
                if (Score(query, element, isInAsciiOnly: typeof(T) == typeof(byte)) is > 0 and var score) best.Add(_elements, element, score);
            }
        }
    }

    /// <summary>The elements to look through, from the first to before the last of each span: those of a plan stand together.</summary>
    private IEnumerable<(int Start, int End)> Spans(IReadOnlyList<Plan>? plans) => plans is null
        ? [(0, _elements.Count)]
        : plans.Where(p => p.Elements.Count > 0).Distinct().Select(plan =>
        {
            var end = plan.Elements[0].Position;
            while (end < _elements.Count && _elements[end].Plan == plan) end++;
            return (plan.Elements[0].Position, end);
        });

    /// <summary>The mean of what each term is worth in the field where it is worth most; 0 when one is in none.</summary>
    /// <param name="isInAsciiOnly">Whether the driver is known to stand in texts of ASCII letters alone.</param>
    private double Score(SearchQuery query, int element, bool isInAsciiOnly)
    {
        var sum = 0.0;
        foreach (var term in query.Terms)
        {
            var worth = term.Ascii is { } ascii ? _ascii.Worth(ascii, element, 0) : 0;
            if (!isInAsciiOnly || term != query.Driver) worth = _texts.Worth(term.Text, element, worth);
            if (worth == 0) return 0;
            sum += worth;
        }

        return sum / query.Terms.Length;
    }
}
