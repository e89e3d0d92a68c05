using Microsoft.Playwright;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Validation;
using Xunit.Abstractions;

namespace StrategyGraph.Server.Tests;

/// <summary>The explorer as a person meets it: in a browser, from a server on a loopback port.</summary>
public sealed class ExplorerTests(ITestOutputHelper output)
{
    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "explorer");

    [Fact]
    public async Task A_browser_at_the_endpoint_finds_documentation_and_runs_a_query()
    {
        if (ExplorerBrowser.Executable is not { } executable)
        {
            NotTried("no Chromium was found. On Debian: apt-get install chromium fonts-ipafont-gothic");
            return;
        }

        if (!File.Exists(Path.Combine(Built, "index.html")))
        {
            NotTried("the build made no explorer. Install Node.js 20.19 or later and build the server again");
            return;
        }

        await using var server = await GreetingServer.Start(Built);
        await using var browser = await ExplorerBrowser.Open(executable);
        var page = browser.Page;

        await page.GotoAsync(new Uri(server.Address, "/graphql").ToString());
        Assert.Equal("StrategyGraph", await page.TitleAsync());

        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        var documentation = page.Locator(".graphiql-doc-explorer");
        await documentation.GetByText("Query", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(documentation).ToContainTextAsync("hello(name: String = \"you\"): String");

        await page.Locator(".graphiql-query-editor .view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("{ hel");
        await page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(page.Locator(".suggest-widget")).ToContainTextAsync("hello");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+A");
        // The editor closes brackets by itself; what it adds falls into the comment.
        await page.Keyboard.InsertTextAsync("{ hello(name: \"苫小牧\") } #");

        await page.GetByLabel("Execute query (Ctrl-Enter)").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("Hello 苫小牧");

        Assert.Empty(browser.Complaints);
        Assert.DoesNotContain(browser.Requests, request => request.Scheme is not ("data" or "blob") && request.Authority != server.Address.Authority);
    }

    [Fact]
    public void The_query_that_it_opens_with_fits_the_schema()
    {
        var server = typeof(GraphQLEndpoint).Assembly;
        var files = server.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal));
        var schema = SchemaLoader.Load([.. files.Select(name => new Source(Text(server.GetManifestResourceStream(name)!), name))]);

        var query = Text(File.OpenRead(Path.Combine(RepositoryFolder(), "src/StrategyGraph.Server/Explorer/default.graphql")));
        Assert.Empty(Validator.Validate(schema, Parser.Parse(new Source(query))));

        static string Text(Stream stream)
        {
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StrategyGraph.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    /// <summary>Says so, and fails where a browser is known to be there (STRATEGYGRAPH_REQUIRE_BROWSER=1, as continuous integration sets it).</summary>
    private void NotTried(string reason)
    {
        var message = $"The explorer was not tried in a browser: {reason}.";
        output.WriteLine(message);
        Console.Error.WriteLine(message);
        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("STRATEGYGRAPH_REQUIRE_BROWSER")), message);
    }
}
