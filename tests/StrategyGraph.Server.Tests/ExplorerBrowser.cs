using Microsoft.Playwright;

namespace StrategyGraph.Server.Tests;

/// <summary>A page in a headless Chromium with a fresh profile, and what went wrong in it.</summary>
internal sealed class ExplorerBrowser : IAsyncDisposable
{
    private static readonly string[] Executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ExplorerBrowser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Complaints.Add($"exception: {error}");
        page.Request += (_, request) => Requests.Add(new Uri(request.Url));
        page.RequestFailed += (_, request) => Complaints.Add($"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (!response.Ok) Complaints.Add($"{response.Status}: {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, uncaught exceptions, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Everything the page and its workers asked for, <c>data:</c> and <c>blob:</c> included.</summary>
    public List<Uri> Requests { get; } = [];

    /// <summary>The browser to drive; null where none is installed.</summary>
    public static string? Executable => Executables.FirstOrDefault(File.Exists);

    /// <param name="width">Of the page, in CSS pixels.</param>
    public static async Task<ExplorerBrowser> Open(string executable, int width, int height)
    {
        // The editor starts three workers, which takes its time on a busy machine.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        return new ExplorerBrowser(playwright, browser, await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } }));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
