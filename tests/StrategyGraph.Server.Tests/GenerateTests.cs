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
    public async Task A_number_that_cannot_be_is_refused(string municipalities)
    {
        var (code, _, errors) = await Tool.Run(["generate", "--municipalities", municipalities, Target]);
        Assert.NotEqual(0, code);
        Assert.Contains("--municipalities", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
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
