using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>The real plans compared and grouped, against what else the server says of them.</summary>
[Collection(nameof(RunningServer))]
public sealed class SeedComparisonTests(RunningServer server)
{
    private const string FourthTerm = "市長公約（4期目）", Kanazawa = "金澤", Hokuto = "骨子案";

    [Theory]
    [InlineData(FourthTerm, 2019)]
    [InlineData(FourthTerm, 2020)]
    [InlineData(Kanazawa, 2025)]
    public async Task A_goals_measures_have_the_mean_that_the_plans_rule_rounds(string plan, int year)
    {
        var data = await server.Data(
            """
            query ($plan: String, $year: Int) {
              goals(where: { plan: { title: { contains: $plan } } }) { nodes { id progress(fiscalYear: $year) { computed { exact parts rated } } } }
              measureGroups(by: [GOAL], where: { plan: { title: { contains: $plan } } }, fiscalYear: $year) { keys { key } count rated progress { mean } }
            }
            """, new { plan, year });

        var groups = data.GetProperty("measureGroups").EnumerateArray().ToList();
        var goals = data.GetProperty("goals").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(goals.Select(g => g.GetProperty("id").GetString()), groups.Select(g => g.GetProperty("keys")[0].GetProperty("key").GetString()));
        foreach (var (goal, group) in goals.Zip(groups))
        {
            var computed = goal.GetProperty("progress").GetProperty("computed");
            Assert.Equal((computed.GetProperty("parts").GetInt32(), computed.GetProperty("rated").GetInt32()), (group.GetProperty("count").GetInt32(), group.GetProperty("rated").GetInt32()));
            Assert.Equal(computed.GetProperty("exact").GetDouble(), group.GetProperty("progress").GetProperty("mean").GetDouble(), 9);
        }
    }

    [Fact]
    public async Task Plans_are_compared_by_sdg_as_a_reader_of_their_measures_would()
    {
        var plans = new List<JsonElement>();
        foreach (var title in new[] { FourthTerm, Kanazawa, Hokuto })
        {
            var found = await server.Data("query ($title: String) { plans(where: { title: { contains: $title } }) { nodes { id measures { id sdgGoals { code } progress { percent } } } } }", new { title });
            plans.Add(Assert.Single(found.GetProperty("plans").GetProperty("nodes").EnumerateArray()));
        }

        var framework = (await server.Data("{ sdgGoals { framework { id } } }")).GetProperty("sdgGoals")[0].GetProperty("framework").GetProperty("id").GetString();
        var rows = (await server.Data(
            "query ($plans: [ID!]!, $framework: ID!) { compare(plans: $plans, framework: $framework) { rows { goal { code } cells { measures { id } rated meanProgress comparable note } } } }",
            new { plans = plans.Select(p => p.GetProperty("id").GetString()), framework })).GetProperty("compare").GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(1, 17).Select(n => $"{n}"), rows.Select(r => r.GetProperty("goal").GetProperty("code").GetString()));
        foreach (var row in rows)
        {
            var code = row.GetProperty("goal").GetProperty("code").GetString();
            foreach (var (plan, cell) in plans.Zip(row.GetProperty("cells").EnumerateArray()))
            {
                var measures = plan.GetProperty("measures").EnumerateArray().Where(m => m.GetProperty("sdgGoals").EnumerateArray().Any(g => g.GetProperty("code").GetString() == code)).ToList();
                var percents = measures.Select(m => m.GetProperty("progress")).Where(p => p.ValueKind is JsonValueKind.Object).Select(p => p.GetProperty("percent").GetDouble()).ToList();

                Assert.Equal(measures.Select(m => m.GetProperty("id").GetString()), cell.GetProperty("measures").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
                Assert.Equal(percents.Count, cell.GetProperty("rated").GetInt32());
                if (percents.Count == 0) Assert.Equal(JsonValueKind.Null, cell.GetProperty("meanProgress").ValueKind);
                else Assert.Equal(percents.Average(), cell.GetProperty("meanProgress").GetDouble(), 9);
                Assert.Equal(percents.Count > 0 && percents.Count == measures.Count, cell.GetProperty("comparable").GetBoolean());
                Assert.True(cell.GetProperty("comparable").GetBoolean() || cell.GetProperty("note").GetString() is { Length: > 0 });
            }
        }

        Assert.Contains(rows, r => r.GetProperty("cells")[2].GetProperty("note").GetString()!.EndsWith("is rated, which is not zero.", StringComparison.Ordinal));
    }

    /// <summary>Two dimensions in both of which a measure has several values: a hundred groups and more.</summary>
    [Fact]
    public async Task Measures_are_grouped_by_sdg_and_department_as_a_reader_of_their_lists_would()
    {
        var data = await server.Data(
            """
            {
              measures(first: 100) { nodes { sdgTags(basis: [STATED, INHERITED, CURATED]) { goal { code parent { code } } } departments { id } initiatives { departments { id } } } }
              measureGroups(by: [SDG_GOAL, DEPARTMENT]) { keys { key } count }
            }
            """);
        var expected = new Dictionary<(string, string), int>();
        foreach (var measure in data.GetProperty("measures").GetProperty("nodes").EnumerateArray())
        {
            var goals = measure.GetProperty("sdgTags").EnumerateArray().Select(t => t.GetProperty("goal"))
                .Select(g => (g.GetProperty("parent") is { ValueKind: JsonValueKind.Object } parent ? parent : g).GetProperty("code").GetString()!).Distinct().DefaultIfEmpty("NONE").ToList();
            var departments = Ids(measure).Concat(measure.GetProperty("initiatives").EnumerateArray().SelectMany(Ids)).Distinct().DefaultIfEmpty("NONE");
            foreach (var key in departments.SelectMany(d => goals, (d, g) => (g, d))) expected[key] = expected.GetValueOrDefault(key) + 1;
        }

        var groups = data.GetProperty("measureGroups").EnumerateArray().ToDictionary(
            g => (g.GetProperty("keys")[0].GetProperty("key").GetString()!, g.GetProperty("keys")[1].GetProperty("key").GetString()!), g => g.GetProperty("count").GetInt32());
        Assert.True(groups.Count > 100);
        Assert.Equal(expected.OrderBy(e => e.Key), groups.OrderBy(g => g.Key));

        static IEnumerable<string> Ids(JsonElement element) => element.GetProperty("departments").EnumerateArray().Select(d => d.GetProperty("id").GetString()!);
    }
}
