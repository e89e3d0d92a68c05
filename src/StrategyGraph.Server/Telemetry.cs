using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StrategyGraph.GraphQL;

namespace StrategyGraph.Server;

/// <summary>
/// Sends spans and figures of the engine, ASP.NET Core and the runtime to an OpenTelemetry collector, where the environment names one.
/// All of it is configured by OpenTelemetry's own variables: OTEL_EXPORTER_OTLP_ENDPOINT, …_PROTOCOL, OTEL_SERVICE_NAME and so on.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Describe)
        .AddSource(GraphQLTelemetry.Name, "Microsoft.AspNetCore")
        .AddOtlpExporter()
        .Build();

    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Describe)
        .AddMeter(GraphQLTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
        .AddOtlpExporter()
        .Build();

    /// <summary>Null where the environment names no collector: then not even OpenTelemetry's assemblies are loaded.</summary>
    public static IDisposable? Start() => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } ? Create() : null;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    /// <summary>Apart, so that <see cref="Start"/> can run without the types named here.</summary>
    private static Telemetry Create() => new();

    private static void Describe(ResourceBuilder resource) => resource.AddService("strategygraph").AddEnvironmentVariableDetector();
}
