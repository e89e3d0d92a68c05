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
        await using var browser = await Open(width: 1280, height: 800);
        if (browser is null) return;
        var page = browser.Page;

        Assert.Equal("StrategyGraph", await page.TitleAsync());
        await DocumentationTellsOfATypeAndItsFields(page);
        await AnAnswerShowsJapanese(page);
        await CompletionInsertsWhatIsChosen(page);

        // The editor closes brackets by itself; what it adds falls into the comment.
        await Write(page, "query Plans { municipality(code: \"012360\") { name } } #");
        await Run(page);
        await Assertions.Expect(Answer(page)).ToContainTextAsync("北斗市");

        NothingWentWrong(browser);
    }

    [Fact]
    public async Task A_phone_has_room_for_the_question_the_answer_and_the_documentation()
    {
        await using var browser = await Open(width: 390, height: 844);
        if (browser is null) return;
        var page = browser.Page;

        await Run(page);
        await Assertions.Expect(Answer(page)).ToContainTextAsync("市長公約");
        await IsWide(page.Locator(".graphiql-query-editor"));
        await IsWide(Answer(page));

        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        await IsWide(Documentation(page));
        await page.GetByLabel("Hide Documentation Explorer").ClickAsync();
        await Write(page, "query Plans { municipality(code: \"012360\") { name } } #");
        await Run(page);
        await Assertions.Expect(Answer(page)).ToContainTextAsync("北斗市");

        NothingWentWrong(browser);

        static async Task IsWide(ILocator part) => Assert.InRange((await part.BoundingBoxAsync())!.Width, 280, 390);
    }

    [Fact]
    public async Task A_subscription_shows_a_new_release_as_it_is_swapped_in()
    {
        using var own = await RunningServer.StartWith();
        using var seeds = new EditedSeeds();
        await using var browser = await Open(width: 1280, height: 800, own);
        if (browser is null) return;
        var page = browser.Page;
        var acknowledged = new TaskCompletionSource();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Text?.Contains("connection_ack", StringComparison.Ordinal) is true) acknowledged.TrySetResult();
        };

        await Write(page, "subscription Plans { releasePublished { id plans } } #");
        await Run(page);
        await acknowledged.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var published = await seeds.Publish("新しい題", own.Releases);
        await Assertions.Expect(Answer(page)).ToContainTextAsync(published);
        await page.GetByLabel("Stop query (Ctrl-Enter)").ClickAsync();

        NothingWentWrong(browser, own);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_query_that_it_opens_with_has_an_answer()
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Tool.Repository, "src/StrategyGraph.Server/Explorer/default.graphql"));
        Assert.NotEmpty((await server.Data(query)).GetProperty("plans").GetProperty("nodes").EnumerateArray());
    }

    private static async Task DocumentationTellsOfATypeAndItsFields(IPage page)
    {
        await page.GetByLabel("Show Documentation Explorer").ClickAsync();
        var documentation = Documentation(page);
        await documentation.GetByText("Query", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(documentation.GetByText("municipalities", new() { Exact = true })).ToBeVisibleAsync();

        await documentation.GetByText("Municipality", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(documentation).ToContainTextAsync("A municipality that plans.");
        await Assertions.Expect(documentation).ToContainTextAsync("Every department that one of its plans names, by name.");
        await page.GetByLabel("Hide Documentation Explorer").ClickAsync();
    }

    private static async Task AnAnswerShowsJapanese(IPage page)
    {
        await Run(page);
        await Assertions.Expect(Answer(page)).ToContainTextAsync("市長公約（4期目）");

        // Without a font every character is the same box.
        Assert.Equal(3, await Answer(page).EvaluateAsync<int>(
            """
            answer => new Set([...'苫小牧'].map(character => {
              const canvas = document.createElement('canvas');
              const context = canvas.getContext('2d');
              context.font = `20px ${getComputedStyle(answer).fontFamily}`;
              context.fillText(character, 10, 30);
              return canvas.toDataURL();
            })).size
            """));

        // The editor looks for characters to box when it has nothing else to do.
        await page.WaitForTimeoutAsync(1_000);
        await Assertions.Expect(page.Locator(".unicode-highlight")).ToHaveCountAsync(0);
    }

    private static async Task CompletionInsertsWhatIsChosen(IPage page)
    {
        await Write(page, "{ munici");
        await page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(page.Locator(".suggest-widget")).ToContainTextAsync("municipalities");
        await page.Locator(".suggest-widget").GetByText("municipalities", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-query-editor .view-lines")).ToContainTextAsync("municipalities");
    }

    private static ILocator Answer(IPage page) => page.Locator(".graphiql-response");

    private static ILocator Documentation(IPage page) => page.Locator(".graphiql-doc-explorer");

    /// <summary>Presses the button as soon as it does something: GraphiQL shows it before it has its editors, and until then passes over it.</summary>
    private static async Task Run(IPage page)
    {
        await Assertions.Expect(page.Locator(".graphiql-query-editor .monaco-editor")).ToBeVisibleAsync();
        await Assertions.Expect(Answer(page).Locator(".monaco-editor")).ToBeVisibleAsync();
        await page.GetByLabel("Execute query (Ctrl-Enter)").ClickAsync();
    }

    /// <summary>Puts a query in place of the one that is there, and waits until GraphiQL has read it: until then Run would send parts of the one before.</summary>
    private static async Task Write(IPage page, string query)
    {
        await page.Locator(".graphiql-query-editor .view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(query);
        await page.WaitForFunctionAsync("query => localStorage.getItem('graphiql:query')?.startsWith(query)", query);
    }

    private void NothingWentWrong(ExplorerBrowser browser, RunningServer? at = null)
    {
        Assert.Empty(browser.Complaints);
        Assert.DoesNotContain(browser.Requests, request => request.Scheme is not ("data" or "blob") && request.Authority != (at ?? server).Endpoint.Authority);
    }

    /// <summary>A browser at the endpoint; null where there is none, or no explorer.</summary>
    private async Task<ExplorerBrowser?> Open(int width, int height, RunningServer? at = null)
    {
        if (ExplorerBrowser.Executable is not { } executable)
        {
            NotTried("no Chromium was found. On Debian: apt-get install chromium fonts-ipafont-gothic");
            return null;
        }

        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "explorer", "index.html")))
        {
            NotTried("the build made no explorer. Install Node.js 20.19 or later and build the server again");
            return null;
        }

        var browser = await ExplorerBrowser.Open(executable, width, height);
        await browser.Page.GotoAsync((at ?? server).Endpoint.ToString());
        return browser;
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
