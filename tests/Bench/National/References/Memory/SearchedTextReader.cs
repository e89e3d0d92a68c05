using Microsoft.Data.Sqlite;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>A text of an element in the form that is searched.</summary>
/// <param name="Element">Its place in <see cref="Country.Elements"/>.</param>
/// <param name="Most">What a word in it is worth at most: a title more than an activity.</param>
internal readonly record struct SearchedText(int Element, double Most, string Folded);

/// <summary>Reads what is searched, element by element in the order of answers.</summary>
internal sealed class SearchedTextReader(SqliteConnection connection)
{
    /// <param name="places">The place of each element, by its row's id.</param>
    public SearchedText[] Read(Dictionary<int, int> places)
    {
        var texts = new List<(SearchedText Text, int Order)>();
        foreach (var row in connection.Rows("SELECT id, title_ja, title_en, subtitle_ja, subtitle_en, summary_ja, summary_en FROM element"))
        {
            for (var column = 1; column <= 6; column++) Add(places[row.GetInt32(0)], column switch { <= 2 => 1.0, <= 4 => 0.8, _ => 0.5 }, row.TextOrNull(column));
        }

        foreach (var row in connection.Rows("SELECT element_id, text_ja, text_en FROM activity"))
        {
            Add(places[row.GetInt32(0)], 0.3, row.TextOrNull(1));
            Add(places[row.GetInt32(0)], 0.3, row.TextOrNull(2));
        }

        return [.. texts.OrderBy(t => t.Text.Element).ThenBy(t => t.Order).Select(t => t.Text)];

        void Add(int element, double most, string? text)
        {
            if (text is not null) texts.Add((new SearchedText(element, most, FoldedText.Fold(text)), texts.Count));
        }
    }
}
