using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Releases;
using StrategyGraph.Server.Settings;
using StrategyGraph.Server.Streaming;

namespace StrategyGraph.Server.Commands;

/// <summary><c>serve</c>, and what happens without a command: builds when the plan files changed, loads the release, listens.</summary>
internal static class ServeCommand
{
    /// <summary>Passes through every step that a client's query will; its answer goes nowhere.</summary>
    private const string FirstQuery = // lang=graphql
        """
        query ($language: Language! = EN) {
          plans(first: 1, where: { kind: { eq: PLEDGE_SET } }) { nodes { id title(language: $language) goals { measures { title progress { percent verdict } } } } }
        }
        """;

    public static Command Create()
    {
        var (plans, releases) = (Folders.Plans(), Folders.Releases());
        var urls = new Option<string?>("--urls") { Description = "Where to listen; several separated by semicolons. Else ASPNETCORE_URLS, else http://localhost:5000.", HelpName = "urls" };
        var command = new Command("serve", "Serve the plans over GraphQL, building the release first when the plan files changed. Settings stand in appsettings.json or in environment variables: see docs/settings.md.") { plans, releases, urls };
        command.SetWork((arguments, cancellation) => Serve(
            new Build(arguments.GetRequiredValue(plans), arguments.GetRequiredValue(releases)), arguments.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> Serve(Build build, string? urls, CancellationToken cancellation)
    {
        if (Mistake(urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "") is { } mistake)
        {
            Console.Error.WriteLine(mistake);
            return 1;
        }

        // A start waits for the release and, with a small one, for just-in-time compilation: what can is done side by side.
        var schema = Task.Run(PlanSchema.LoadSchema, cancellation);
        if (ServerSettings.Read(Console.Error) is not { } settings) return 1;
        var loading = Task.Run(() => Load(build, cancellation), cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        // What keeps the server from listening is told below, in one line.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // Were anything of a request logged there, each would begin an activity for its sake, wanted or not.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (urls is not null) builder.WebHost.UseUrls(urls);
        builder.AddHttp(settings.Http);
        // A client that reads slowly does not keep a server from ending.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        await using var app = builder.Build();
        if (await loading is not { } served) return 1;
        var faults = new FaultLog(app.Services.GetRequiredService<ILogger<GraphQLServer>>());
        if (Documents(settings, await schema) is not { } trusted) return 1;
        var server = PlanSchema.CreateServer(await schema, settings.GraphQL with
        {
            UnexpectedError = faults.Report,
            PersistedDocuments = new PersistedDocuments(trusted, settings.PersistedDocuments.TrustedOnly, settings.PersistedDocuments.AutomaticBytes),
        });
        _ = Task.Run(() => server.Execute(new(FirstQuery, Root: served.Graph), cancellation).Dispose(), cancellation);

        using var telemetry = Telemetry.Start();
        using var limits = new RequestLimits(settings.RateLimits);
        app.UseHttp(settings.Http);
        var explorer = new ExplorerFiles(Path.Combine(AppContext.BaseDirectory, "explorer"));
        var tags = new EntityTags(root => ((PlanGraph)root).Release.ContentHash, trusted);

        // Every subscription of the schema is about the one event that there is: a new release.
        var streaming = new StreamingEndpoint(server, () => served.Graph, (_, _, gone) => served.Newer(gone), settings.Http, limits);
        new GraphQLEndpoint(server, () => served.Graph, streaming, explorer, settings.Http, limits, tags).Map(app);
        app.MapGet("/", Redirect);
        app.MapGet("/health/live", context => context.Response.WriteAsync("live"));
        app.MapGet("/health/ready", context => context.Response.WriteAsync("ready"));

        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"{e.Message.TrimEnd('.')}: choose another address with --urls, such as --urls http://localhost:5001.");
            return 1;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException or ArgumentException or SocketException)
        {
            var address = urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "";
            Console.Error.WriteLine($"Cannot listen on '{address}': {e.Message}");
            return 1;
        }

        using var watch = new ReleaseWatch(build.Releases, served, Console.Out, Console.Error);
        watch.Start();
        Console.WriteLine(ReleaseWatch.Describe(served.Graph.Release));
        foreach (var address in app.Urls) Console.WriteLine($"GraphQL at {address}/graphql");
        if (!explorer.IsBuilt) Console.WriteLine("Without the explorer page: it is built where Node.js 20.19 or later is installed.");
        LoadingMemory.SettleSoon();
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>What is wrong with addresses by themselves, told before anything is loaded; null where nothing is.</summary>
    private static string? Mistake(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
                    return $"Cannot listen on '{url}': this server speaks http; let a proxy in front of it speak https.";
                if (address.Port > IPEndPoint.MaxPort) return $"Cannot listen on '{url}': a port is a number from 0 to {IPEndPoint.MaxPort}.";
            }
            catch (FormatException e)
            {
                return $"Cannot listen on '{url}': {e.Message}";
            }
        }

        return null;
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect(GraphQLEndpoint.Path);
        return Task.CompletedTask;
    }

    /// <summary>In a method of its own, so that nothing but the holder keeps the first release in memory.</summary>
    private static ServedRelease? Load(Build build, CancellationToken cancellation) =>
        build.Current(Console.Out, Console.Error, cancellation) is { } loaded ? new ServedRelease(new PlanGraph(loaded.Holdings, loaded.Release)) : null;

    /// <summary>The trusted documents, none without a folder; null when they have errors, which have been told.</summary>
    private static IReadOnlyDictionary<string, string>? Documents(ServerSettings settings, Schema schema) =>
        settings.PersistedDocuments.TrustedFolder is { } folder
            ? TrustedDocuments.Load(folder, schema, settings.GraphQL, Console.Error)
            : new Dictionary<string, string>();
}
