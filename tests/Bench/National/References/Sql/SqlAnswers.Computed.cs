using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>What is computed over measures, by the database. Measures serve what they are tagged with, and what stands above them is: goals, as in the national files.</summary>
internal sealed partial class SqlAnswers
{
    private const int PageSize = 20;

    /// <summary>Of one measure's rows those with the greatest period: SQLite takes the other columns of the row that has the maximum.</summary>
    private const string Latest = "q.percent, s.number AS scale, iif(q.id IS NULL, NULL, o.assessor) AS assessor, iif(q.id IS NULL, NULL, coalesce(o.method, '')) AS method, max(t.ends_on)";

    /// <summary>A measure's ratings; joined to e, its element, which v, its level, says is one.</summary>
    private const string Ratings = """
        LEFT JOIN assessment a ON a.element_id = e.id
        LEFT JOIN reporting o ON o.id = a.reporting_id AND NOT o.forecast
        LEFT JOIN rating q ON q.id = a.rating_id AND q.missing IS NULL AND o.id IS NOT NULL
        LEFT JOIN period t ON t.id = o.period_id AND q.id IS NOT NULL LEFT JOIN temp.scale_number s ON s.id = q.rating_scale_id
        """;

    /// <summary>Each of the SDGs and its targets, with the goal.</summary>
    private const string Sdg = "sdg AS MATERIALIZED (SELECT id, coalesce(parent_id, id) AS goal FROM framework_goal WHERE iri LIKE 'http://metadata.un.org/sdg/%')";

    private const string Summary = """
        count(*), count(scale), sum(percent), count(percent), min(percent), max(percent),
        min(scale) = max(scale) AND min(assessor) = max(assessor) AND min(method) = max(method)
        """;

    private static void FilteredPage(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        var (plan, slug) = asked.After is null ? (null, null) : Split(Ids.KeyOf(asked.After));
        json.WriteStartObject(Names.Measures);
        var (nodes, total, last, more) = (0, 0, (string?)null, false);
        using var rows = session.Select(
            $"""
            WITH rated AS (
              SELECT e.id, {Latest} FROM element e CROSS JOIN plan_level v ON v.id = e.plan_level_id {Ratings}
               WHERE v.role = 'Measure' AND instr(coalesce(e.title_ja, e.title_en), $text) > 0 GROUP BY e.id),
            found AS MATERIALIZED (
              SELECT r.percent, m.code, p.slug AS plan, e.id, e.slug, coalesce(e.title_ja, e.title_en) AS title, coalesce(p.title_ja, p.title_en) AS plan_title, coalesce(m.name_ja, m.name_en) AS name
                FROM rated r JOIN element e ON e.id = r.id JOIN plan p ON p.id = e.plan_id JOIN municipality m ON m.id = p.municipality_id
               WHERE r.percent >= 80)
            SELECT (SELECT count(*) FROM found), percent, plan, slug, title, plan_title, name FROM found
             WHERE $plan IS NULL OR (-percent, code, plan, id) > (SELECT -f.percent, f.code, f.plan, f.id FROM found f WHERE f.plan = $plan AND f.slug = $slug)
             ORDER BY percent DESC, code, plan, id LIMIT {PageSize + 1}
            """,
            ("$text", asked.Text), ("$plan", plan), ("$slug", slug));
        json.WriteStartArray(Names.Nodes);
        while (rows.Read())
        {
            total = rows.GetInt32(0);
            if (nodes++ == PageSize)
            {
                more = true;
                break;
            }

            last = Ids.Of("Measure", $"{rows.GetString(2)}/{rows.GetString(3)}");
            json.WriteStartObject();
            json.WriteString(Names.Id, last);
            json.WriteString(Names.Title, rows.GetString(4));
            json.WriteStartObject(Names.Plan);
            json.WriteString(Names.Title, rows.GetString(5));
            json.WriteStartObject(Names.Municipality);
            json.WriteString(Names.Name, rows.GetString(6));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject(Names.Progress);
            json.WriteNumber(Names.Percent, rows.GetDouble(1));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber(Names.TotalCount, total);
        PageInfo(more, last, json);
        json.WriteEndObject();
    }

    private static (string Plan, string Element) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..slash], key[(slash + 1)..]);
    }

    private static void Groups(SqlSession session, Utf8JsonWriter json)
    {
        json.WriteStartArray(Names.MeasureGroups);
        using var rows = session.Select(
            $"""
            WITH {Sdg},
            rated AS MATERIALIZED (
              SELECT e.id, e.plan_id, {Latest} FROM element e CROSS JOIN plan_level v ON v.id = e.plan_level_id {Ratings} WHERE v.role = 'Measure' GROUP BY e.id),
            served AS MATERIALIZED (
              SELECT t.element_id AS id, g.goal FROM tag t CROSS JOIN sdg g ON g.id = t.framework_goal_id WHERE t.basis <> 'Inferred' AND t.element_id IS NOT NULL
               UNION
              SELECT e.id, g.goal FROM tag t CROSS JOIN element e ON e.parent_id = t.element_id CROSS JOIN sdg g ON g.id = t.framework_goal_id WHERE t.basis <> 'Inferred'),
            prefecture AS MATERIALIZED (
              SELECT p.id AS plan_id, coalesce(m.prefecture_ja, m.prefecture_en) AS name, min(m.code) OVER (PARTITION BY coalesce(m.prefecture_ja, m.prefecture_en)) AS first
                FROM plan p JOIN municipality m ON m.id = p.municipality_id),
            grouped AS (
              SELECT s.goal, f.name, f.first, {Summary}
                FROM rated r LEFT JOIN served s ON s.id = r.id LEFT JOIN prefecture f ON f.plan_id = r.plan_id
               GROUP BY s.goal, f.first)
            SELECT g.code, coalesce(g.title_ja, g.title_en), grouped.* FROM grouped LEFT JOIN framework_goal g ON g.id = goal
             ORDER BY goal IS NULL, goal, name IS NULL, first
            """);
        while (rows.Read())
        {
            json.WriteStartObject();
            json.WriteStartArray(Names.Keys);
            Key(rows.TextOrNull(0) ?? "NONE", rows.TextOrNull(1) ?? "SDGsのタグなし", json);
            Key(rows.TextOrNull(3) ?? "NONE", rows.TextOrNull(3) ?? "都道府県の記載なし", json);
            json.WriteEndArray();
            json.WriteNumber(Names.Count, rows.GetInt32(5));
            json.WriteNumber(Names.Rated, rows.GetInt32(6));
            json.WriteNumber(Names.Missing, rows.GetInt32(5) - rows.GetInt32(6));
            if (Mean(rows, 7) is not { } mean)
            {
                json.WriteNull(Names.Progress);
            }
            else
            {
                json.WriteStartObject(Names.Progress);
                json.WriteNumber(Names.Mean, mean);
                json.WriteNumber(Names.Minimum, rows.GetDouble(9));
                json.WriteNumber(Names.Maximum, rows.GetDouble(10));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Key(string key, string label, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(Names.Key, key);
        json.WriteString(Names.Label, label);
        json.WriteEndObject();
    }

    /// <summary>Of a sum, a count, the least, the greatest, and whether all is of one yardstick.</summary>
    private static double? Mean(SqliteDataReader rows, int sum) =>
        rows.GetInt32(sum + 1) == 0 || rows.GetInt32(sum + 4) == 0 ? null : Math.Round(rows.GetDouble(sum) / rows.GetInt32(sum + 1), 12);
}
