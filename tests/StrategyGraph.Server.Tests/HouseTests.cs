using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StrategyGraph.Server.Tests;

/// <summary>Guards the arrows between projects and between the engine's rooms; the sketch of both stands in src/README.md.</summary>
public sealed partial class HouseTests
{
    private static readonly string Root = RepositoryRoot();

    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> AllowedByProject = new()
    {
        ["StrategyGraph.GraphQL"] = ([], []),
        ["StrategyGraph.GraphQL.Generator"] = ([], ["Microsoft.CodeAnalysis.CSharp"]),
        ["StrategyGraph.Plans"] = ([], ["YamlDotNet"]),
        ["StrategyGraph.Catalog"] = (["StrategyGraph.Plans"],
            ["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "SQLitePCLRaw.core", "SQLitePCLRaw.bundle_e_sqlite3"]),
        ["StrategyGraph.Server"] = (
            ["StrategyGraph.GraphQL", "StrategyGraph.GraphQL.Generator", "StrategyGraph.Plans", "StrategyGraph.Catalog"],
            ["OpenTelemetry.Exporter.OpenTelemetryProtocol", "System.CommandLine"]),
    };

    private static readonly Dictionary<string, string[]> AllowedByRoom = new()
    {
        ["Language"] = [],
        ["TypeSystem"] = ["Language"],
        ["Validation"] = ["Language", "TypeSystem"],
        ["Execution"] = ["Language", "TypeSystem"],
        ["Http"] = ["Language"],
    };

    [Fact]
    public void Every_project_of_src_is_known_here() =>
        Assert.Equal(AllowedByProject.Keys.Order(), Directory.GetDirectories(Path.Combine(Root, "src")).Select(d => Path.GetFileName(d)).Order());

    [Fact]
    public void Projects_reference_only_what_the_house_allows()
    {
        foreach (var (project, allowed) in AllowedByProject)
        {
            var file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
            Assert.Empty(Included(file, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/'))).Except(allowed.Projects));
            Assert.Empty(Included(file, "PackageReference").Except(allowed.Packages));
            Assert.Empty(Included(file, "FrameworkReference"));
        }
    }

    [Fact]
    public void The_engine_knows_only_the_base_class_library_and_itself()
    {
        foreach (var file in Sources("StrategyGraph.GraphQL"))
        {
            var strangers = Namespaces().Matches(File.ReadAllText(file)).Select(m => m.Value)
                .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && !n.StartsWith("StrategyGraph.GraphQL", StringComparison.Ordinal));
            Assert.True(!strangers.Any(), $"{file} uses {string.Join(", ", strangers)}");
        }
    }

    [Fact]
    public void The_engines_rooms_open_only_into_the_rooms_below()
    {
        foreach (var (room, allowed) in AllowedByRoom)
        {
            foreach (var file in Sources(Path.Combine("StrategyGraph.GraphQL", room)))
            {
                var text = Comments().Replace(File.ReadAllText(file), "");
                var opened = AllowedByRoom.Keys.Where(other => other != room && Regex.IsMatch(text, $@"(?:GraphQL\.|(?<![\w.])){other}\.[A-Z]|GraphQL\.{other}\s*;"));
                var forbidden = opened.Except(allowed).ToList();
                Assert.True(forbidden.Count == 0, $"{file} opens {string.Join(", ", forbidden)}");
            }
        }
    }

    [Fact]
    public void The_guard_sees_an_arrow_that_is_not_allowed()
    {
        Assert.Matches(@"(?:GraphQL\.|(?<![\w.]))Execution\.[A-Z]|GraphQL\.Execution\s*;", "using StrategyGraph.GraphQL.Execution;");
        Assert.Matches(@"(?:GraphQL\.|(?<![\w.]))Execution\.[A-Z]|GraphQL\.Execution\s*;", "var x = Execution.Planner.Plan();");
        Assert.Equal(["using Microsoft.AspNetCore"], Namespaces().Matches("using Microsoft.AspNetCore.Http;").Select(m => "using " + m.Value[..m.Value.LastIndexOf('.')]));
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"(?<=^using (?:static )?(?:\w+ = )?)[A-Z][\w.]+(?=;)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
