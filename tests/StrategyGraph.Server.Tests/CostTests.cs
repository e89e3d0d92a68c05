using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Tests;

/// <summary>What questions cost, as a client learns it.</summary>
[Collection(nameof(RunningServer))]
public sealed class CostTests(RunningServer server)
{
    private async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string query, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "application/graphql-response+json");
        if (header is not null) request.Headers.Add("GraphQL-Cost", header);
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    [Fact]
    public async Task A_page_costs_what_was_asked_of_it()
    {
        var (_, body) = await Ask("{ measures(first: 50, where: { title: { contains: \"観光\" } }) { nodes { title initiatives { title } } } }", "validate");

        // The page, 50 measures, their initiatives; for work the search, its filter with one condition, and the calls.
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":72,"typeCost":252}}}""", body.GetRawText());
    }

    [Fact]
    public async Task The_cost_comes_with_the_answer()
    {
        var (status, body) = await Ask("{ release { id } }", "report");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"fieldCost":1,"typeCost":2}""", body.GetProperty("extensions").GetProperty("operationCost").GetRawText());
        Assert.True(body.TryGetProperty("data", out _));
        Assert.False((await Ask("{ release { id } }")).Body.TryGetProperty("extensions", out _));
    }

    [Fact]
    public async Task A_small_question_with_an_immense_answer_is_refused()
    {
        var (status, body) = await Ask("{ plans(first: 100) { nodes { measures { plan { measures { plan { measures { plan { id } } } } } } } } }");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var extensions = Assert.Single(body.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal(("COST_TOO_HIGH", 500_000), (extensions.GetProperty("code").GetString(), extensions.GetProperty("limit").GetInt32()));
        Assert.True(extensions.GetProperty("actual").GetDouble() > 10_000_000);
    }

    [Fact]
    public async Task Whole_plans_can_be_had_ten_at_a_time()
    {
        var (status, body) = await Ask(
            """
            {
              plans(first: 10) {
                nodes {
                  title statements { title text citation { locator document { title } } }
                  goals {
                    title progress { ...P } departments { name } citations { locator }
                    measures {
                      title progressSeries { ...P } departments { name } citations { locator document { title } }
                      initiatives { title departments { name } activities { text citation { locator } } }
                    }
                  }
                }
              }
            }
            fragment P on Progress { percent verdict fiscalYear { year era } published { value citation { locator } } computed { percent rule { description } } }
            """);
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>A list of objects without a size would count as one object.</summary>
    [Fact]
    public void Every_list_of_the_schema_has_a_size()
    {
        var files = Directory.GetFiles(Path.Combine(Tool.Repository, "schema"), "*.graphql").Select(file => new Source(File.ReadAllText(file), file));
        var types = Parser.Parse(Source.Join([.. files]), ParserOptions.ForSchemas).Definitions;
        var leaves = types.OfType<EnumTypeDefinitionNode>().Select(t => t.Name.Value).Concat(types.OfType<ScalarTypeDefinitionNode>().Select(t => t.Name.Value)).Concat(["String", "ID", "Int"]).ToHashSet();
        var unsized =
            from type in types
            let fields = type switch { ObjectTypeDefinitionNode o => o.Fields, InterfaceTypeDefinitionNode i => i.Fields, _ => [] }
            from field in fields
            where field.Type is NonNullTypeNode { Type: ListTypeNode list } && !leaves.Contains(Printer.Print(list.Type).TrimEnd('!'))
            where !field.Directives.Any(d => d.Name.Value == "listSize")
            select $"{((TypeDefinitionNode)type).Name.Value}.{field.Name.Value}";

        // A page's lists have the size of their connection.
        Assert.DoesNotContain(unsized, f => !f.EndsWith("Connection.nodes", StringComparison.Ordinal) && !f.EndsWith("Connection.edges", StringComparison.Ordinal));
        Assert.Equal(14, unsized.Count());
    }
}
