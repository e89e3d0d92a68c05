using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrategyGraph.Server.Tests;

/// <summary>The program's commands as users run them, and what they say when something is wrong.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder _folder = new();

    private string Releases => Path.Combine(_folder.Path, "releases");

    [Fact]
    public async Task Check_passes_the_seeds()
    {
        var (code, output, errors) = await Tool.Run(["check", "seeds"]);

        Assert.Equal((0, "In order: 9 files, 5 plans.", ""), (code, output.Trim(), errors));
    }

    [Fact]
    public async Task Check_reports_every_error_with_its_place_and_exits_1()
    {
        _folder.File("plans/a.yaml", "format: 1\nplan:\n  id: a\n  kindd: PLEDGE_SET\n");
        _folder.File("plans/b.yaml", "");

        var (code, output, _) = await Tool.Run(["check", "plans"], folder: _folder.Path);

        Assert.Equal(1, code);
        Snapshot.Match(output);
    }

    [Fact]
    public async Task Check_of_a_folder_that_is_not_there_says_so()
    {
        var (code, output, _) = await Tool.Run(["check", "nowhere"], folder: _folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("nowhere", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_publishes_once_and_says_when_nothing_changed()
    {
        var first = await Tool.Run(["build", "--releases", Releases]);
        var second = await Tool.Run(["build", "--releases", Releases]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.StartsWith("Published release ", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("Unchanged: release ", second.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output.Split(' ')[2], second.Output.Split(' ')[2]);
    }

    [Fact]
    public async Task A_build_that_fails_leaves_what_was_published()
    {
        await Tool.Run(["build", "--releases", Releases]);
        _folder.File("plans/broken.yaml", "format: 1\nplan: [");

        var failed = await Tool.Run(["build", "--plans", Path.Combine(_folder.Path, "plans"), "--releases", Releases]);
        var asked = await Tool.Run(["query", "{ release { plans } }", "--plans", Path.Combine(_folder.Path, "plans"), "--releases", Releases]);

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("broken.yaml:2:", failed.Errors, StringComparison.Ordinal);
        Assert.Equal("""{"data":{"release":{"plans":5}}}""", Compact(asked.Output));
        Assert.Contains("the release published before answers", asked.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(98_304, 5_000)] // citations
    [InlineData(720_896, 4_000)] // elements
    public async Task A_release_that_cannot_be_read_is_built_again(int from, int length)
    {
        await Tool.Run(["build", "--releases", Releases]);
        var path = Path.Combine(Releases, "catalogue.release");
        var bytes = await File.ReadAllBytesAsync(path);
        for (var at = from; at < from + length; at++) bytes[at] ^= 0xFF;
        await File.WriteAllBytesAsync(path, bytes);

        var (code, output, errors) = await Tool.Run(["query", "{ release { measures } }", "--releases", Releases]);

        Assert.Equal((0, """{"data":{"release":{"measures":89}}}"""), (code, Compact(output)));
        Assert.Contains("Published release", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_was_altered_does_not_answer()
    {
        await Tool.Run(["build", "--releases", Releases]);
        var path = Path.Combine(Releases, "catalogue.release");
        var (bytes, title) = (await File.ReadAllBytesAsync(path), "女性活躍社会の実現"u8.ToArray());
        // Pages keep what was moved from them, too.
        for (var at = bytes.AsSpan().IndexOf(title); at >= 0; at = bytes.AsSpan().IndexOf(title)) "男"u8.CopyTo(bytes.AsSpan(at));
        await File.WriteAllBytesAsync(path, bytes);

        var (_, output, errors) = await Tool.Run(["query", """{ measures(where: { title: { contains: "活躍社会の実現" } }) { nodes { title } } }""", "--releases", Releases]);

        Assert.Equal("""{"data":{"measures":{"nodes":[{"title":"女性活躍社会の実現に取り組みます"}]}}}""", Compact(output));
        Assert.Contains("Published release", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_answers_without_a_server()
    {
        var (code, output, _) = await Tool.Run(
            ["query", "query ($code: MunicipalityCode!) { municipality(code: $code) { name } }", "--variables", """{"code":"01236"}""", "--releases", Releases]);

        Assert.Equal((0, """{"data":{"municipality":{"name":"北斗市"}}}"""), (code, Compact(output[output.IndexOf('{', StringComparison.Ordinal)..])));
    }

    [Fact]
    public async Task Query_reads_the_query_from_standard_input()
    {
        await Tool.Run(["build", "--releases", Releases]);

        var (code, output, errors) = await Tool.Run(["query", "-", "--releases", Releases], input: "{ release { measures } }");

        Assert.Equal((0, """{"data":{"release":{"measures":89}}}""", ""), (code, Compact(output), errors));
    }

    [Theory]
    [InlineData("{ nonsense }", null, "Cannot query field \\\"nonsense\\\" on type \\\"Query\\\".")]
    [InlineData("{ plans {", null, "Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("query ($n: Int!) { plans(first: $n) { totalCount } }", """{"n":"two"}""", "Variable \\\"$n\\\" has invalid value")]
    public async Task A_query_with_an_error_answers_with_it_and_exits_1(string query, string? variables, string message)
    {
        string[] arguments = ["query", query, "--releases", Releases];

        var (code, output, _) = await Tool.Run(variables is null ? arguments : [.. arguments, "--variables", variables]);

        Assert.Equal(1, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "--variables is not JSON")]
    [InlineData("[1]", "--variables must be a JSON object")]
    public async Task Variables_that_are_no_object_are_refused(string variables, string message)
    {
        var (code, _, errors) = await Tool.Run(["query", "{ release { id } }", "--variables", variables, "--releases", Releases]);

        Assert.Equal(1, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_prints_the_contract()
    {
        var (code, output, _) = await Tool.Run(["schema"]);

        Assert.Equal(0, code);
        Snapshot.Match(output, "schema");
    }

    [Fact]
    public async Task A_busy_port_is_told_and_exits_1()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)busy.LocalEndpoint).Port}";

        var (code, _, errors) = await Tool.Run(["serve", "--urls", url, "--releases", Releases]);

        Assert.Equal(1, code);
        Assert.Contains($"{url}: address already in use: choose another address with --urls", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:18499")]
    [InlineData("http://203.0.113.5:18499", "Published release")]
    public async Task An_address_that_is_none_is_told_in_a_line_and_before_anything_is_loaded_if_it_can_be(string url, string loaded = "")
    {
        var (code, output, errors) = await Tool.Run(["serve", "--urls", url, "--releases", Releases]);

        Assert.Equal(1, code);
        Assert.StartsWith($"Cannot listen on '{url}': ", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.StartsWith(loaded, output, StringComparison.Ordinal);
        Assert.Equal(loaded.Length > 0, File.Exists(Path.Combine(Releases, "catalogue.release")));
    }

    [Fact]
    public async Task A_mistake_in_the_options_is_told_without_the_list_of_them()
    {
        var (code, output, errors) = await Tool.Run(["build", "--plans", ""]);

        Assert.Equal((1, ""), (code, output.Trim()));
        Assert.Equal(["--plans takes a folder.", "See `strategygraph build --help`."], errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Without_plan_files_the_release_answers_and_says_so()
    {
        await Tool.Run(["build", "--releases", Releases]);

        var (code, output, errors) = await Tool.Run(["query", "{ release { plans } }", "--plans", "nowhere", "--releases", Releases]);

        Assert.Equal((0, """{"data":{"release":{"plans":5}}}"""), (code, Compact(output)));
        Assert.Equal("There is no folder nowhere: the release answers as it was published.", errors.TrimEnd());
    }

    [Fact]
    public async Task A_folder_in_a_releases_place_is_told_and_exits_1()
    {
        var release = Path.Combine(Releases, "catalogue.release");
        Directory.CreateDirectory(release);

        var (code, _, errors) = await Tool.Run(["build", "--releases", Releases]);

        Assert.Equal((1, $"{release} is a folder, and not a release: move it away."), (code, errors.TrimEnd()));
    }

    [Fact]
    public async Task A_build_that_is_interrupted_ends_in_order()
    {
        // Held by another, so that it waits.
        Directory.CreateDirectory(Releases);
        using var held = new FileStream(Path.Combine(Releases, "catalogue.release.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using var process = Tool.Start(["build", "--releases", Releases]);
        await Task.Delay(TimeSpan.FromSeconds(4));
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((130, "Stopped before the end; nothing was changed."), (process.ExitCode, (await process.StandardError.ReadToEndAsync()).TrimEnd()));
        Assert.Equal(["catalogue.release.lock"], Directory.GetFiles(Releases).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task Without_plan_files_and_releases_there_is_nothing_to_serve()
    {
        var (code, _, errors) = await Tool.Run(["serve", "--urls", "http://127.0.0.1:0"], folder: _folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("seeds", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_and_exits_1()
    {
        var file = _folder.File("a-file", "");

        var (code, _, errors) = await Tool.Run(["build", "--releases", Path.Combine(file, "releases")]);

        Assert.Equal((1, $"{file} is a file. Name a folder."), (code, errors.TrimEnd()));
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_told_with_the_usage()
    {
        var (code, output, errors) = await Tool.Run(["buidl"]);

        Assert.Equal(1, code);
        Assert.Contains("buidl", errors, StringComparison.Ordinal);
        Assert.Contains("build", output + errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Unescaped);
}
