using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>Revisions, plans as of a day, and indicators, over fictitious plans that use all of it (beside the tests of the domain).</summary>
public sealed class TimeTests(TimeTests.Revised revised) : IClassFixture<TimeTests.Revised>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RunningServer _server = revised.Server;

    public sealed class Revised : IAsyncLifetime
    {
        public RunningServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await RunningServer.Of(Path.Combine(Tool.Repository, "tests", "StrategyGraph.Plans.Tests", "History"));

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            Server.Dispose();
        }
    }

    private async Task<JsonElement> Plan(string fields, string code = "012131")
    {
        var data = await _server.Data($$"""query ($code: MunicipalityCode!) { municipality(code: $code) { plans { {{fields}} } } }""", new { code });
        return Assert.Single(data.GetProperty("municipality").GetProperty("plans").EnumerateArray());
    }

    private async Task<(string Code, string Message)> Error(string query, object variables)
    {
        var error = Assert.Single((await _server.Query(query, variables)).GetProperty("errors").EnumerateArray());
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    private static string Text(JsonElement list, string field) => string.Join(' ', list.EnumerateArray().Select(item => item.GetProperty(field).ToString()));

    [Fact]
    public async Task Revisions_tell_what_changed_and_lead_to_it() => Snapshot.Match(JsonSerializer.Serialize(await Plan(
        """
        revisions {
          title titleEn: title(language: EN) date effective reason note kept document { title } citation { locator }
          changes { kind element { __typename title } indicator { name } others { title } title before beforeEn: before(language: EN) after reason citation { locator } }
          tallies { kind indicatorKind reason count citation { locator } }
        }
        milestones { title start end done note citation { locator } }
        """), Readable));

    [Fact]
    public async Task Changes_are_chosen_by_kind()
    {
        var plan = await Plan("revisions { changes(kinds: [RENAMED, RENUMBERED]) { kind } }");
        Assert.Equal("""{"revisions":[{"changes":[]},{"changes":[{"kind":"RENAMED"},{"kind":"RENUMBERED"}]}]}""", plan.GetRawText());
    }

    [Fact]
    public async Task An_indicator_has_its_values_as_printed_and_whether_it_reached_its_target() => Snapshot.Match(JsonSerializer.Serialize(await Plan(
        """
        indicators {
          kind name nameEn: name(language: EN) unit scale direction accumulation element { title } plan { title }
          baseline { ...O } targets { ...O } actuals { ...O } forecasts { ...O reportedOn } citations { locator }
          attainment { percent verdict formula target { text } actuals { text } baseline { text } }
          of2020: attainment(fiscalYear: 2020) { percent verdict formula }
          validity { introducedBy { title } endedBy { title } }
        }
        money { name text amount scale currency period { start end label } periodKind citation { locator } }
        """.Replace("...O", "kind text value comparator period { label } periodKind missing citation { locator }", StringComparison.Ordinal)), Readable));

    [Fact]
    public async Task Measures_are_chosen_by_whether_their_indicators_reached_their_targets()
    {
        var plan = await Plan(
            """
            reached: measures(where: { indicators: { some: { attainment: { verdict: { eq: REACHED } } } } }) { title }
            without: measures(where: { indicators: { any: false } }) { title }
            kpis: indicators(where: { kind: { eq: KPI }, attainment: { percent: { gte: 100 } } }) { name }
            byPercent: indicators(order: [{ attainment: { percent: DESC } }]) { name }
            added: indicators(where: { validity: { introducedBy: { effective: { gte: "2023-04-01" } } } }) { name }
            """);
        Assert.Equal(("子どもの居場所", "学童 防災 太陽光"), (Text(plan.GetProperty("reached"), "title"), Text(plan.GetProperty("without"), "title")));
        Assert.Equal(("定員", "定員 総人口 学童の数", "学童の数"), (Text(plan.GetProperty("kpis"), "name"), Text(plan.GetProperty("byPercent"), "name"), Text(plan.GetProperty("added"), "name")));
    }

    [Fact]
    public async Task What_was_ended_stays_in_the_plan_and_can_be_left_out()
    {
        var plan = await Plan(
            """
            measures { title validity { introducedBy { title } endedBy { title } } }
            holding: measures(where: { validity: { endedBy: null } }) { title }
            ended: initiatives(where: { validity: { endedBy: { effective: { lt: "2022-01-01" } } } }, order: [{ title: DESC }]) { title }
            goals { initiatives(where: { validity: { endedBy: null, introducedBy: null } }) { title } }
            statistics { goals themes measures initiatives indicators departments ratedMeasures sdgGoalsCovered repeats ended }
            """);
        Assert.Equal("子どもの居場所 学童 防災 太陽光", Text(plan.GetProperty("measures"), "title"));
        Assert.Equal("""{"introducedBy":null,"endedBy":{"title":"中間見直し"}}""", plan.GetProperty("measures")[1].GetProperty("validity").GetRawText());
        Assert.Equal("子どもの居場所 防災 太陽光", Text(plan.GetProperty("holding"), "title"));
        Assert.Equal("調査", Text(plan.GetProperty("ended"), "title"));
        Assert.Equal("保育所 保育所（再掲） 屋根", Text(plan.GetProperty("goals")[0].GetProperty("initiatives"), "title"));
        Assert.Equal(
            """{"goals":1,"themes":2,"measures":4,"initiatives":4,"indicators":3,"departments":2,"ratedMeasures":1,"sdgGoalsCovered":2,"repeats":1,"ended":3}""",
            plan.GetProperty("statistics").GetRawText());
    }

    private const string Shown = """status shownAsOf revisions { title } measures { label title summary validity { endedBy { title } } initiatives { title } } progress { percent } statistics { measures ended }""";

    [Theory]
    [InlineData("2020-03-31", "before")]
    [InlineData("2020-04-01", "first_day")]
    [InlineData("2022-05-01", "between")]
    [InlineData("2031-01-01", "after")]
    public async Task A_plan_is_asked_as_of_a_day(string day, string name) =>
        Snapshot.Match(JsonSerializer.Serialize(await Plan($$"""asOf(date: "{{day}}") { {{Shown}} }"""), Readable), $"as_of.{name}");

    [Fact]
    public async Task An_edition_has_ids_of_its_own_which_lead_back_to_it()
    {
        const string ids = "id goals { id measures { id indicators { id } initiatives { id } } } indicators { id } revisions { id }";
        var plan = await Plan($$"""{{ids}} asOf(date: "2022-05-01") { {{ids}} asOf(date: "2020-06-01") { id shownAsOf } }""");
        var edition = plan.GetProperty("asOf");
        var present = Ids(plan).Except(Ids(edition)).ToList();
        Assert.Equal("2020-06-01", edition.GetProperty("asOf").GetProperty("shownAsOf").GetString());

        List<string> all = [.. Ids(edition).Distinct()];
        Assert.Empty(all.Intersect(present));
        var nodes = (await _server.Data(
            """
            query ($ids: [ID!]!) {
              nodes(ids: $ids) { id ... on Plan { shownAsOf } ... on PlanElement { plan { shownAsOf } } ... on Indicator { plan { shownAsOf } } ... on Revision { plan { shownAsOf } } }
            }
            """, new { ids = all })).GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(all, nodes.Select(node => node.GetProperty("id").GetString()));
        Assert.Equal(["2022-05-01", "2020-06-01"], nodes.Select(node => (node.TryGetProperty("plan", out var of) ? of : node).GetProperty("shownAsOf").GetString()).Distinct().Order(StringComparer.Ordinal).Reverse());

        var data = await _server.Data("query ($id: ID!) { plan(id: $id) { id measures { title } municipality { plans { shownAsOf } } } }", new { id = edition.GetProperty("id").GetString() });
        Assert.Equal("保育の充実 学童 防災", Text(data.GetProperty("plan").GetProperty("measures"), "title"));
        Assert.Equal("""{"plans":[{"shownAsOf":null}]}""", data.GetProperty("plan").GetProperty("municipality").GetRawText());
    }

    [Fact]
    public async Task Links_of_an_edition_lead_to_other_plans_and_within_it_to_what_was_there()
    {
        const string links = "measures { title links { kind from { plan { shownAsOf } } to { title plan { shownAsOf } } } }";
        var plan = await Plan($$"""before: asOf(date: "2022-05-01") { {{links}} statistics { sdgGoalsCovered } } after: asOf(date: "2024-05-01") { {{links}} }""");
        const string abroad = """{"kind":"SAME_SUBJECT","from":{"plan":{"shownAsOf":"DAY"}},"to":{"title":"Homes for all","plan":{"shownAsOf":null}}}""";
        const string within = """{"kind":"ALIGNS_WITH","from":{"plan":{"shownAsOf":"2024-05-01"}},"to":{"title":"太陽光","plan":{"shownAsOf":"2024-05-01"}}}""";
        Assert.Equal($"[{abroad.Replace("DAY", "2022-05-01", StringComparison.Ordinal)}]", plan.GetProperty("before").GetProperty("measures")[0].GetProperty("links").GetRawText());
        Assert.Equal($"[{abroad.Replace("DAY", "2024-05-01", StringComparison.Ordinal)},{within}]", plan.GetProperty("after").GetProperty("measures")[0].GetProperty("links").GetRawText());
        Assert.Equal($"[{within}]", plan.GetProperty("after").GetProperty("measures")[2].GetProperty("links").GetRawText());
        Assert.Equal(1, plan.GetProperty("before").GetProperty("statistics").GetProperty("sdgGoalsCovered").GetInt32());
    }

    private static string Id(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [Theory]
    [InlineData("Plan:history@2022-13-01", "INVALID_ID")]
    [InlineData("Plan:history@2022-05-01@2022-05-01", "INVALID_ID")]
    [InlineData("Plan:history@", "INVALID_ID")]
    [InlineData("Plan:history@2022-5-1", "INVALID_ID")]
    [InlineData("Plan:history@2022-05-01/care", "INVALID_ID")]
    [InlineData("Measure:history@x/care", "INVALID_ID")]
    [InlineData("Measure:history@2022-05-01", "INVALID_ID")]
    [InlineData("Plan:history@2020-03-31", "NOT_FOUND")]
    [InlineData("Plan:none@2022-05-01", "NOT_FOUND")]
    [InlineData("Measure:history@2022-05-01/solar", "NOT_FOUND")]
    [InlineData("Goal:history@2022-05-01/care", "NOT_FOUND")]
    [InlineData("Indicator:history/none", "NOT_FOUND")]
    [InlineData("Indicator:history@2022-05-01/clubs", "NOT_FOUND")]
    [InlineData("Revision:history@2022-05-01/second", "NOT_FOUND")]
    public async Task An_id_that_no_edition_has_is_refused(string id, string code) =>
        Assert.Equal(code, (await Error("query ($id: ID!) { node(id: $id) { id } }", new { id = Id(id) })).Code);

    [Fact]
    public async Task Only_the_one_spelling_of_an_id_is_taken() => Assert.Equal(
        "INVALID_ID", (await Error("query ($id: ID!) { node(id: $id) { id } }", new { id = Id("Indicator:history/places") + "=" })).Code);

    [Fact]
    public async Task A_place_in_an_edition_is_no_cursor_of_the_list_of_all() => Assert.Equal(
        "CURSOR_GONE", (await Error("query ($id: String) { measures(after: $id) { totalCount } }", new { id = Id("Measure:history@2022-05-01/care") })).Code);

    [Fact]
    public async Task Plans_are_searched_as_they_stand() => Assert.Equal(
        ("INVALID_ARGUMENT", "'plans' names a plan as of 2022-05-01: plans are compared and searched as they stand."),
        await Error("query ($id: ID!) { search(text: \"子ども\", plans: [$id]) { totalCount } }", new { id = Id("Plan:history@2022-05-01") }));

    [Fact]
    public async Task Many_days_are_asked_at_once_and_each_is_its_own()
    {
        var days = Enumerable.Range(0, 40).Select(month => new DateOnly(2020, 4, 1).AddMonths(month)).ToList();
        var plan = await Plan(string.Join(' ', days.Select((day, at) => $$"""d{{at}}: asOf(date: "{{day:yyyy-MM-dd}}") { shownAsOf revisions { effective } }""")));
        Assert.All(days.Select((day, at) => (day, edition: plan.GetProperty($"d{at}"))), of =>
        {
            Assert.Equal($"{of.day:yyyy-MM-dd}", of.edition.GetProperty("shownAsOf").GetString());
            Assert.Equal(of.day < new DateOnly(2021, 4, 1) ? 0 : of.day < new DateOnly(2023, 4, 1) ? 1 : 2, of.edition.GetProperty("revisions").GetArrayLength());
        });
    }

    [Fact]
    public async Task Outside_Japan_years_have_no_era_and_begin_where_that_country_says()
    {
        const string year = "fiscalYear { year era start end }";
        var plan = await Plan(
            $$"""
            period { label }
            goals {
              progressSeries { asOf {{year}} } activities { {{year}} }
              indicators { actuals { period { label } periodKind } attainment { percent verdict formula } of2022: attainment(fiscalYear: 2022) { formula } }
            }
            """, "NZ-076");
        Snapshot.Match(JsonSerializer.Serialize(plan, Readable));
    }

    private static IEnumerable<string> Ids(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => p.Name == "id" ? [p.Value.GetString()!] : Ids(p.Value)),
        _ => [],
    };
}
