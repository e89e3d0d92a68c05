using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Search;

/// <summary>What of an element is searched.</summary>
public enum SearchField : byte { Title, Subtitle, Summary, Activity }

/// <summary>A text of an element that is searched, as it is written.</summary>
internal readonly record struct SearchText(SearchField Field, Language Language, string Text, Activity? Activity = null)
{
    public static IEnumerable<SearchText> Of(PlanElement element)
    {
        var source = element.Source;
        foreach (var text in Of(SearchField.Title, source.Title)) yield return text;
        foreach (var text in Of(SearchField.Subtitle, source.Subtitle)) yield return text;
        foreach (var text in Of(SearchField.Summary, source.Summary)) yield return text;
        foreach (var activity in source.Activities)
        {
            foreach (var text in Of(SearchField.Activity, activity.Text, activity)) yield return text;
        }
    }

    private static IEnumerable<SearchText> Of(SearchField field, Text? text, Activity? activity = null)
    {
        if (text?.Ja is { } ja) yield return new SearchText(field, Language.Ja, ja, activity);
        if (text?.En is { } en) yield return new SearchText(field, Language.En, en, activity);
    }
}
