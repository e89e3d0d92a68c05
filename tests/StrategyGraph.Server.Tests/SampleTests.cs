using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>A server over the fictitious plans of tests/Samples.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.Of(Tool.Samples);

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Server.Dispose();
    }
}

/// <summary>Plans of every kind of printing are served as they are printed: five levels, other words, other languages, grades, rates in words.</summary>
public sealed class SampleTests(SampleServer samples) : IClassFixture<SampleServer>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Plan =
        """
        query ($code: MunicipalityCode!, $title: String!) {
          municipality(code: $code) {
            name
            plans(where: { title: { contains: $title } }) {
              title titleEn: title(language: EN) kind status coverage officeholder note
              period { start end label }
              levels { role term }
              documents { title publisher issued issuedText language url }
              ratingScales { name minimum maximum values }
              statements { kind label title text citation { locator } }
              progress { verdict published { value } computed { percent rated parts } }
              goals { ...Element children { term title children { term title children { term title } } } themes { ...Element } }
              measures { ...Element goal { title } theme { title } }
              initiatives { ...Element measure { title } }
            }
          }
        }
        fragment Element on PlanElement {
          role term path label title titleEn: title(language: EN) titleAsPrinted subtitle summary note
          departments { name }
          progressSeries {
            fiscalYear { year start end } asOf verdict percent missing
            published { value percent assessor rating { score } note citation { document { title } locator } }
            computed { percent exact rated parts }
          }
          activities { fiscalYear { year end } text }
          citations { document { title } locator }
        }
        """;

    [Theory]
    [InlineData("990019", "第6次", "five_levels")]
    [InlineData("990019", "評価結果", "ratings")]
    [InlineData("990019", "改訂版", "second_edition")]
    [InlineData("990027", "町政執行方針", "policy_address")]
    [InlineData("GB-E06000036", "delivery", "united_kingdom")]
    [InlineData("NZ-076", "Long-term", "new_zealand")]
    public async Task A_plan_is_served_as_it_is_printed(string code, string title, string name)
    {
        var data = await samples.Server.Data(Plan, new { code, title });

        Assert.Single(data.GetProperty("municipality").GetProperty("plans").EnumerateArray());
        Snapshot.Match(JsonSerializer.Serialize(data, Readable), name);
    }

    [Fact]
    public async Task A_local_scheme_is_a_framework_like_any_other()
    {
        var data = await samples.Server.Data("{ frameworks { title edition goals { code number iri title titleAsPrinted citation { locator } } } }");

        Snapshot.Match(JsonSerializer.Serialize(data, Readable));
    }

    [Fact]
    public async Task What_is_printed_in_several_places_counts_once()
    {
        var data = await samples.Server.Data("""{ release { plans measures } measures(where: { title: { contains: "受け皿" } }) { nodes { title } } }""");

        Assert.Equal(10, data.GetProperty("release").GetProperty("plans").GetInt32());
        Assert.Equal("受け皿の確保", Assert.Single(data.GetProperty("measures").GetProperty("nodes").EnumerateArray(), node => !node.GetProperty("title").GetString()!.Contains("再掲", StringComparison.Ordinal)).GetProperty("title").GetString());
    }
}
