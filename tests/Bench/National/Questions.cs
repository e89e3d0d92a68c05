using StrategyGraph.Bench.National.References.Memory;

namespace StrategyGraph.Bench.National;

/// <summary>The questions, each with varied variables from a seeded list.</summary>
/// <param name="country">The release that they are asked of.</param>
internal sealed class Questions(Country country)
{
    private const int Seed = 42;
    private const int Bodies = 1_000;

    /// <summary>Questions that take microseconds, and those that look at every measure.</summary>
    private const int Light = 16, Heavy = 4;

    private readonly Random _random = new(Seed);

    public IReadOnlyList<Question> All() =>
    [
        Question.Of("tiny", nameof(Documents.Tiny), Light, Documents.Tiny, Many(() => new() { ["id"] = Any(country.Plans).Id })),
        Question.Of("tree", nameof(Documents.Tree), Light, Documents.Tree, Many(() => new() { ["code"] = Any(country.Municipalities).Code })),
        Question.Of("list", nameof(Documents.List), Light, Documents.List, Many(() => new() { ["after"] = AnyCursor() })),
        Question.Of("filtered page", nameof(Documents.FilteredPage), Heavy, Documents.FilteredPage, ThirdPages()),
        Question.Of("groups", nameof(Documents.Groups), Heavy, Documents.Groups, [[]]),
        Question.Of("compare", nameof(Documents.Compare), Light, Documents.Compare, Many(() => new() { ["plans"] = AnyPlans(), ["framework"] = country.SdgFramework })),
        Question.Of("search", nameof(Documents.Search), Heavy, Documents.Search, Many(() => new() { ["text"] = AnyWord() })),
        Question.Of("introspection", nameof(Documents.Introspection), Light, Documents.Introspection, [[]]) with { IsOfData = false },
    ];

    private static List<Dictionary<string, object?>> Many(Func<Dictionary<string, object?>> variables) => [.. Enumerable.Range(0, Bodies).Select(_ => variables())];

    private T Any<T>(T[] values) => values[_random.Next(values.Length)];

    /// <summary>One that a whole page follows, where there are so many.</summary>
    private string? AnyCursor()
    {
        const int Page = 50;
        var last = country.Municipalities.Length - Page;
        return last <= 0 || _random.Next(last + 1) is var at && at == 0 ? null : country.Municipalities[at - 1].Id;
    }

    private List<string> AnyPlans()
    {
        const int Plans = 12;
        return [.. Enumerable.Range(0, int.MaxValue).Select(_ => Any(country.Plans).Id).Distinct().Take(Math.Min(Plans, country.Plans.Length))];
    }

    /// <summary>Two to four Chinese characters that stand together in a title: a word, more often than not.</summary>
    private string AnyWord()
    {
        while (true)
        {
            var title = Any(country.Measures).Title;
            var length = Math.Min(title.Length, _random.Next(2, 5));
            var word = title.Substring(_random.Next(title.Length - length + 1), length);
            if (word.All(c => c is >= '\u4e00' and <= '\u9fff')) return word;
        }
    }

    /// <summary>The third page of measures that have come far and have a text in their title, for texts out of titles; the last page where there are not so many.</summary>
    private List<Dictionary<string, object?>> ThirdPages()
    {
        const int Before = 40;
        var answers = new MemoryAnswers(country);
        var known = new Dictionary<string, string?>();
        var pages = new List<Dictionary<string, object?>>();
        for (var tries = 0; pages.Count < Bodies; tries++)
        {
            var title = Any(country.Measures).Title;
            var length = Math.Min(title.Length, _random.Next(2, 6));
            var text = title.Substring(_random.Next(title.Length - length + 1), length);
            if (!known.TryGetValue(text, out var cursor))
            {
                var found = answers.Matching(text);
                cursor = found.Count > Before ? country.Measures[found[Before - 1].Measure].Id : null;
                known.Add(text, cursor);
            }

            if (cursor is not null || tries > Bodies) pages.Add(new() { ["text"] = text, ["after"] = cursor });
        }

        return pages;
    }
}
