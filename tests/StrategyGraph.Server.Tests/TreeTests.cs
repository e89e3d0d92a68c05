using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>The three plans whole, as a front end fetches them.</summary>
[Collection(nameof(RunningServer))]
public sealed class TreeTests(RunningServer server)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Tree =
        """
        query ($code: MunicipalityCode!, $kind: PlanKind, $title: String!) {
          municipality(code: $code) {
            name
            nameEn: name(language: EN)
            plans(where: { kind: { eq: $kind }, title: { contains: $title } }) {
              title titleEn: title(language: EN) kind status coverage officeholder
              period { start end label }
              levels { depth role term }
              statements { kind label title text titleEn: title(language: EN) textEn: text(language: EN) citation { locator } }
              documents { title publisher issued language }
              goals {
                ...Element
                measures { ...Element initiatives { ...Element } }
              }
            }
          }
        }
        fragment Element on PlanElement {
          term label path title titleEn: title(language: EN) titleAsPrinted summary summaryEn: summary(language: EN)
          departments { name }
          progressSeries { fiscalYear { year } published { value citation { locator } } percent verdict }
          activities { fiscalYear { year } text textEn: text(language: EN) }
          citations { document { title } locator }
          note
        }
        """;

    [Theory]
    [InlineData("012131", "PLEDGE_SET", "4期目", "fourth_term")]
    [InlineData("012131", "PLEDGE_SET", "金澤", "kanazawa")]
    [InlineData("012360", "COMPREHENSIVE_STRATEGY", "第2期", "hokuto")]
    public async Task A_plan_comes_whole_in_one_query(string code, string kind, string title, string name)
    {
        var data = await server.Data(Tree, new { code, kind, title });

        Assert.Single(data.GetProperty("municipality").GetProperty("plans").EnumerateArray());
        Snapshot.Match(JsonSerializer.Serialize(data, Readable), name);
    }

    [Theory]
    [InlineData("市長公約（4期目）", 5, 25, 50)]
    [InlineData("金澤", 7, 34, 0)]
    [InlineData("骨子案", 4, 13, 38)]
    public async Task Plans_have_as_many_elements_as_their_documents_say(string title, int goals, int measures, int initiatives)
    {
        var data = await server.Data(
            """query ($title: String) { plans(where: { title: { contains: $title } }) { nodes { goals { id } measures { id } initiatives { id } } } }""", new { title });

        var plan = Assert.Single(data.GetProperty("plans").GetProperty("nodes").EnumerateArray());
        Assert.Equal((goals, measures, initiatives), (Count("goals"), Count("measures"), Count("initiatives")));
        int Count(string level) => plan.GetProperty(level).GetArrayLength();
    }

    [Fact]
    public async Task National_goals_and_the_sdgs_are_frameworks()
    {
        var data = await server.Data("{ frameworks { title edition goals { code number title titleEn: title(language: EN) titleAsPrinted children { code } citation { document { title } locator } } } }");

        Snapshot.Match(JsonSerializer.Serialize(data, Readable));
    }

    [Fact]
    public async Task Every_id_leads_back_to_its_node()
    {
        var data = await server.Data(
            """
            {
              municipalities { nodes { id } }
              plans { nodes { id documents { id } } }
              goals { nodes { id } } measures(first: 100) { nodes { id } } initiatives(first: 100) { nodes { id } }
              departments(municipality: "01213") { id }
              frameworks { id goals { id } }
            }
            """);
        var ids = Ids(data).Distinct().ToList();
        Assert.InRange(ids.Count, 200, 400);

        foreach (var chunk in ids.Chunk(100))
        {
            var nodes = (await server.Data("query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", new { ids = chunk })).GetProperty("nodes");
            Assert.Equal(chunk, nodes.EnumerateArray().Select(n => n.GetProperty("id").GetString()));
        }
    }

    private static IEnumerable<string> Ids(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => p.Name == "id" ? [p.Value.GetString()!] : Ids(p.Value)),
        _ => [],
    };
}
