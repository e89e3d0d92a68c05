using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Net.Http.Headers;

namespace StrategyGraph.Server.Settings;

/// <summary>How the server speaks HTTP.</summary>
internal sealed record HttpSettings
{
    /// <summary>
    /// Cache-Control of answers to GET. A release changes a few times a year, but when one corrects a figure, nobody should be shown the wrong
    /// one for longer than this: so a minute, and then asking again, which costs a 304. Nothing stale is served in the meantime, for what is
    /// out of date here is not only old but may be wrong.
    /// </summary>
    public string CacheControl
    {
        get;
        init => field = CacheControlHeaderValue.TryParse(value, out _) ? value
            : throw new FormatException("a Cache-Control header, such as \"public, max-age=60\"");
    } = "public, max-age=60, must-revalidate";

    /// <summary>From where pages may ask: <c>*</c> for anywhere, nothing for nowhere else.</summary>
    public IReadOnlyList<string> CorsOrigins
    {
        get;
        init => field = Each(value, IsOrigin, "origins such as https://example.org, or *");
    } = ["*"];

    /// <summary>How long a browser may remember what it was told about CORS; browsers have limits of their own.</summary>
    public TimeSpan CorsMaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether answers of 1 KB and more are compressed where the client takes it.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>Connections open at the same time; the next ones are closed at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>
    /// Addresses (or networks, <c>10.0.0.0/8</c>) of proxies whose X-Forwarded-For is believed. Without them, all clients behind a proxy
    /// count as one.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies
    {
        get;
        init => field = Each(value, text => IPAddress.TryParse(text, out _) || System.Net.IPNetwork.TryParse(text, out _), "addresses or networks such as 10.0.0.0/8");
    } = [];

    private static bool IsOrigin(string text) =>
        text == "*" || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text);

    private static IReadOnlyList<string> Each(IReadOnlyList<string> values, Func<string, bool> valid, string expected) =>
        values.All(valid) ? values : throw new FormatException(expected);
}

/// <summary>Documents that requests may name instead of carrying.</summary>
internal sealed record PersistedDocumentSettings
{
    /// <summary>How much memory automatic persisted queries may take, in bytes; 0 turns them off.</summary>
    public long AutomaticBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>A folder of trusted documents: files <c>id.graphql</c>, and manifests <c>.json</c> as Relay, graphql-codegen or Apollo write them.</summary>
    public string? TrustedFolder { get; init; }

    /// <summary>Whether to refuse every document that is not trusted.</summary>
    public bool TrustedOnly { get; init; }
}

/// <summary>How many requests are taken, from one client and from all.</summary>
internal sealed record RateLimitSettings
{
    /// <summary>Requests a client may send in the long run, per second; 0 for any number. Each of a batch counts.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>Requests a client may send at once, having been quiet.</summary>
    [Range(1, 10_000_000)]
    public int Burst { get; init; } = 1_000;

    /// <summary>Operations that run at the same time, for each processor; 0 for any number.</summary>
    [Range(0, 10_000)]
    public int ConcurrentPerProcessor { get; init; } = 16;

    /// <summary>Operations that wait while so many run; the next ones are refused.</summary>
    [Range(0, 1_000_000)]
    public int Queued { get; init; } = 1_000;

    /// <summary>The longest an operation waits before it is refused.</summary>
    public TimeSpan QueueTime { get; init; } = TimeSpan.FromSeconds(5);
}
