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

    public const string Tiny = // lang=graphql
        "query Tiny($id: ID!) { plan(id: $id) { id title } }";

    public const string Tree = // lang=graphql
        """
        query Tree($code: MunicipalityCode!) {
          municipality(code: $code) {
            code name
            plans {
              id title kind
              goals {
                id title
                measures { id title departments { name } progressSeries { fiscalYear { year } percent verdict } sdgGoals { number } }
              }
            }
          }
        }
        """;

    public const string List = // lang=graphql
        """
        query List($after: String) {
          municipalities(first: 50, after: $after) {
            nodes { code name plans { id title kind goals { id title } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string FilteredPage = // lang=graphql
        """
        query FilteredPage($text: String!, $after: String) {
          measures(
            where: { progress: { percent: { gte: 80 } }, title: { contains: $text } }
            order: [{ progress: { percent: DESC } }]
            first: 20
            after: $after
          ) {
            totalCount
            nodes { id title plan { title municipality { name } } progress { percent } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string Groups = // lang=graphql
        """
        query Groups {
          measureGroups(by: [SDG_GOAL, PREFECTURE]) { keys { key label } count rated missing progress { mean minimum maximum } }
        }
        """;

    public const string Compare = // lang=graphql
        """
        query Compare($plans: [ID!]!, $framework: ID!) {
          compare(plans: $plans, framework: $framework) {
            rows { goal { number } cells { measureCount rated meanProgress } }
            gaps { goal { number } presentIn { id } absentFrom { id } }
          }
        }
        """;

    private readonly Random _random = new(Seed);

    public IReadOnlyList<Question> All() =>
    [
        Question.Of("tiny", nameof(Tiny), Light, Tiny, Many(() => new() { ["id"] = Any(country.Plans).Id })),
        Question.Of("tree", nameof(Tree), Light, Tree, Many(() => new() { ["code"] = Any(country.Municipalities).Code })),
        Question.Of("list", nameof(List), Light, List, Many(() => new() { ["after"] = AnyCursor() })),
        Question.Of("filtered page", nameof(FilteredPage), Heavy, FilteredPage, ThirdPages()),
        Question.Of("groups", nameof(Groups), Heavy, Groups, [[]]),
        Question.Of("compare", nameof(Compare), Light, Compare, Many(() => new() { ["plans"] = AnyPlans(), ["framework"] = country.SdgFramework })),
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
