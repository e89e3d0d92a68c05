using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Commands;

/// <summary><c>serve</c>, and what happens without a command: builds when the plan files changed, loads the release, listens.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var (plans, releases) = (Folders.Plans(), Folders.Releases());
        var urls = new Option<string?>("--urls") { Description = "Where to listen; several separated by semicolons. Else ASPNETCORE_URLS, else http://localhost:5000.", HelpName = "urls" };
        var command = new Command("serve", "Serve the plans over GraphQL, building the release first when the plan files changed.") { plans, releases, urls };
        command.SetAction((arguments, cancellation) => Serve(
            new Build(arguments.GetRequiredValue(plans), arguments.GetRequiredValue(releases)), arguments.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> Serve(Build build, string? urls, CancellationToken cancellation)
    {
        if (build.Current(Console.Out, Console.Error, cancellation) is not { } loaded) return 1;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (urls is not null) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        var graph = new PlanGraph(loaded.Holdings, loaded.Release);
        new GraphQLEndpoint(PlanSchema.CreateServer(), () => graph, new ExplorerFiles(Path.Combine(AppContext.BaseDirectory, "explorer"))).Map(app);
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", () => Results.Text("ready"));

        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"{e.Message.TrimEnd('.')}: choose another address with --urls, such as --urls http://localhost:5001.");
            return 1;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IOException)
        {
            Console.Error.WriteLine($"Cannot listen on '{urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS")}': {e.Message}");
            return 1;
        }

        var release = loaded.Release;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Serving {release.Plans} plans, {release.Measures} measures of {release.Municipalities} municipalities; release {release.ContentHash[..12]} of {release.PublishedAt:yyyy-MM-dd HH:mm} UTC"));
        foreach (var address in app.Urls) Console.WriteLine($"GraphQL at {address}/graphql");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
