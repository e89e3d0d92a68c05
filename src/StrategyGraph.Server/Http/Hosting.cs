using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Http;

/// <summary>What ASP.NET Core does for every request before the endpoints: proxies, CORS, compression, and Kestrel's own limits.</summary>
internal static class Hosting
{
    public static void AddHttp(this WebApplicationBuilder builder, HttpSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, settings));
        if (settings.CorsOrigins.Count > 0) builder.Services.AddCors();
        if (!settings.Compression) return;
        builder.Services.AddResponseCompression(JsonCompression.Configure);
        builder.Services.AddSingleton<IResponseCompressionProvider, JsonCompression>();
    }

    public static void UseHttp(this WebApplication app, HttpSettings settings)
    {
        if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings.TrustedProxies));
        if (settings.CorsOrigins.Count > 0)
        {
            // It makes a scope of services for every request that it sees; one without an origin, as all are that come from no browser, needs nothing of it.
            app.UseWhen(context => context.Request.Headers.Origin.Count > 0, browsers => browsers.UseCors(cors => cors
                .WithOrigins([.. settings.CorsOrigins])
                // PUT and DELETE are for event streams of several operations.
                .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
                // Clients send headers of their own (Apollo's names, tracing's parents); none of them changes what anyone may see.
                .AllowAnyHeader()
                .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.Allow)
                .SetPreflightMaxAge(settings.CorsMaxAge)));
        }

        if (settings.Compression) app.UseResponseCompression();
    }

    /// <summary>On what an answer depends beside the address: on the origin only where origins are told apart.</summary>
    public static string VaryOf(HttpSettings settings)
    {
        const string always = $"Accept, Accept-Encoding, {RequestBody.CostHeader}";
        return settings.CorsOrigins.Count == 0 || settings.CorsOrigins.Contains("*") ? always : $"{always}, Origin";
    }

    private static void Limit(KestrelServerOptions kestrel, HttpSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = settings.MaxConnections;

        // One limit of a body is enough, and ours is told to the client as GraphQL tells errors.
        limits.MaxRequestBodySize = null;

        // A query in an address: what proxies and browsers commonly pass on. A longer one goes by POST, or by its hash.
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;

        // Who opens a connection has to say something soon; an idle one stays a little longer than proxies keep theirs (60 s).
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);

        // Slower than any telephone: who sends or takes less than this holds a connection to do harm.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        return options;
    }
}
