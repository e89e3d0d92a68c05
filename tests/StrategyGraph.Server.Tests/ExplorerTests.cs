using Microsoft.Playwright;
using Xunit.Abstractions;

namespace StrategyGraph.Server.Tests;

/// <summary>The explorer as a person meets it: in a browser, from the real server.</summary>
[Collection(nameof(RunningServer))]
public sealed class ExplorerTests(RunningServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task A_browser_at_the_endpoint_finds_documentation_completion_and_answers()
    {
        if (ExplorerBrowser.Executable is not { } executable)
        {
            NotTried("no Chromium was found. On Debian: apt-get install chromium fonts-ipafont-gothic");
            return;
        }

        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "explorer", "index.html")))
        {
            NotTried("the build made no explorer. Install Node.js 20.19 or later and build the server again");
            return;
        }

        await using var browser = await ExplorerBrowser.Open(executable);
        var page = browser.Page;
        var run = page.GetByLabel("Execute query (Ctrl-Enter)");
        var answer = page.Locator(".graphiql-response");

        await page.GotoAsync(server.Endpoint.ToString());
        Assert.Equal("StrategyGraph", await page.TitleAsync());

        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        var documentation = page.Locator(".graphiql-doc-explorer");
        await documentation.GetByText("Query", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(documentation.GetByText("municipalities", new() { Exact = true })).ToBeVisibleAsync();

        await run.ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("苫小牧市");

        await page.Locator(".graphiql-query-editor .view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("{ muni");
        await page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(page.Locator(".suggest-widget")).ToContainTextAsync("municipalities");
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("Control+A");
        // The editor closes brackets by itself; what it adds falls into the comment.
        await page.Keyboard.InsertTextAsync("{ municipality(code: \"012360\") { name } } #");
        await run.ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("北斗市");

        Assert.Empty(browser.Complaints);
        Assert.DoesNotContain(browser.Requests, request => request.Scheme is not ("data" or "blob") && request.Authority != server.Endpoint.Authority);
    }

    [Fact]
    public async Task The_query_that_it_opens_with_has_an_answer()
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Tool.Repository, "src/StrategyGraph.Server/Explorer/default.graphql"));
        Assert.NotEmpty((await server.Data(query)).GetProperty("plans").GetProperty("nodes").EnumerateArray());
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
