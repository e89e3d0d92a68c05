using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StrategyGraph.Server.Tests;

/// <summary>Spans and figures as a collector receives them, over HTTP as protobuf.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_that_the_environment_names_receives_spans_and_figures()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);

            // Protobuf keeps strings as they are: enough to look for.
            received.AddOrUpdate(signal, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await collector.StartAsync();

        using var server = await RunningServer.StartWith(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=test"));
        await server.Data("query CountedHere { release { plans } }");
        await server.Query("{ nothing }");
        await server.Interrupt();

        foreach (var text in new[] { "strategygraph", "deployment.environment", "graphql.operation.type", "query", "graphql.operation.name", "CountedHere", "error.type", "Microsoft.AspNetCore" })
            Assert.Contains(text, received["traces"], StringComparison.Ordinal);
        Assert.DoesNotContain("graphql.document", received["traces"], StringComparison.Ordinal);
        foreach (var text in new[] { "graphql.server.request.duration", "graphql.server.errors", "graphql.server.document_cache.lookups", "http.server.request.duration" })
            Assert.Contains(text, received["metrics"], StringComparison.Ordinal);
    }
}
