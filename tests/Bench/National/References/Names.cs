using System.Text.Json;

namespace StrategyGraph.Bench.National.References;

/// <summary>The names in the references' answers, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText
        Data = Of("data"), Id = Of("id"), Code = Of("code"), Name = Of("name"), Title = Of("title"), Kind = Of("kind"), Number = Of("number"),
        Plan = Of("plan"), Plans = Of("plans"), Goal = Of("goal"), Goals = Of("goals"), Measures = Of("measures"), Municipality = Of("municipality"),
        Municipalities = Of("municipalities"), Departments = Of("departments"), SdgGoals = Of("sdgGoals"), ProgressSeries = Of("progressSeries"),
        Progress = Of("progress"), FiscalYear = Of("fiscalYear"), Year = Of("year"), Percent = Of("percent"), Verdict = Of("verdict"),
        Nodes = Of("nodes"), Edges = Of("edges"), Node = Of("node"), Score = Of("score"), PageInfo = Of("pageInfo"), HasNextPage = Of("hasNextPage"), EndCursor = Of("endCursor"), TotalCount = Of("totalCount"),
        MeasureGroups = Of("measureGroups"), Keys = Of("keys"), Key = Of("key"), Label = Of("label"), Count = Of("count"), Rated = Of("rated"), Missing = Of("missing"),
        Mean = Of("mean"), Minimum = Of("minimum"), Maximum = Of("maximum"),
        Compare = Of("compare"), Rows = Of("rows"), Cells = Of("cells"), MeasureCount = Of("measureCount"), MeanProgress = Of("meanProgress"),
        Gaps = Of("gaps"), PresentIn = Of("presentIn"), AbsentFrom = Of("absentFrom"), Search = Of("search");

    /// <summary>What a measure is said to be that is rated itself, and one that is not: the verdicts that there are without parts.</summary>
    public static readonly JsonEncodedText PublishedOnly = Of("PUBLISHED_ONLY"), NotRated = Of("NOT_RATED");

    private static JsonEncodedText Of(string name) => JsonEncodedText.Encode(name);

    /// <summary>A word of a release's tables as GraphQL writes it: ComprehensiveStrategy is COMPREHENSIVE_STRATEGY.</summary>
    public static string EnumValue(string word) =>
        string.Concat(word.Select((letter, at) => at > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
}
