using StrategyGraph.Plans.Auditing;

namespace StrategyGraph.Plans.Tests.Auditing;

/// <summary>A small plan file for one test, and what the audit finds in it, a line each: severity, element, expected, found.</summary>
internal static class AuditedFile
{
    private const string Header =
        """
        format: 1
        plan: { id: PLAN, municipality: "012131", kind: PLEDGE_SET, status: ADOPTED, coverage: COVERAGE, title: 公約, period: { start: 2020-04-01, end: 2025-03-31 }, cite: 表紙 }
        documents: [ { id: PLAN-report, title: 報告, publisher: 見本市, ISSUED language: JA } ]
        levels: [ { role: GOAL, term: 政策 }, { role: MEASURE, term: 公約 }, { role: INITIATIVE, term: 施策 } ]
        ratingScales:
          - { id: percent, name: 進捗率, levels: [ 政策, 公約 ], minimum: 0, maximum: 100, percentPerPoint: 1 }
          - { id: open, name: 達成率, levels: [ 公約 ], percentPerPoint: 1 }
          - { id: grade, name: 評価, levels: [ 公約 ], values: [ { label: A, from: 80, to: 100 }, { label: B, from: 0, to: 79 } ] }
          - { id: stars, name: 星, levels: [ 施策, 公約 ], percentPerPoint: 10, minimum: 0, maximum: 10, values: [ { label: ★5, score: 5 }, { label: ★6, score: 6 }, { label: ★7, score: 7 }, { label: ★8, score: 8 }, { label: ★9, score: 9 }, { label: ★10, score: 10 }, { label: －, class: NOT_YET_DUE } ] }

        """;

    /// <summary>The rule of most plans: a goal is the mean of its measures, rounded half up, as the document states.</summary>
    public const string GoalsAreMeans = "aggregation: [ { of: GOAL, over: MEASURE, method: MEAN, rounding: HALF_UP, stated: true, cite: はじめに } ]\n";

    /// <summary>As <see cref="GoalsAreMeans"/>, and a measure the mean of its initiatives' stars.</summary>
    public const string MeasuresAreMeansOfStars = "aggregation: [ { of: MEASURE, over: INITIATIVE, method: MEAN, rounding: NONE, stated: true, cite: はじめに } ]\n";

    /// <summary>What of a kind the audit finds in a file of these parts.</summary>
    public static string[] Find(FindingKind kind, string parts, string coverage = "WHOLE", string issued = "2024-05-31") =>
        [.. Audit(parts, coverage, issued).Where(finding => finding.Kind == kind).Select(Line)];

    public static Finding[] Audit(string parts, string coverage = "WHOLE", string issued = "2024-05-31")
    {
        using var folder = new PlanFolder();
        return [.. PlanAudit.Of(folder.With("m.yaml", Municipality).With("p.yaml", Text("p", parts, coverage, issued)).Holdings())];
    }

    /// <summary>The findings of two plans of one municipality.</summary>
    public static Finding[] AuditBoth(string first, string second)
    {
        using var folder = new PlanFolder();
        return [.. PlanAudit.Of(folder.With("m.yaml", Municipality).With("a.yaml", Text("a", first)).With("b.yaml", Text("b", second)).Holdings())];
    }

    public static string Line(Finding finding) =>
        $"{finding.Severity} {finding.Element?.Id ?? "plan"}{(finding.Expected is null ? "" : $" expected {finding.Expected}")}{(finding.Found is null ? "" : $" found {finding.Found}")}";

    /// <summary>The tree: <c>elements:</c> of these.</summary>
    public static string Tree(params string[] elements) => $"elements: [ {string.Join(", ", elements)} ]\n";

    /// <summary>An element whose title and place are its id, with more keys, and children.</summary>
    public static string Element(string id, string keys = "", params string[] children) =>
        $"{{ id: {id}, title: {id}, cite: {id}の欄{(keys.Length == 0 ? "" : $", {keys}")}{(children.Length == 0 ? "" : $", children: [ {string.Join(", ", children)} ]")} }}";

    /// <summary>Ratings of fiscal year 2023, each printed in a table of its own.</summary>
    public static string Rated(string scale, params string[] values) =>
        $"progress: [ {string.Join(", ", values.Select((value, table) => $$"""{ year: 2023, value: "{{value}}", scale: {{scale}}, cite: 表{{table + 1}} }"""))} ]";

    /// <summary>A goal of measures with these percentages.</summary>
    public static string GoalOf(string printed, params string[] measures) =>
        Element("goal", printed.Length == 0 ? "" : Rated("percent", printed), [.. measures.Select((value, at) => Element($"m{at + 1}", value.Length == 0 ? "" : Rated("percent", value)))]);

    private const string Municipality = """
        format: 1
        municipalities: [ { code: "012131", name: 見本市 } ]
        """;

    private static string Text(string id, string parts, string coverage = "WHOLE", string issued = "2024-05-31") => Header
        .Replace("PLAN", id, StringComparison.Ordinal).Replace("COVERAGE", coverage, StringComparison.Ordinal)
        .Replace("ISSUED", issued.Length == 0 ? "" : $"issued: {issued},", StringComparison.Ordinal) + parts;
}
