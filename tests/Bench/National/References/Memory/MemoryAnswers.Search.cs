using System.Text.Json;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>A search for one Japanese word: text after text, the best twenty kept.</summary>
internal sealed partial class MemoryAnswers
{
    private void Search(Asked asked, Utf8JsonWriter json)
    {
        var (word, best, total) = (FoldedText.FoldSought(asked.Text!), new PriorityQueue<int, (double Score, int Worse)>(PageSize + 1), 0);
        var texts = country.Texts;
        for (var i = 0; i < texts.Length;)
        {
            var (element, score) = (texts[i].Element, 0.0);
            for (; i < texts.Length && texts[i].Element == element; i++)
            {
                var at = texts[i].Folded.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0) score = Math.Max(score, texts[i].Most * (0.7 + 0.2 * word.Length / texts[i].Folded.Length + (at == 0 ? 0.1 : 0)));
            }

            if (score == 0) continue;
            total++;
            if (best.Count == PageSize && best.TryPeek(out _, out var worst) && worst.Score >= score) continue;
            best.Enqueue(element, (score, -element));
            if (best.Count > PageSize) best.Dequeue();
        }

        var found = best.UnorderedItems.OrderByDescending(b => b.Priority).ToList();
        json.WriteStartObject(Names.Search);
        json.WriteNumber(Names.TotalCount, total);
        json.WriteStartArray(Names.Edges);
        foreach (var (element, priority) in found)
        {
            json.WriteStartObject();
            json.WriteNumber(Names.Score, priority.Score);
            json.WriteStartObject(Names.Node);
            json.WriteString(Names.Id, country.Elements[element].Id);
            json.WriteString(Names.Title, country.Elements[element].Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PageInfo(total > found.Count, found is [.., var last] ? country.Elements[last.Element].Id : null, json);
        json.WriteEndObject();
    }
}
