using System.Text.Json;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Files;

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
              ratingScales { name axis minimum maximum labels { label class score from to meaning } }
              statements { kind label title text citation { locator } }
              assessments { value percent }
              progress { verdict published { value } computed { percent rated parts } }
              money { name text amount scale currency period { start end label } periodKind }
              tags { goal { code } basis }
              milestones { title start end done note }
              goals { ...Element children { term title children { term title children { term title } } } themes { ...Element } }
              measures { ...Element goal { title } theme { title } }
              initiatives { ...Element measure { title } }
            }
          }
        }
        fragment Element on PlanElement {
          role term path label title titleEn: title(language: EN) titleAsPrinted subtitle summary note
          set weight repeatOf { title }
          departments { name } leadDepartment { name }
          progressSeries {
            fiscalYear { year start end } asOf verdict percent missing
            published { value }
            computed { percent exact rated parts }
          }
          assessments {
            value missing percent rating { score scale { name axis } } assessor assessorName method
            asOf periodKind periodLabel reportedOn forecast note citation { document { title } locator }
          }
          activities { fiscalYear { year end } text }
          money { name text amount scale currency period { start end label } periodKind citation { locator } }
          tags { goal { code title } basis rationale confidence citation { document { title } locator } }
          links { kind basis to { title } rationale confidence citation { locator } }
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

    [Theory]
    [InlineData("990019", "指標一覧", "units_and_periods")]
    [InlineData("990019", "改訂版", "indicators_of_two_editions")]
    [InlineData("GB-E06000036", "delivery", "indicators_in_english")]
    [InlineData("NZ-076", "Long-term", "indicators_from_july")]
    public async Task An_indicators_values_are_as_they_are_printed(string code, string title, string name)
    {
        var data = await samples.Server.Data(
            """
            query ($code: MunicipalityCode!, $title: String!) {
              municipality(code: $code) {
                plans(where: { title: { contains: $title } }) {
                  indicators {
                    name element { title } kind unit scale base direction accumulation note
                    observations { kind text value upper comparator part missing period { start end label } periodKind reportedOn citation { document { title } locator } }
                  }
                }
              }
            }
            """, new { code, title });

        Snapshot.Match(JsonSerializer.Serialize(data, Readable), name);
    }

    [Fact]
    public async Task Every_value_of_every_sample_is_answered_letter_by_letter()
    {
        const string Query =
            """
            {
              plans(first: 20) {
                nodes {
                  indicators { observations { text } } money { text } assessments { value }
                  goals { ...Figures themes { ...Figures } } measures { ...Figures } initiatives { ...Figures }
                }
              }
            }
            fragment Figures on PlanElement { money { text } assessments { value } }
            """;
        var answered = Strings(await samples.Server.Data(Query)).Order(StringComparer.Ordinal);
        var printed = PlanFiles.Read(Tool.Samples).Holdings!.Plans.SelectMany(plan => Figures(plan.Indicators, plan.Money, plan.Assessments).Concat(plan.Elements.SelectMany(Figures)));

        Assert.Equal(printed.Order(StringComparer.Ordinal), answered);
    }

    private static IEnumerable<string> Figures(PlanElement element) =>
        Figures(element.Indicators, element.Money, element.Assessments).Concat(element.Children.SelectMany(Figures));

    private static IEnumerable<string> Figures(IEnumerable<Indicator> indicators, IEnumerable<Money> money, IEnumerable<Assessment> assessments) =>
        [.. indicators.SelectMany(indicator => indicator.Observations).Select(observation => observation.Text), .. money.Select(amount => amount.Text), .. assessments.Select(assessment => assessment.Value)];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    [Fact]
    public async Task Revisions_tell_what_they_changed_one_by_one_and_by_count()
    {
        var data = await samples.Server.Data(
            """
            {
              municipality(code: "990019") {
                plans(where: { title: { contains: "改訂版" } }) {
                  revisions {
                    title date effective reason kept note citation { document { title } locator }
                    changes { kind element { title } indicator { name } others { title } title before after reason citation { locator } }
                    tallies { kind indicatorKind reason count citation { locator } }
                  }
                  measures { title validity { introducedBy { title } endedBy { title } } }
                }
              }
            }
            """);

        Snapshot.Match(JsonSerializer.Serialize(data, Readable));
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
