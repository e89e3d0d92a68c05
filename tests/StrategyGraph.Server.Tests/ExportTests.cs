namespace StrategyGraph.Server.Tests;

/// <summary><c>export</c> as users run it: what is published comes back as plan files, and nothing else in the folder is touched.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "export");

    private async Task<string> Build(string plans, string releases = "releases")
    {
        var (code, output, errors) = await Tool.Run(["build", "--plans", plans, "--releases", Path.Combine(_folder.Path, releases)]);
        Assert.True(code == 0, errors);
        return output.Split(' ')[2].TrimEnd(':');
    }

    private Task<(int ExitCode, string Output, string Errors)> Export(string releases = "releases") => Tool.Run(["export", Target, "--releases", Path.Combine(_folder.Path, releases)]);

    private async Task ExpectRefusal(string why)
    {
        var before = Files(_folder.Path);
        var (code, output, errors) = await Export();
        Assert.Equal((1, "", why), (code, output, errors.TrimEnd()));
        Assert.Equal(before, Files(_folder.Path));
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);

    [Theory]
    [InlineData("seeds")]
    [InlineData("tests/Samples")]
    public async Task What_is_exported_builds_into_the_same_release_and_exports_into_the_same_files(string plans)
    {
        var release = await Build(plans);
        var (code, output, errors) = await Export();
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith($"Exported release {release}: ", output, StringComparison.Ordinal);

        var files = Files(Target);
        Assert.Contains("SHA256SUMS", files.Keys);
        Assert.Equal(0, (await Tool.Run(["check", Target])).ExitCode);
        Assert.Equal(release, await Build(Target, "again"));
        Assert.Equal(0, (await Export("again")).ExitCode);
        Assert.Equal(files, Files(Target));
        Assert.Equal(["again", "export", "releases"], Directory.GetDirectories(_folder.Path).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public async Task A_newer_export_replaces_an_earlier_one_and_leaves_what_is_beside_it()
    {
        await Build("tests/Samples");
        await Export();
        _folder.File("export/notes/README.md", "ours");
        var release = await Build("seeds");

        var (code, output, errors) = await Export();

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith($"Exported release {release}: ", output, StringComparison.Ordinal);
        Assert.Equal(["012131", "012360", "SHA256SUMS", "frameworks", "municipalities.yaml", "notes", "plan-file.schema.json"],
            Directory.GetFileSystemEntries(Target).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(release, await Build(Target));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_as_it_is()
    {
        await Build("tests/Samples");
        _folder.File("export/thesis.txt", "years of work");
        await ExpectRefusal($"{Target} is not empty and holds no earlier export. Name an empty folder, or one that is not there.");
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_left_as_it_is()
    {
        await Build("tests/Samples");
        _folder.File("export", "years of work");
        await ExpectRefusal($"{Target} is a file. Name a folder.");
    }

    [Fact]
    public async Task What_was_changed_since_it_was_exported_is_not_overwritten()
    {
        await Build("tests/Samples");
        await Export();
        var edited = Path.Combine(Target, "municipalities.yaml");
        await File.AppendAllTextAsync(edited, "# A remark.\n");
        await ExpectRefusal($"{edited} was changed since it was exported. Take the change into your plan files and remove it, or export to another folder.");
    }

    [Fact]
    public async Task Plan_files_of_others_are_not_mixed_with_the_exported()
    {
        await Build("tests/Samples");
        await Export();
        var foreign = _folder.File("export/990019/ours.yml", "format: 1\n");
        await ExpectRefusal($"{foreign} was not exported. Move it away, or export to another folder.");
    }

    [Fact]
    public async Task A_list_that_names_files_outside_of_its_folder_is_not_followed()
    {
        await Build("tests/Samples");
        await Export();
        var list = Path.Combine(Target, "SHA256SUMS");
        await File.AppendAllTextAsync(list, $"{new string('0', 64)}  990019/../../releases/catalogue.release\n");
        await ExpectRefusal($"{list} names a file outside of its folder: 990019/../../releases/catalogue.release");
    }

    [Fact]
    public async Task Without_a_release_nothing_is_exported() =>
        await ExpectRefusal($"There is no release at {Path.Combine(_folder.Path, "releases", "catalogue.release")}: run `strategygraph build`.");

    public void Dispose() => _folder.Dispose();
}
