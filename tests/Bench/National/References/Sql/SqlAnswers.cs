using System.Collections.Concurrent;
using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>The questions answered by SQL, a few statements each. The tree and the computed ones stand in files of their own.</summary>
/// <param name="file">The release file.</param>
internal sealed partial class SqlAnswers(string file)
{
    private readonly ConcurrentBag<SqlSession> _sessions = [];

    public void Answer(Asked asked, Utf8JsonWriter json)
    {
        if (!_sessions.TryTake(out var session)) session = new SqlSession(file);
        switch (asked.Operation)
        {
            case "Tiny":
                Tiny(session, asked, json);
                break;
            case "Tree":
                Tree(session, asked, json);
                break;
            case "List":
                List(session, asked, json);
                break;
            case "FilteredPage":
                FilteredPage(session, asked, json);
                break;
            case "Groups":
                Groups(session, json);
                break;
            case "Compare":
                Compare(session, asked, json);
                break;
            case "Search":
                Search(session, asked, json);
                break;
            default:
                throw new ArgumentException($"There is no question '{asked.Operation}'.");
        }

        _sessions.Add(session);
    }

    private static void Tiny(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        using var row = session.Select("SELECT coalesce(title_ja, title_en) FROM plan WHERE slug = $slug", ("$slug", Ids.KeyOf(asked.Id!)));
        row.Read();
        json.WriteStartObject(Names.Plan);
        json.WriteString(Names.Id, asked.Id);
        json.WriteString(Names.Title, row.GetString(0));
        json.WriteEndObject();
    }

    private static void List(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        const int First = 50;
        var municipalities = new List<(int Id, string Code, string Name)>();
        using (var rows = session.Select(
            "SELECT id, code, coalesce(name_ja, name_en) FROM municipality WHERE code > $after ORDER BY code LIMIT $most",
            ("$after", asked.After is null ? "" : Ids.KeyOf(asked.After)), ("$most", First + 1)))
        {
            while (rows.Read()) municipalities.Add((rows.GetInt32(0), rows.GetString(1), rows.GetString(2)));
        }

        var hasNext = municipalities.Count > First;
        if (hasNext) municipalities.RemoveAt(First);
        json.WriteStartObject(Names.Municipalities);
        json.WriteStartArray(Names.Nodes);
        if (municipalities.Count > 0) Municipalities(session, municipalities, json);
        json.WriteEndArray();
        PageInfo(hasNext, municipalities is [.., var last] ? Ids.Of("Municipality", last.Code) : null, json);
        json.WriteEndObject();
    }

    private static void Municipalities(SqlSession session, List<(int Id, string Code, string Name)> municipalities, Utf8JsonWriter json)
    {
        using var rows = session.Select(
            """
            SELECT m.id, p.id, p.slug, coalesce(p.title_ja, p.title_en), p.kind, e.slug, coalesce(e.title_ja, e.title_en)
              FROM municipality m
              JOIN plan p ON p.municipality_id = m.id
              LEFT JOIN plan_level l ON l.plan_id = p.id AND l.role = 'Goal' LEFT JOIN element e ON e.plan_level_id = l.id
             WHERE m.code BETWEEN $from AND $to
             ORDER BY m.code, p.slug, e.id
            """,
            ("$from", municipalities[0].Code), ("$to", municipalities[^1].Code));
        var more = rows.Read();
        foreach (var (id, code, name) in municipalities)
        {
            json.WriteStartObject();
            json.WriteString(Names.Code, code);
            json.WriteString(Names.Name, name);
            json.WriteStartArray(Names.Plans);
            while (more && rows.GetInt32(0) == id)
            {
                var (plan, slug) = (rows.GetInt32(1), rows.GetString(2));
                json.WriteStartObject();
                json.WriteString(Names.Id, Ids.Of("Plan", slug));
                json.WriteString(Names.Title, rows.GetString(3));
                json.WriteString(Names.Kind, Names.EnumValue(rows.GetString(4)));
                json.WriteStartArray(Names.Goals);
                while (more && rows.GetInt32(1) == plan)
                {
                    if (!rows.IsDBNull(5))
                    {
                        json.WriteStartObject();
                        json.WriteString(Names.Id, Ids.Of("Goal", $"{slug}/{rows.GetString(5)}"));
                        json.WriteString(Names.Title, rows.GetString(6));
                        json.WriteEndObject();
                    }

                    more = rows.Read();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void PageInfo(bool hasNext, string? end, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.PageInfo);
        json.WriteBoolean(Names.HasNextPage, hasNext);
        json.WriteString(Names.EndCursor, end);
        json.WriteEndObject();
    }
}
