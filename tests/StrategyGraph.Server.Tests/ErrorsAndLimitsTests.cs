using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.Validation;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>
/// docs/errors-and-limits.md says each code, limit and rule once, and as the code has it. Whoever adds one is told here which row is
/// missing; a limit is every setting of the engine whose name begins with Max.
/// </summary>
public sealed partial class ErrorsAndLimitsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Tool.Repository, "docs", "errors-and-limits.md"));

    /// <summary>By the names of the constants.</summary>
    private static readonly Dictionary<string, string> Codes = new[] { typeof(ErrorCodes), typeof(PlanErrorCodes) }
        .SelectMany(list => list.GetFields(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(constant => $"{constant.DeclaringType!.Name}.{constant.Name}", constant => (string)constant.GetRawConstantValue()!);

    [Fact]
    public void Every_code_has_one_row_that_says_its_status_its_meaning_and_what_to_do()
    {
        var rows = Table("Codes");
        Assert.Equal(Codes.Values.Order(StringComparer.Ordinal), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.True(row.Length == 4 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));
        Assert.All(rows, row => Assert.Matches(@"^(none|[2-5]\d\d(\\\*)?(, of a? ?fields? 200|, 408)?)$", row[1]));
    }

    [Fact]
    public void Every_limit_has_one_row_with_its_default_and_the_code_of_its_error()
    {
        var rows = Table("Limits");
        Assert.Equal(
            Limits(new GraphQLOptions(), "GraphQL:").Order(StringComparer.Ordinal),
            rows.Select(row => $"{row[0]} = {row[1]}").Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Contains(row[3], Codes.Values));
        Assert.All(rows, row => Assert.NotEqual("", row[2]));
    }

    [Fact]
    public void Every_rule_has_one_row_in_the_order_in_which_rules_report()
    {
        var schema = PlanSchema.LoadSchema();
        var context = new ValidationContext(schema, Parser.Parse("{ a }"), new ValidationOptions { Introspection = false });
        Assert.Equal(SpecifiedRules.ForExecutableDocuments(context).Select(rule => rule.Name), Table("Rules of validation").Select(row => row[0]));
        Assert.Equal(SdlValidator.RuleNames, Table("Rules of schemas").Select(row => row[0]));
        Assert.All([.. Table("Rules of validation"), .. Table("Rules of schemas")], row => Assert.EndsWith(".", row[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_keep_to_one_form_and_none_is_there_twice_or_in_vain()
    {
        Assert.All(Codes.Values, code => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", code));
        Assert.Equal(Codes.Count, Codes.Values.Distinct().Count());

        var source = string.Concat(Sources().Select(file => file.Text));
        Assert.All(Codes.Keys, constant => Assert.Matches($@"\b{Regex.Escape(constant)}\b", source));
    }

    [Fact]
    public void Codes_are_written_nowhere_but_in_their_lists()
    {
        foreach (var (name, text) in Sources().Where(file => Path.GetFileName(file.Name) is not ("ErrorCodes.cs" or "PlanErrorCodes.cs")))
        {
            Assert.True(!Codes.Values.Any(code => text.Contains($"\"{code}\"", StringComparison.Ordinal)), $"{name} writes a code out.");
            Assert.True(!CodeWrittenOut().IsMatch(text), $"{name} makes a code: {CodeWrittenOut().Match(text).Value}");
        }
    }

    [Fact]
    public void The_guard_sees_a_code_that_is_made_up()
    {
        Assert.Matches(CodeWrittenOut(), "[\"code\"] = \"NEW\"");
        Assert.Matches(CodeWrittenOut(), "Refused.With(\"NEW\", x)");
        Assert.DoesNotMatch(CodeWrittenOut(), "[\"code\"] = ErrorCodes.New; WithCode(ErrorCodes.New, \"text\")");
    }

    /// <summary>The engine's settings that begin with Max, as a document writes them: <c>GraphQL:Parsing:MaxTokens = 15000</c>.</summary>
    private static IEnumerable<string> Limits(object section, string prefix) => SettingsReader.SettingsOf(section.GetType()).SelectMany(property =>
        SettingsReader.IsSection(property.PropertyType) ? Limits(property.GetValue(section)!, $"{prefix}{property.Name}:")
        : property.Name.StartsWith("Max", StringComparison.Ordinal) ? [$"{prefix}{property.Name} = {Convert.ToString(property.GetValue(section), CultureInfo.InvariantCulture)}"]
        : []);

    /// <summary>The cells of the rows below a heading, code marks taken off the first and last.</summary>
    private static List<string[]> Table(string heading) =>
    [
        .. Lines.SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (string[])[cells[0].Trim('`'), .. cells[1..^1], cells[^1].Trim('`')]),
    ];

    private static IEnumerable<(string Name, string Text)> Sources() =>
        new[] { "StrategyGraph.GraphQL", "StrategyGraph.Server" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Tool.Repository, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file)));

    [GeneratedRegex("""\["code"\] = "|"code", "|(?:WithCode|OfLimit|Refused\.With)\(\s*"|RefusedException\(\s*\d+,\s*\x22""")]
    private static partial Regex CodeWrittenOut();
}
