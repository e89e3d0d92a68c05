using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>Plans side by side: one statement for the cells, rows and gaps are made of them.</summary>
internal sealed partial class SqlAnswers
{
    private static void Compare(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        var slugs = JsonSerializer.Serialize(asked.Plans.Select(Ids.KeyOf));
        var sdgs = new List<(int Id, int Number)>();
        using (var rows = session.Select("SELECT id, number FROM framework_goal WHERE parent_id IS NULL AND iri LIKE 'http://metadata.un.org/sdg/%' ORDER BY id"))
        {
            while (rows.Read()) sdgs.Add((rows.GetInt32(0), rows.GetInt32(1)));
        }

        var cells = new Dictionary<(int Goal, int Plan), (int Measures, int Rated, double? Mean)>();
        using (var rows = session.Select(
            $"""
            WITH {Sdg},
            asked AS (SELECT p.id, j.key AS place FROM json_each($slugs) j JOIN plan p ON p.slug = j.value),
            rated AS MATERIALIZED (
              SELECT e.id, e.parent_id, k.place, {Latest}
                FROM asked k CROSS JOIN element e ON e.plan_id = k.id CROSS JOIN plan_level v ON v.id = e.plan_level_id {Ratings} WHERE v.role = 'Measure' GROUP BY e.id),
            served AS (
              SELECT DISTINCT r.id, g.goal FROM rated r CROSS JOIN tag t ON t.element_id IN (r.id, r.parent_id) CROSS JOIN sdg g ON g.id = t.framework_goal_id
               WHERE t.basis <> 'Inferred')
            SELECT s.goal, r.place, {Summary} FROM served s JOIN rated r ON r.id = s.id GROUP BY 1, 2
            """,
            ("$slugs", slugs)))
        {
            while (rows.Read()) cells.Add((rows.GetInt32(0), rows.GetInt32(1)), (rows.GetInt32(2), rows.GetInt32(3), Mean(rows, 4)));
        }

        json.WriteStartObject(Names.Compare);
        json.WriteStartArray(Names.Rows);
        foreach (var (goal, number) in sdgs)
        {
            json.WriteStartObject();
            Goal(number, json);
            json.WriteStartArray(Names.Cells);
            for (var p = 0; p < asked.Plans.Count; p++)
            {
                var cell = cells.GetValueOrDefault((goal, p));
                json.WriteStartObject();
                json.WriteNumber(Names.MeasureCount, cell.Measures);
                json.WriteNumber(Names.Rated, cell.Rated);
                if (cell.Mean is { } mean) json.WriteNumber(Names.MeanProgress, mean);
                else json.WriteNull(Names.MeanProgress);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.Gaps);
        foreach (var (goal, number) in sdgs)
        {
            var present = Enumerable.Range(0, asked.Plans.Count).ToLookup(p => cells.ContainsKey((goal, p)), p => asked.Plans[p]);
            if (present.Count < 2) continue;
            json.WriteStartObject();
            Goal(number, json);
            Plans(Names.PresentIn, present[true], json);
            Plans(Names.AbsentFrom, present[false], json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Goal(int number, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.Goal);
        json.WriteNumber(Names.Number, number);
        json.WriteEndObject();
    }

    private static void Plans(JsonEncodedText name, IEnumerable<string> plans, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteString(Names.Id, plan);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
