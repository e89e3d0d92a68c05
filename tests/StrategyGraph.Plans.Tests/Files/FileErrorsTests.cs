namespace StrategyGraph.Plans.Tests.Files;

/// <summary>Each mistake that can be made in a plan file, with the exact word on it. A case is one change to a good file.</summary>
public class FileErrorsTests
{
    private const string Good = """
        format: 1
        plan:
          id: mihon-plan
          municipality: "012131"
          kind: PLEDGE_SET
          status: ADOPTED
          coverage: WHOLE
          title: { ja: 見本計画, en: Sample plan }
          period: { start: 2020-04-01, end: 2025-03-31 }
          cite: 表紙
        documents:
          - { id: mihon-report, title: 報告, publisher: 見本市, issued: 2021-05, language: JA }
        levels: [ { role: GOAL, term: 目標 }, { role: MEASURE, term: 施策 } ]
        ratingScales:
          - { id: percent, name: 進捗率, levels: [ 目標 ], minimum: 0, maximum: 100, percentPerPoint: 1 }
          - { id: stars, name: 星, levels: [ 施策 ], values: [ { label: ★☆, score: 1 }, { label: ★★, score: 2 } ] }
        aggregation:
          - { of: GOAL, over: MEASURE, method: MEAN, rounding: HALF_UP, stated: true }
        departments: [ 財政課, 企画課 ]
        indicators:
          - id: births
            kind: KPI
            name: 出生数
            targets: { year: 2024, text: 500人以上, value: 500 }
        tags: [ { framework: mihon-goals, code: "13.2", basis: CURATED, rationale: 関連 } ]
        revisions: [ { id: midterm, title: 見直し, changes: [ { kind: RENAMED, element: families } ] } ]
        elements:
          - id: families
            title: 子育て
            cite: 1ページ
            departments: [ 財政課, { name: 企画課, lead: true } ]
            progress:
              - { year: 2020, value: "58" }
            activities: [ { year: 2020, text: 研修 } ]
            children:
              - id: nurseries
                title: 保育所
                cite: { document: mihon-report, locator: 2ページ }
                introducedBy: midterm
                progress: [ { year: 2020, value: ★☆ } ]
                links: [ { to: mihon-plan/families, kind: IMPLEMENTS, basis: STATED } ]
              - { id: nurseries-again, title: 再掲, repeatOf: nurseries, cite: 3ページ }
        """;

    private const string Municipalities = """
        format: 1
        municipalities:
          - { code: "012131", name: 見本市 }
        """;

    private const string Goals = """
        format: 1
        framework: { id: mihon-goals, title: 目標 }
        goals: [ { code: "13", title: 気候, children: [ { code: "13.2", title: 計画 } ] } ]
        """;

    private static string ErrorsOf(string plan)
    {
        using var folder = new PlanFolder().With("municipalities.yaml", Municipalities).With("goals.yaml", Goals).With("plan.yaml", plan);
        return folder.Errors();
    }

    /// <summary>Expects these errors once the text is changed in the one place where it stands.</summary>
    private static void Expect(string before, string after, params string[] errors)
    {
        var at = Good.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The good file does not hold: {before}");
        Assert.Equal(string.Join('\n', errors), ErrorsOf(Good[..at] + after + Good[(at + before.Length)..]));
    }

    [Fact]
    public void The_good_file_is_good() => Assert.Equal("", ErrorsOf(Good));

    [Theory]
    [InlineData("coverage: WHOLE", "coverge: WHOLE", "plan.yaml:3:3: MISSING_FIELD 'coverage' is missing from 'plan': WHOLE or PARTIAL, such as WHOLE.", "plan.yaml:7:3: UNKNOWN_FIELD 'coverge' is not a key of 'plan'. Did you mean 'coverage'?")]
    [InlineData("value: 500 }", "size: 500 }", "plan.yaml:24:42: UNKNOWN_FIELD 'size' is not a key of 'observation'. Its keys are kind, year, period, date, text, value, upper, comparator, part, missing, reportedOn, cite.")]
    [InlineData("text: 500人以上", "text: 1,500人以上", "plan.yaml:24:36: UNKNOWN_FIELD '500人以上' is not a key of 'observation'. If it belongs to the text before it, put that whole text in quotes: between { and } a comma begins the next key.")]
    [InlineData("    title: 子育て\n", "    title: 子育て\n    title: 子育て\n", "plan.yaml:30:5: DUPLICATE_FIELD 'title' stands here twice. Keep one.")]
    [InlineData("    title: 子育て\n", "", "plan.yaml:28:5: MISSING_FIELD 'title' is missing from 'element': text, or `bilingual-text`, such as { ja: 子育て支援, en: Support for families }.")]
    [InlineData("title: 子育て", "title: {}", "plan.yaml:29:12: MISSING_FIELD A text needs 'ja', 'en' or both.")]
    [InlineData("title: 子育て", "title:", "plan.yaml:29:11: EMPTY_VALUE 'title' has no value: expected text, or `bilingual-text`. Write it, or leave the key out.")]
    [InlineData("cite: 1ページ", "cite: []", "plan.yaml:30:11: EMPTY_VALUE Expected what is printed: text or a number, or `citation`, found an empty list. Write one, or leave the key out.")]
    [InlineData("title: 子育て", "title: ' '", "plan.yaml:29:12: EMPTY_VALUE Expected text, found an empty text.")]
    [InlineData("title: 子育て", "title: 2040", "plan.yaml:29:12: WRONG_TYPE Expected text, found the number 2040. Put it in quotes: \"2040\".")]
    [InlineData("title: 子育て", "title: true", "plan.yaml:29:12: WRONG_TYPE Expected text, found true. Put it in quotes: \"true\".")]
    [InlineData("title: 子育て", "title: [ 子育て ]", "plan.yaml:29:12: WRONG_TYPE Expected text, or `bilingual-text`, found a list. The keys of `bilingual-text` are ja, en.")]
    [InlineData("departments: [ 財政課, 企画課 ]", "departments: 財政課", "plan.yaml:19:14: WRONG_TYPE Expected a list of: text, or `department`, found the text '財政課'. Begin each entry with '- '.", "plan.yaml:31:20: UNKNOWN_REFERENCE The plan has no department '財政課'. Add it to 'departments', or correct the name.", "plan.yaml:31:33: UNKNOWN_REFERENCE The plan has no department '企画課'. Add it to 'departments', or correct the name.")]
    [InlineData("year: 2020, value: \"58\"", "year: \"2020\", value: \"58\"", "plan.yaml:33:9: MISSING_FIELD 'year' is missing (or 'period', or 'date'): the fiscal year that the value is of, such as 2020.", "plan.yaml:33:17: WRONG_TYPE Expected a fiscal year: the calendar year it begins in (2020), found the text '2020'. Write it without quotes.")]
    [InlineData("{ year: 2024, text", "{ year: 20244, text", "plan.yaml:24:14: MISSING_FIELD 'year' is missing (or 'period', or 'date'): the fiscal year that the value is of, such as 2020.", "plan.yaml:24:22: OUT_OF_RANGE 20244 is not between 1868 and 2199.")]
    [InlineData("municipality: \"012131\"", "municipality: 012131", "plan.yaml:4:17: WRONG_TYPE Expected text, found the number 012131. Put it in quotes: \"012131\".")]
    [InlineData("kind: PLEDGE_SET", "kind: PLEDGES", "plan.yaml:5:9: UNKNOWN_VALUE 'PLEDGES' is not one of COMPREHENSIVE_STRATEGY, PLEDGE_SET, POLICY_ADDRESS, COMPREHENSIVE_PLAN, OTHER. Did you mean 'PLEDGE_SET'?")]
    [InlineData("id: mihon-plan\n", "id: Mihon Plan\n", "plan.yaml:3:7: INVALID_VALUE 'Mihon Plan' is not an id: small letters a to z, digits, and '-' between them, such as child-care-support.", "plan.yaml:41:24: UNKNOWN_REFERENCE There is no plan 'mihon-plan'.")]
    [InlineData("start: 2020-04-01", "start: 令和2年4月1日", "plan.yaml:9:20: INVALID_VALUE '令和2年4月1日' is not a date. Write year, month and day: 2020-04-01.")]
    [InlineData("issued: 2021-05", "issued: 2021-13", "plan.yaml:12:60: INVALID_VALUE '2021-13' is not a date. Write 2021-05-31, or 2021-05, or 2021, as exactly as the source does.")]
    [InlineData("format: 1", "format: 2", "plan.yaml:1:9: UNSUPPORTED_FORMAT Format 2 is not known; this version reads format 1.")]
    public void What_is_written_wrong_is_told_where_it_stands(string before, string after, params string[] errors) => Expect(before, after, errors);

    [Theory]
    [InlineData("\"012131\"", "\"011002\"", "plan.yaml:4:17: UNKNOWN_REFERENCE No file lists the municipality '011002'. Add it to a file with 'municipalities', and check the folder that holds both files.")]
    [InlineData("\"012131\"", "\"012132\"", "plan.yaml:4:17: INVALID_MUNICIPALITY_CODE '012132' has the wrong check digit: 01213 ends in 1, so the code is 012131.")]
    [InlineData("\"012131\"", "\"とまこまい\"", "plan.yaml:4:17: INVALID_MUNICIPALITY_CODE 'とまこまい' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).")]
    [InlineData("- id: nurseries\n", "- id: families\n", "plan.yaml:36:13: DUPLICATE_ID The element id 'families' is already used in this plan. Give each element its own.", "plan.yaml:42:53: UNKNOWN_REFERENCE The plan has no element 'nurseries'. Correct the id.")]
    [InlineData("departments: [ 財政課, 企画課 ]", "departments: [ 財政課, 企画課, 財政課 ]", "plan.yaml:19:26: DUPLICATE_ID The department '財政課' is already in the list. Keep one.")]
    [InlineData("[ 財政課, { name: 企画課", "[ 財制課, { name: 企画課", "plan.yaml:31:20: UNKNOWN_REFERENCE The plan has no department '財制課'. Did you mean '財政課'? Add it to 'departments', or correct the name.")]
    [InlineData("document: mihon-report", "document: mihon-reports", "plan.yaml:38:27: UNKNOWN_REFERENCE No file lists the document 'mihon-reports'. Did you mean 'mihon-report'? Add it to 'documents', or correct the id.")]
    [InlineData("introducedBy: midterm", "introducedBy: midtrem", "plan.yaml:39:23: UNKNOWN_REFERENCE The plan has no revision 'midtrem'. Did you mean 'midterm'? Add it to 'revisions', or correct the id.")]
    [InlineData("element: families", "element: familys", "plan.yaml:26:78: UNKNOWN_REFERENCE The plan has no element 'familys'. Did you mean 'families'? Correct the id.")]
    [InlineData("framework: mihon-goals", "framework: sdgs", "plan.yaml:25:22: UNKNOWN_REFERENCE There is no framework 'sdgs'.")]
    [InlineData("code: \"13.2\"", "code: \"13.7\"", "plan.yaml:25:41: UNKNOWN_REFERENCE The framework 'mihon-goals' has no goal '13.7'. Did you mean '13.2'?")]
    [InlineData("to: mihon-plan/families", "to: mihon-plan/family", "plan.yaml:41:24: UNKNOWN_REFERENCE The plan 'mihon-plan' has no element 'family'. Did you mean 'families'?")]
    [InlineData("to: mihon-plan/families", "to: families", "plan.yaml:41:24: INVALID_VALUE 'families' is not the id of a plan, a slash, and the id of one of its elements.")]
    [InlineData("repeatOf: nurseries", "repeatOf: nurseries-again", "plan.yaml:42:53: INVALID_VALUE An element cannot be a repeat of itself.")]
    [InlineData("title: 保育所\n", "title: 保育所\n        level: 施設\n", "plan.yaml:38:16: UNKNOWN_REFERENCE The plan has no level '施設'. Did you mean '施策'? Add it to 'levels', or correct the name.")]
    public void A_reference_finds_what_it_means_or_is_told(string before, string after, params string[] errors) => Expect(before, after, errors);

    [Theory]
    [InlineData("value: \"58\"", "value: \"130\"", "plan.yaml:33:30: RATING_OUTSIDE_SCALE 130 lies outside the scale 'percent', which goes from 0 to 100.")]
    [InlineData("value: \"58\"", "value: 58人", "plan.yaml:33:30: RATING_OUTSIDE_SCALE '58人' is not a number, and the scale 'percent' takes numbers, such as 58 or 58%. Where it tells a number in words, say which with 'score'; where nothing is printed, say why with 'missing'.")]
    [InlineData("value: \"58\"", "value: 約13割, score: 130", "plan.yaml:33:30: RATING_OUTSIDE_SCALE 約13割 lies outside the scale 'percent', which goes from 0 to 100.")]
    [InlineData("value: \"58\"", "value: 58%, score: 58", "plan.yaml:33:42: CONFLICTING_FIELDS 'score' stands only beside a text that tells a number in words, on a scale of numbers; '58%' says its score itself. Leave it out.")]
    [InlineData("value: ★☆ }", "value: ★☆, score: 1 }", "plan.yaml:40:53: CONFLICTING_FIELDS 'score' stands only beside a text that tells a number in words, on a scale of numbers; '★☆' says its score itself. Leave it out.")]
    [InlineData("value: \"58\"", "missing: NOT_SET, score: 58", "plan.yaml:33:48: CONFLICTING_FIELDS 'score' stands only beside a 'value' that tells it in words.")]
    [InlineData("value: ★☆ }", "value: ★★★ }", "plan.yaml:40:42: RATING_OUTSIDE_SCALE '★★★' is not on the scale 'stars', whose labels are ★☆, ★★. Did you mean '★★'?")]
    [InlineData("value: ★☆ }", "value: 50, scale: percent }", "plan.yaml:40:53: SCALE_NOT_FOR_LEVEL The scale 'percent' rates 目標, and this is a 施策. Add the level to the scale, or name another scale.")]
    [InlineData("value: ★☆ }", "value: ★☆, scale: star }", "plan.yaml:40:53: UNKNOWN_REFERENCE The plan has no rating scale 'star'. Did you mean 'stars'?")]
    [InlineData(", levels: [ 施策 ], values", ", values", "plan.yaml:33:9: SCALE_UNCLEAR Several rating scales rate 目標: say which is meant with 'scale': percent, stars.")]
    [InlineData(", levels: [ 施策 ], values", ", levels: [ 目標 ], values", "plan.yaml:33:9: SCALE_UNCLEAR Several rating scales rate 目標: say which is meant with 'scale': percent, stars.", "plan.yaml:40:21: SCALE_UNCLEAR No rating scale rates 施策. Add one to 'ratingScales', or add this level to the one that is meant.")]
    [InlineData("value: \"58\" }", "value: \"58\", missing: NOT_PRINTED }", "plan.yaml:33:45: CONFLICTING_FIELDS 'value' and 'missing' cannot stand together: either something is printed or it is not.")]
    [InlineData("year: 2020, value: \"58\"", "year: 2020", "plan.yaml:33:9: MISSING_FIELD 'value' is missing: the rating as printed. Where none is printed, say why with 'missing'.")]
    [InlineData("year: 2020, value: \"58\"", "year: 2018, value: \"58\"", "plan.yaml:33:17: YEAR_OUTSIDE_PERIOD Fiscal year 2018 (2018-04-01 to 2019-03-31) lies outside the plan's period, 2020-04-01 to 2025-03-31. Correct the year, or the plan's period.")]
    [InlineData("year: 2020, value: \"58\"", "date: 2025-04-01, value: \"58\"", "plan.yaml:33:17: YEAR_OUTSIDE_PERIOD 2025-04-01 lies outside the plan's period, 2020-04-01 to 2025-03-31. Correct the year, or the plan's period.")]
    [InlineData("year: 2020, text: 研修", "year: 2025, text: 研修", "plan.yaml:34:27: YEAR_OUTSIDE_PERIOD Fiscal year 2025 (2025-04-01 to 2026-03-31) lies outside the plan's period, 2020-04-01 to 2025-03-31. Correct the year, or the plan's period.")]
    [InlineData("year: 2020, value: \"58\"", "year: 2020, date: 2021-03-31, value: \"58\"", "plan.yaml:33:9: CONFLICTING_FIELDS Only one of 'year', 'period' and 'date' can stand here.")]
    [InlineData("end: 2025-03-31", "end: 2019-03-31", "plan.yaml:9:37: PERIOD_REVERSED The end, 2019-03-31, lies before the start, 2020-04-01.")]
    [InlineData("method: MEAN", "method: WEIGHTED_MEAN", "plan.yaml:36:9: MISSING_FIELD 'weight' is missing: the plan averages its 施策 by weight.", "plan.yaml:42:9: MISSING_FIELD 'weight' is missing: the plan averages its 施策 by weight.")]
    [InlineData("of: GOAL, over: MEASURE", "of: MEASURE, over: GOAL", "plan.yaml:18:26: INVALID_VALUE The parts must lie below: GOAL is above MEASURE.")]
    [InlineData("{ role: MEASURE, term: 施策 } ]", "{ role: MEASURE, term: 施策 }, { role: INITIATIVE, term: 施策 } ]", "plan.yaml:13:92: DUPLICATE_ID The plan already has a level '施策'. Where two share a word, tell them apart.")]
    [InlineData("title: 再掲, repeatOf", "title: 再掲, children: [ { id: deep, title: 深い, cite: 4ページ } ], repeatOf", "plan.yaml:42:55: LEVEL_UNCLEAR The element lies deeper than the plan's levels (目標, 施策). Add a level, or say which it has with 'level'.")]
    [InlineData("title: 保育所\n", "title: 保育所\n        children: [ { id: up, level: 目標, title: 上, cite: 4ページ } ]\n", "plan.yaml:38:38: LEVEL_UNCLEAR A GOAL (目標) cannot lie under a MEASURE (施策).")]
    [InlineData("repeatOf: nurseries, cite: 3ページ }", "repeatOf: nurseries, cite: 3ページ }\n  - { id: alone, level: 施策, title: 単独, cite: 4ページ }", "plan.yaml:43:25: LEVEL_UNCLEAR A MEASURE (施策) must lie under a GOAL; only an INITIATIVE may stand alone.")]
    [InlineData("basis: CURATED, rationale: 関連", "basis: CURATED", "plan.yaml:25:9: MISSING_FIELD 'rationale' is missing: why the editor assigned it (basis CURATED).")]
    [InlineData("basis: CURATED, rationale: 関連", "basis: INFERRED", "plan.yaml:25:9: MISSING_FIELD 'confidence' is missing: how sure the rule is, from 0 to 1 (basis INFERRED).")]
    [InlineData("value: 500 }", "value: 500, comparator: RANGE }", "plan.yaml:24:66: CONFLICTING_FIELDS RANGE goes with 'upper', and 'upper' with RANGE.")]
    [InlineData("value: 500 }", "value: 500, upper: 400 }", "plan.yaml:24:61: OUT_OF_RANGE The range ends below its beginning.")]
    public void What_cannot_be_true_is_told(string before, string after, params string[] errors) => Expect(before, after, errors);

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once()
    {
        using var folder = new PlanFolder()
            .With("b/municipalities.yaml", Municipalities.Replace("name", "nmae", StringComparison.Ordinal))
            .With("a/plan.yaml", Good.Replace("\"58\"", "\"580\"", StringComparison.Ordinal).Replace("status: ADOPTED", "status: DONE", StringComparison.Ordinal))
            .With("c/goals.yaml", Goals);
        Assert.Equal(
            """
            a/plan.yaml:6:11: UNKNOWN_VALUE 'DONE' is not one of OUTLINE, DRAFT, ADOPTED, REVISED, ENDED.
            a/plan.yaml:33:30: RATING_OUTSIDE_SCALE 580 lies outside the scale 'percent', which goes from 0 to 100.
            b/municipalities.yaml:3:5: MISSING_FIELD 'name' is missing from 'municipality': text, or `bilingual-text`, such as { ja: 苫小牧市, en: Tomakomai }.
            b/municipalities.yaml:3:23: UNKNOWN_FIELD 'nmae' is not a key of 'municipality'. Did you mean 'name'?
            """, folder.Errors());
    }

    [Fact]
    public void An_id_of_the_catalogue_is_given_once()
    {
        using var folder = new PlanFolder().With("1.yaml", Municipalities).With("2.yaml", Municipalities).With("3.yaml", Goals).With("4.yaml", Good).With("5.yaml", Good);
        Assert.Equal(
            """
            2.yaml:3:13: DUPLICATE_ID The municipality '012131' is already at 1.yaml:3. Give this one another id, or remove one of them.
            5.yaml:3:7: DUPLICATE_ID The plan 'mihon-plan' is already at 4.yaml:3. Give this one another id, or remove one of them.
            5.yaml:12:11: DUPLICATE_ID The document 'mihon-report' is already at 4.yaml:12. Give this one another id, or remove one of them.
            """, folder.Errors());
    }

    [Fact]
    public void A_file_says_of_what_kind_it_is()
    {
        using var folder = new PlanFolder().With("1.yaml", "format: 1\nplans: {}").With("2.yaml", "format: 1\nplan: {}\nframework: {}").With("3.yaml", "- 1");
        Assert.Equal(
            """
            1.yaml:1:1: UNKNOWN_KIND The file does not say what it is: one of the keys 'plan', 'framework' and 'municipalities' must stand at its top. It has 'plans'. Did you mean 'plan'?
            2.yaml:1:1: UNKNOWN_KIND The file says that it is several things: 'plan' and 'framework'. Make a file of each.
            3.yaml:1:1: WRONG_TYPE Expected keys with values at the top of the file, beginning with 'format: 1'.
            """, folder.Errors());
    }

    [Fact]
    public void References_into_a_file_that_could_not_be_read_are_not_told()
    {
        using var folder = new PlanFolder().With("1.yaml", Municipalities + "\n  - { code: ").With("2.yaml", Goals).With("3.yaml", Good);
        Assert.Equal("1.yaml:4:5: YAML_SYNTAX This is not YAML: what begins here is not closed, or something in it is not.", folder.Errors());
    }

    [Fact]
    public void A_file_with_very_many_mistakes_shows_the_first_two_hundred_and_says_so()
    {
        using var folder = new PlanFolder().With("1.yaml", "format: 1\nmunicipalities:\n" + string.Concat(Enumerable.Range(1, 300).Select(_ => "  - { code: \"012132\", name: 見本市 }\n")));
        var errors = folder.Errors().Split('\n');
        Assert.Equal(201, errors.Length);
        Assert.StartsWith("1.yaml:202:13: INVALID_MUNICIPALITY_CODE", errors[199], StringComparison.Ordinal);
        Assert.Equal("1.yaml:1:1: TOO_MANY_ERRORS 100 more errors were found in this file; only the first 200 are shown. Mend these and check again.", errors[200]);
    }
}
