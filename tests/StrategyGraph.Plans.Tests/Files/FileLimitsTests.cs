using System.Text;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Plans.Tests.Files;

/// <summary>Whatever bytes a file holds, the answer is a line that says what is wrong, soon.</summary>
public class FileLimitsTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(PlanFolder.Samples, "pledges.yaml"));

    private static string ErrorsOf(byte[] bytes)
    {
        using var folder = new PlanFolder().With("plan.yaml", bytes);
        return folder.Errors();
    }

    private static string ErrorsOf(string text) => ErrorsOf(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("# only a remark\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_file_is_told(string text) => Assert.Equal("plan.yaml:1:1: FILE_EMPTY The file holds nothing. A plan file begins with 'format: 1'.", ErrorsOf(text));

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new PlanFolder();
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder.Path, "plan.yaml")])) made.WaitForExit();
        Assert.Equal("plan.yaml:1:1: FILE_EMPTY The file holds nothing. A plan file begins with 'format: 1'.", folder.Errors());
    }

    [Fact]
    public void A_byte_order_mark_of_UTF8_is_passed_over() =>
        Assert.Equal("", ErrorsOf([.. Encoding.UTF8.Preamble, .. "format: 1\nmunicipalities: []"u8]));

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-16 little-endian", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("format: 1")], "1:1: NOT_UTF8 The file is UTF-16. Save it as UTF-8." },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("format: 1")], "1:1: NOT_UTF8 The file is UTF-16. Save it as UTF-8." },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes("format: 1"), "1:1: NOT_UTF8 The file is UTF-16 without a byte order mark. Save it as UTF-8." },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("format: 1")], "1:1: NOT_UTF8 The file is UTF-32. Save it as UTF-8." },
        { "Shift_JIS", [.. "format: 1\nplan: { title: "u8, 0x8C, 0x76, 0x89, 0xE6, .. " }"u8], "2:16: NOT_UTF8 The byte 0x8C here is not UTF-8; the file may be Shift_JIS or EUC-JP. Save it as UTF-8." },
        { "cut in the middle of a letter", [.. "format: 1\n# 計"u8, 0xE7, 0x94], "2:4: NOT_UTF8 The byte 0xE7 here is not UTF-8; the file may be Shift_JIS or EUC-JP. Save it as UTF-8." },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], "2:1: NOT_TEXT The file holds the byte 0x1A, which no text has. Is it a plan file? Write it as plain UTF-8 text." },
        { "a zero byte", [.. "format: 1\nplan"u8, 0, .. ":"u8], "2:5: NOT_TEXT The file holds the byte 0x00, which no text has. Is it a plan file? Write it as plain UTF-8 text." },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void What_is_not_UTF8_text_is_told(string what, byte[] bytes, string error)
    {
        Assert.NotEmpty(what);
        Assert.Equal("plan.yaml:" + error, ErrorsOf(bytes));
    }

    [Theory]
    [InlineData("a: &x 1", "1:4: YAML_FEATURE Anchors ('&name') are not used in plan files. Put a text that begins with '&' in quotes.")]
    [InlineData("a: *x", "1:4: YAML_FEATURE Aliases ('*name') are not used in plan files. Write the value out.")]
    [InlineData("a: !!str 1", "1:4: YAML_FEATURE Tags ('!name') are not used in plan files. Put a text that begins with '!' in quotes.")]
    [InlineData("a: { <<: { b: 1 } }", "1:6: YAML_FEATURE Merge keys ('<<') are not used in plan files. Write the keys out.")]
    [InlineData("? [ a ]\n: 1", "1:3: YAML_FEATURE A key must be a word. Put a text that begins with '[', '{' or '?' in quotes.")]
    [InlineData("a: 1\n---\nb: 2", "2:1: YAML_FEATURE A second document ('---') begins here. Write one plan a file.")]
    [InlineData("a: [ 1, 2", "1:4: YAML_SYNTAX This is not YAML: what begins here is not closed, or something in it is not.")]
    [InlineData("a: b: c", "1:5: YAML_SYNTAX This is not YAML: While scanning a plain scalar value, found invalid mapping.")]
    [InlineData("a: \"\\uD800\"", "1:4: YAML_SYNTAX This is not YAML: While scanning a quoted scalar, found invalid Unicode surrogates.")]
    [InlineData("a: \"b", "1:4: YAML_SYNTAX This is not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    public void What_plan_files_do_not_use_is_told(string text, string error) => Assert.Equal("plan.yaml:" + error, ErrorsOf(text));

    [Theory]
    [InlineData("[", "1:65")]
    [InlineData("{a: ", "1:257")]
    [InlineData("- ", "1:129")]
    public void Nesting_ends_at_sixty_four(string opening, string at) =>
        Assert.Equal($"plan.yaml:{at}: TOO_DEEP Values are nested more than 64 deep here.", ErrorsOf(string.Concat(Enumerable.Repeat(opening, 1_000_000))));

    [Fact]
    public void A_file_over_the_limit_is_not_read() =>
        Assert.Equal("plan.yaml:1:1: FILE_TOO_LARGE The file is larger than 8 MiB, the most that is read. Is it a plan file?", ErrorsOf("format: 1\n#" + new string('x', 10_000_000)));

    [Theory]
    [InlineData(@"\0")]
    [InlineData(@"\e[31m")]
    public void An_escape_for_what_is_no_text_is_told(string escape) =>
        Assert.Equal("plan.yaml:2:39: INVALID_VALUE The text holds an escape for a character that no text has. Write the text without it.", ErrorsOf($$"""
            format: 1
            municipalities: [ { code: GB-1, name: "a{{escape}}b" } ]
            """));

    [Fact]
    public void A_message_stays_one_line_however_long_and_strange_what_it_quotes()
    {
        var error = ErrorsOf("format: 1\nmunicipalities: [ { code: GB-1, name: x, \"a\\e\\nb\": 1, " + new string('k', 5_000) + ": 1 } ]").Split('\n');
        Assert.Equal("plan.yaml:2:42: UNKNOWN_FIELD 'a··b' is not a key of 'municipality'. Its keys are code, name, prefecture, fiscalYearStartMonth.", error[0]);
        Assert.Equal(2, error.Length);
        Assert.InRange(error[1].Length, 1_000, 1_100);
    }

    [Fact]
    public void Aliases_do_not_multiply()
    {
        var bomb = new StringBuilder("a: &a [ x, x, x, x, x, x, x, x, x ]\n");
        for (var letter = 'b'; letter <= 'i'; letter++) bomb.Append($"{letter}: &{letter} [ {string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9))} ]\n");
        Assert.Equal("plan.yaml:1:4: YAML_FEATURE Anchors ('&name') are not used in plan files. Put a text that begins with '&' in quotes.", ErrorsOf(bomb.ToString()));
    }

    [Fact]
    public void A_missing_folder_and_an_empty_one_are_told()
    {
        using var folder = new PlanFolder();
        Assert.Equal($"{folder.Path}:1:1: NO_PLAN_FILES The folder holds no plan files: none that ends in .yaml or .yml.", folder.Errors());
        Assert.Equal("nowhere/at-all:1:1: FILE_UNREADABLE There is no such file or folder.", PlanFiles.Read("nowhere/at-all").Errors.Single().ToString());
    }

    [Fact]
    public void Hidden_folders_links_to_folders_and_other_files_are_passed_over()
    {
        using var folder = new PlanFolder().With("a.yaml", "format: 1\nmunicipalities: []").With(".git/b.yaml", "x").With("c.txt", "x").With("d/e.yml", "format: 1\nmunicipalities: []");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "d", "round"), folder.Path);
        var result = PlanFiles.Read(folder.Path);
        Assert.Equal((2, 0), (result.Files, result.Errors.Count));
    }

    [Fact]
    public void One_file_can_be_read_alone()
    {
        using var folder = new PlanFolder().With("a.yaml", "format: 1\nmunicipalities: []");
        Assert.Equal(1, PlanFiles.Read(Path.Combine(folder.Path, "a.yaml")).Files);
    }

    [Fact]
    public void Progress_is_told_and_a_cancelled_reading_ends()
    {
        using var folder = new PlanFolder().With("a.yaml", "format: 1\nmunicipalities: []");
        var told = new Told();
        PlanFiles.Read(folder.Path, told);
        Assert.Equal(1, told.Last);
        Assert.ThrowsAny<OperationCanceledException>(() => PlanFiles.Read(folder.Path, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damaged_files_are_told_and_never_thrown(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var text = new StringBuilder(Sample);
            for (var edit = random.Next(1, 6); edit > 0; edit--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0: text.Length = at + 1; break;
                    case 1: text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)); break;
                    case 2: text.Insert(at, "[]{}:,-?&*!|>'\"%@`# \n\t~★"[random.Next(24)]); break;
                    default: text.Insert(at, text.ToString(random.Next(text.Length), 1) + "\n"); break;
                }
            }

            var errors = new FileErrors("plan.yaml");
            if (FileText.Decode(Encoding.UTF8.GetBytes(text.ToString()), errors) is { } decoded) YamlScan.Read(decoded, errors);
            if (round % 10 == 0) ErrorsOf(text.ToString());
        }
    }

    private sealed class Told : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
