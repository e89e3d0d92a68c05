using System.Globalization;
using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Sql;

/// <summary>A municipality's plans to their measures: one statement a table.</summary>
internal sealed partial class SqlAnswers
{
    private const string ElementsOf = "municipality m JOIN plan p ON p.municipality_id = m.id JOIN element e ON e.plan_id = p.id";

    private sealed record PlanRow(int Id, string Slug, string Title, string Kind);

    private sealed class ElementRow
    {
        public required int Id { get; init; }
        public required int Plan { get; init; }
        public required int? Parent { get; init; }
        public required int Level { get; init; }
        public required string Role { get; init; }
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public ElementRow? Above { get; set; }
        public List<string> Departments { get; } = [];
        public SortedList<string, double?> Rated { get; } = [];
        public SortedSet<string> Times { get; } = [];
        public List<int> Sdgs { get; } = [];
    }

    private static void Tree(SqlSession session, Asked asked, Utf8JsonWriter json)
    {
        var plans = new List<PlanRow>();
        var name = "";
        using (var rows = session.Select(
            "SELECT coalesce(m.name_ja, m.name_en), p.id, p.slug, coalesce(p.title_ja, p.title_en), p.kind FROM municipality m JOIN plan p ON p.municipality_id = m.id WHERE m.code = $code ORDER BY p.slug",
            ("$code", asked.Code)))
        {
            while (rows.Read())
            {
                name = rows.GetString(0);
                plans.Add(new PlanRow(rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetString(4)));
            }
        }

        var elements = Elements(session, asked.Code!);
        json.WriteStartObject(Names.Municipality);
        json.WriteString(Names.Code, asked.Code);
        json.WriteString(Names.Name, name);
        json.WriteStartArray(Names.Plans);
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteString(Names.Id, Ids.Of("Plan", plan.Slug));
            json.WriteString(Names.Title, plan.Title);
            json.WriteString(Names.Kind, Names.EnumValue(plan.Kind));
            json.WriteStartArray(Names.Goals);
            var own = elements.FindAll(e => e.Plan == plan.Id);
            foreach (var goal in own.Where(e => e.Role == "Goal"))
            {
                json.WriteStartObject();
                json.WriteString(Names.Id, Ids.Of("Goal", $"{plan.Slug}/{goal.Slug}"));
                json.WriteString(Names.Title, goal.Title);
                json.WriteStartArray(Names.Measures);
                foreach (var measure in own.Where(e => e.Role == "Measure" && LiesBelow(e, goal))) Measure(plan, measure, json);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool LiesBelow(ElementRow element, ElementRow goal)
    {
        for (var above = element.Above; above is not null; above = above.Above)
        {
            if (above == goal) return true;
        }

        return false;
    }

    private static List<ElementRow> Elements(SqlSession session, string code)
    {
        var (elements, byId) = (new List<ElementRow>(), new Dictionary<int, ElementRow>());
        using (var rows = session.Select(
            $"SELECT e.id, e.plan_id, e.parent_id, e.plan_level_id, l.role, e.slug, coalesce(e.title_ja, e.title_en) FROM {ElementsOf} JOIN plan_level l ON l.id = e.plan_level_id WHERE m.code = $code ORDER BY e.id",
            ("$code", code)))
        {
            while (rows.Read())
            {
                var element = new ElementRow
                {
                    Id = rows.GetInt32(0), Plan = rows.GetInt32(1), Parent = rows.IsDBNull(2) ? null : rows.GetInt32(2), Level = rows.GetInt32(3), Role = rows.GetString(4),
                    Slug = rows.GetString(5), Title = rows.GetString(6),
                };
                element.Above = element.Parent is { } parent ? byId[parent] : null;
                elements.Add(element);
                byId.Add(element.Id, element);
            }
        }

        using (var rows = session.Select(
            $"SELECT r.element_id, d.name FROM {ElementsOf} JOIN responsibility r ON r.element_id = e.id JOIN department d ON d.id = r.department_id WHERE m.code = $code ORDER BY r.id",
            ("$code", code)))
        {
            while (rows.Read()) byId[rows.GetInt32(0)].Departments.Add(rows.GetString(1));
        }

        using (var rows = session.Select(
            $"SELECT a.element_id, t.ends_on, q.missing IS NOT NULL, q.percent FROM {ElementsOf} JOIN assessment a ON a.element_id = e.id JOIN rating q ON q.id = a.rating_id JOIN reporting o ON o.id = a.reporting_id JOIN period t ON t.id = o.period_id WHERE m.code = $code AND NOT o.forecast ORDER BY a.id",
            ("$code", code)))
        {
            while (rows.Read())
            {
                byId[rows.GetInt32(0)].Times.Add(rows.GetString(1));
                if (!rows.GetBoolean(2)) byId[rows.GetInt32(0)].Rated[rows.GetString(1)] = rows.IsDBNull(3) ? null : rows.GetDouble(3);
            }
        }

        using (var rows = session.Select(
            $"""
            SELECT t.element_id, coalesce(top.number, g.number) FROM {ElementsOf} JOIN tag t ON t.element_id = e.id
              JOIN framework_goal g ON g.id = t.framework_goal_id LEFT JOIN framework_goal top ON top.id = g.parent_id
             WHERE m.code = $code AND t.basis <> 'Inferred' AND g.iri LIKE 'http://metadata.un.org/sdg/%' ORDER BY t.id
            """,
            ("$code", code)))
        {
            while (rows.Read()) byId[rows.GetInt32(0)].Sdgs.Add(rows.GetInt32(1));
        }

        // What stands beside something rated, and is not, has a place for a rating all the same.
        foreach (var beside in elements.GroupBy(e => (e.Plan, e.Parent, e.Level)))
        {
            var times = beside.SelectMany(e => e.Rated.Keys).Distinct().ToList();
            foreach (var element in beside) element.Times.UnionWith(times);
        }

        return elements;
    }

    private static void Measure(PlanRow plan, ElementRow measure, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(Names.Id, Ids.Of("Measure", $"{plan.Slug}/{measure.Slug}"));
        json.WriteString(Names.Title, measure.Title);
        json.WriteStartArray(Names.Departments);
        foreach (var department in measure.Departments)
        {
            json.WriteStartObject();
            json.WriteString(Names.Name, department);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.ProgressSeries);
        foreach (var time in measure.Times)
        {
            var day = DateOnly.Parse(time, CultureInfo.InvariantCulture);
            var isRated = measure.Rated.TryGetValue(time, out var percent);
            json.WriteStartObject();
            json.WriteStartObject(Names.FiscalYear);
            json.WriteNumber(Names.Year, day.Month >= 4 ? day.Year : day.Year - 1);
            json.WriteEndObject();
            if (percent is { } figure) json.WriteNumber(Names.Percent, figure);
            else json.WriteNull(Names.Percent);
            json.WriteString(Names.Verdict, isRated ? Names.PublishedOnly : Names.NotRated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.SdgGoals);
        var sdgs = new List<int>();
        for (var element = measure; element is not null; element = element.Above)
        {
            foreach (var sdg in element.Sdgs)
            {
                if (!sdgs.Contains(sdg)) sdgs.Add(sdg);
            }
        }

        foreach (var sdg in sdgs)
        {
            json.WriteStartObject();
            json.WriteNumber(Names.Number, sdg);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
