namespace StrategyGraph.Server.Tests;

/// <summary><c>generate</c> as users run it, and what <c>build</c> makes of many files.</summary>
public sealed class GenerateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "nation");

    private Task<(int ExitCode, string Output, string Errors)> Generate(int municipalities = 5, int seed = 42) =>
        Tool.Run(["generate", "--municipalities", $"{municipalities}", "--seed", $"{seed}", Target]);

    private async Task<string> Build(string releases)
    {
        var (code, output, errors) = await Tool.Run(["build", "--plans", Target, "--releases", Path.Combine(_folder.Path, releases)]);
        Assert.Equal((0, ""), (code, errors));
        return output;
    }

    private static string IdIn(string output) => output.Split(' ')[2].TrimEnd(':');

    private Dictionary<string, string> Files() =>
        Directory.GetFiles(Target, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(Target, path), File.ReadAllText);

    [Fact]
    public async Task The_same_seed_writes_the_same_files_over_the_earlier_ones_and_another_seed_others()
    {
        var first = await Generate();
        Assert.Equal((0, $"Generated 15 fictitious plans of 5 municipalities from seed 42 to {Target}.", ""), (first.ExitCode, first.Output.TrimEnd(), first.Errors));
        var files = Files();
        Assert.Equal(0, (await Generate()).ExitCode);
        Assert.Equal(files, Files());
        Assert.Equal(0, (await Generate(seed: 43)).ExitCode);
        Assert.NotEqual(files, Files());
        Assert.Equal(15 + 4, Files().Count);
        Assert.Equal(["nation"], Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task Nothing_is_replaced_that_was_not_generated()
    {
        _folder.File("nation/notes.txt", "ours");
        var (code, output, errors) = await Generate();
        Assert.Equal((1, "", $"{Target} is not empty and holds no earlier generation. Name an empty folder, or one that is not there."), (code, output, errors.TrimEnd()));
        Assert.Equal(["notes.txt"], Files().Keys);
    }

    [Fact]
    public async Task A_generated_file_that_was_changed_is_kept()
    {
        await Generate();
        var changed = Path.Combine(Target, "municipalities.yaml");
        await File.AppendAllTextAsync(changed, "# ours\n");
        var (code, _, errors) = await Generate(seed: 43);
        Assert.Equal(1, code);
        Assert.StartsWith($"{changed} was changed since it was generated.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100000")]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("")]
    [InlineData("2500000000000")]
    public async Task A_number_that_cannot_be_is_refused(string municipalities)
    {
        var (code, output, errors) = await Tool.Run(["generate", "--municipalities", municipalities, Target]);
        Assert.Equal((1, ""), (code, output.Trim()));
        Assert.Equal(["--municipalities takes a number from 1 to 2500.", "See `strategygraph generate --help`."], errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task One_municipality_is_called_one() =>
        Assert.Equal($"Generated 3 fictitious plans of 1 municipality from seed 42 to {Target}.", (await Generate(municipalities: 1)).Output.TrimEnd());

    [Fact]
    public async Task A_folder_that_is_there_and_empty_is_filled_and_not_replaced()
    {
        var behind = Directory.CreateDirectory(Path.Combine(_folder.Path, "behind"));
        Directory.CreateSymbolicLink(Target, behind.FullName);
        Assert.Equal(0, (await Generate(municipalities: 1)).ExitCode);
        Assert.Equal(behind.FullName, new DirectoryInfo(Target).LinkTarget);
        Assert.Equal(3 + 4, Files().Count);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task What_is_stopped_leaves_nothing_behind(string signal, int expected)
    {
        using var process = Tool.Start(["generate", "--municipalities", "2500", Target]);
        await Begun();
        System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((expected, "Stopped before the end; nothing was changed."), (process.ExitCode, (await process.StandardError.ReadToEndAsync()).TrimEnd()));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_a_killed_one_left_behind_is_deleted_by_the_next_and_nothing_else()
    {
        using var process = Tool.Start(["generate", "--municipalities", "2500", Target]);
        await Begun();
        var beside = await Tool.Run(["generate", "--municipalities", "1", Target + "-2"]);
        Assert.Equal(2, Directory.GetDirectories(_folder.Path).Length);
        process.Kill();
        await process.WaitForExitAsync();
        _folder.File("nation.notes.generating/ours", "");

        Assert.Equal(0, (await Generate(municipalities: 1)).ExitCode);
        Assert.Equal(["nation", "nation-2", "nation.notes.generating"], Directory.GetDirectories(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal((0, ""), (beside.ExitCode, beside.Errors));
    }

    /// <summary>Waits until files are written.</summary>
    private async Task Begun()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Directory.GetFiles(_folder.Path, "*.yaml", SearchOption.AllDirectories).Length < 20) await Task.Delay(20, patience.Token);
    }

    [Fact]
    public async Task Where_plans_cannot_be_written_a_line_says_so_and_nothing_is_left()
    {
        // What all plans refer to can be written, at 4,095 characters; the plans, by several threads, have longer names.
        const int Longest = 4095, Aside = 44, Shared = 26;
        var above = _folder.Path;
        while (above.Length < Longest - Aside - Shared - 220) above = Path.Combine(above, new string('a', 100));
        Directory.CreateDirectory(above);
        var target = Path.Combine(above, new string('b', Longest - Aside - Shared - above.Length - 1));

        var (code, output, errors) = await Tool.Run(["generate", "--municipalities", "20", target]);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"{target} could not be written: ", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(above));
    }

    [Fact]
    public async Task What_is_no_folder_is_told_in_a_line()
    {
        var file = _folder.File("a-file", "");
        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "nowhere");
        await ExpectObstacle(Path.Combine(file, "below"), $"{file} is a file. Name a folder.");
        await ExpectObstacle(link, $"{link} is a link to what is not there. Name a folder.");

        static async Task ExpectObstacle(string target, string why)
        {
            var (code, output, errors) = await Tool.Run(["generate", "--municipalities", "1", target]);
            Assert.Equal((1, "", why), (code, output, errors.TrimEnd()));
        }
    }

    [Fact]
    public async Task Help_says_that_all_of_it_is_invented() =>
        Assert.Contains("invented municipalities and plans", (await Tool.Run(["generate", "--help"])).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public async Task A_build_after_one_file_changed_reads_that_one_and_comes_to_what_a_whole_build_does()
    {
        await Generate();
        var first = await Build("releases");
        var changed = Directory.GetFiles(Target, "*-pledges.yaml", SearchOption.AllDirectories)[0];
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(changed)).Replace("status: ADOPTED", "status: REVISED", StringComparison.Ordinal));

        var second = await Build("releases");

        Assert.StartsWith("Published", second, StringComparison.Ordinal);
        Assert.Contains("Not read again, since their files have not changed: 14 plans.", second, StringComparison.Ordinal);
        Assert.NotEqual(IdIn(first), IdIn(second));
        var whole = await Build("elsewhere");
        Assert.Equal(IdIn(whole), IdIn(second));
        Assert.DoesNotContain("Not read again", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("catalogue.release")]
    [InlineData("built-from")]
    public async Task Where_a_release_or_its_list_is_not_what_was_published_all_is_read(string altered)
    {
        await Generate(municipalities: 2);
        await Build("releases");
        await File.AppendAllTextAsync(Path.Combine(_folder.Path, "releases", altered), "x\n");
        Assert.DoesNotContain("Not read again", await Build("releases"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
