using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>A search for one Japanese word, which stands in texts as it is looked for.</summary>
internal sealed partial class SqlAnswers
{
    private static void Search(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        using var rows = session.Select(
            $"""
            WITH texts AS (
              SELECT id AS element, title_ja AS text, 1.0 AS most FROM element WHERE instr(title_ja, $word) UNION ALL
              SELECT id, title_en, 1.0 FROM element WHERE instr(title_en, $word) UNION ALL
              SELECT id, subtitle_ja, 0.8 FROM element WHERE instr(subtitle_ja, $word) UNION ALL
              SELECT id, subtitle_en, 0.8 FROM element WHERE instr(subtitle_en, $word) UNION ALL
              SELECT id, summary_ja, 0.5 FROM element WHERE instr(summary_ja, $word) UNION ALL
              SELECT id, summary_en, 0.5 FROM element WHERE instr(summary_en, $word) UNION ALL
              SELECT element_id, text_ja, 0.3 FROM activity WHERE instr(text_ja, $word) UNION ALL
              SELECT element_id, text_en, 0.3 FROM activity WHERE instr(text_en, $word)),
            found AS MATERIALIZED (
              SELECT element, max(most * (0.7 + 0.2 * length($word) / length(text) + CASE instr(text, $word) WHEN 1 THEN 0.1 ELSE 0 END)) AS score FROM texts GROUP BY element)
            SELECT (SELECT count(*) FROM found), f.score, l.role, p.slug, e.slug, coalesce(e.title_ja, e.title_en)
              FROM found f JOIN element e ON e.id = f.element JOIN plan_level l ON l.id = e.plan_level_id JOIN plan p ON p.id = e.plan_id JOIN municipality m ON m.id = p.municipality_id
             ORDER BY f.score DESC, m.code, p.slug, e.id LIMIT {PageSize}
            """,
            ("$word", asked.Text));
        json.WriteStartObject(Names.Search);
        var (total, found, last) = (0, 0, (string?)null);
        json.WriteStartArray(Names.Edges);
        for (; rows.Read(); found++)
        {
            total = rows.GetInt32(0);
            last = Ids.Of(rows.GetString(2), $"{rows.GetString(3)}/{rows.GetString(4)}");
            json.WriteStartObject();
            json.WriteNumber(Names.Score, rows.GetDouble(1));
            json.WriteStartObject(Names.Node);
            json.WriteString(Names.Id, last);
            json.WriteString(Names.Title, rows.GetString(5));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber(Names.TotalCount, total);
        PageInfo(total > found, last, json);
        json.WriteEndObject();
    }
}
