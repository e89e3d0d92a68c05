using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>What is computed over measures, by the database.</summary>
internal sealed partial class SqlAnswers
{
    private const int PageSize = 20;

    /// <summary>The latest rating of each measure: of rows with the greatest period SQLite takes the other columns too.</summary>
    private const string Latest = """
        latest AS (
          SELECT a.element_id, a.percent, s.number AS scale, a.assessor, coalesce(a.method, '') AS method, max(t.ends_on)
            FROM assessment a JOIN period t ON t.id = a.period_id JOIN temp.scale_number s ON s.id = a.rating_scale_id
           WHERE a.element_id IN (SELECT id FROM counted) AND a.missing IS NULL AND NOT a.forecast
           GROUP BY a.element_id)
        """;

    /// <summary>The SDGs that each measure serves, by its own tags or those of the two elements above it, each once.</summary>
    private const string Served = """
        served AS (
          SELECT c.id, coalesce(g.parent_id, g.id) AS goal FROM counted c JOIN tag t ON t.element_id = c.id JOIN framework_goal g ON g.id = t.framework_goal_id
           WHERE t.basis <> 'Inferred' AND g.iri LIKE 'http://metadata.un.org/sdg/%'
          UNION
          SELECT c.id, coalesce(g.parent_id, g.id) FROM counted c JOIN tag t ON t.element_id = c.parent_id JOIN framework_goal g ON g.id = t.framework_goal_id
           WHERE t.basis <> 'Inferred' AND g.iri LIKE 'http://metadata.un.org/sdg/%'
          UNION
          SELECT c.id, coalesce(g.parent_id, g.id) FROM counted c JOIN element e ON e.id = c.parent_id JOIN tag t ON t.element_id = e.parent_id JOIN framework_goal g ON g.id = t.framework_goal_id
           WHERE t.basis <> 'Inferred' AND g.iri LIKE 'http://metadata.un.org/sdg/%')
        """;

    private const string Summary = """
        count(*), count(l.element_id), sum(l.percent), count(l.percent), min(l.percent), max(l.percent),
        min(l.scale) = max(l.scale) AND min(l.assessor) = max(l.assessor) AND min(l.method) = max(l.method)
        """;

    private static void FilteredPage(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        var (plan, slug) = asked.After is null ? (null, null) : Split(Ids.KeyOf(asked.After));
        json.WriteStartObject(Names.Measures);
        var (nodes, total, last, more) = (0, 0, (string?)null, false);
        using var rows = session.Select(
            $"""
            WITH counted AS (SELECT e.id FROM element e JOIN plan_level v ON v.id = e.plan_level_id WHERE v.role = 'Measure' AND instr(coalesce(e.title_ja, e.title_en), $text) > 0),
            {Latest},
            found AS MATERIALIZED (
              SELECT l.percent, m.code, p.slug AS plan, e.id, e.slug, coalesce(e.title_ja, e.title_en) AS title, coalesce(p.title_ja, p.title_en) AS plan_title, coalesce(m.name_ja, m.name_en) AS name
                FROM latest l JOIN element e ON e.id = l.element_id JOIN plan p ON p.id = e.plan_id JOIN municipality m ON m.id = p.municipality_id
               WHERE l.percent >= 80)
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
            WITH counted AS (SELECT e.id, e.parent_id, e.plan_id FROM element e JOIN plan_level v ON v.id = e.plan_level_id WHERE v.role = 'Measure'),
            {Latest},
            {Served},
            prefecture AS (SELECT coalesce(prefecture_ja, prefecture_en) AS name, min(code) AS first FROM municipality WHERE coalesce(prefecture_ja, prefecture_en) IS NOT NULL GROUP BY 1)
            SELECT g.code, coalesce(g.title_ja, g.title_en), f.name, {Summary}
              FROM counted c JOIN plan p ON p.id = c.plan_id JOIN municipality m ON m.id = p.municipality_id
              LEFT JOIN prefecture f ON f.name = coalesce(m.prefecture_ja, m.prefecture_en)
              LEFT JOIN served s ON s.id = c.id LEFT JOIN framework_goal g ON g.id = s.goal LEFT JOIN latest l ON l.element_id = c.id
             GROUP BY g.id, f.name ORDER BY g.id IS NULL, g.id, f.first IS NULL, f.first
            """);
        while (rows.Read())
        {
            json.WriteStartObject();
            json.WriteStartArray(Names.Keys);
            Key(rows.TextOrNull(0) ?? "NONE", rows.TextOrNull(1) ?? "SDGsのタグなし", json);
            Key(rows.TextOrNull(2) ?? "NONE", rows.TextOrNull(2) ?? "都道府県の記載なし", json);
            json.WriteEndArray();
            json.WriteNumber(Names.Count, rows.GetInt32(3));
            json.WriteNumber(Names.Rated, rows.GetInt32(4));
            json.WriteNumber(Names.Missing, rows.GetInt32(3) - rows.GetInt32(4));
            if (Mean(rows, 5) is not { } mean)
            {
                json.WriteNull(Names.Progress);
            }
            else
            {
                json.WriteStartObject(Names.Progress);
                json.WriteNumber(Names.Mean, mean);
                json.WriteNumber(Names.Minimum, rows.GetDouble(7));
                json.WriteNumber(Names.Maximum, rows.GetDouble(8));
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
