using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using StrategyGraph.Bench.National;
using StrategyGraph.Catalog;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Plans.Files;
using StrategyGraph.Plans.Generating;
using StrategyGraph.Server;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Bench;

/// <summary><c>parts</c>: what each step of a request takes and allocates, by BenchmarkDotNet.</summary>
internal static class Parts
{
    /// <summary>Prints the tables and, with a folder, writes them there as parts.md; exit 1 when a step fails.</summary>
    public static int Run(string? folder)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(200)))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "strategygraph-parts"));
        var summaries = BenchmarkRunner.Run([typeof(StepsOfARequest), typeof(Writing)], config);
        var page = new AccumulationLogger();
        page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            # What the steps of a request take

            Made by `dotnet run -c Release --project tests/Bench -- parts --write docs` on {DateTime.UtcNow:yyyy-MM-dd}, over twenty municipalities of `generate`. Lexing to
            planning happens once a document; execution, which writes the response as it goes, at each request. Introspection is executed once and then sent as it was.
            """));
        foreach (var summary in summaries) MarkdownExporter.GitHub.ExportToLog(summary, page);
        Console.WriteLine(page.GetLog());
        if (folder is not null) File.WriteAllText(Path.Combine(folder, "parts.md"), page.GetLog().ReplaceLineEndings("\n").TrimEnd() + "\n");
        return Array.TrueForAll(summaries, summary => summary.Reports.Length > 0 && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }

    /// <summary>Twenty municipalities with their plans, as <c>generate</c> writes them.</summary>
    public static PlanGraph Country()
    {
        var folder = Directory.CreateTempSubdirectory("strategygraph-bench-");
        try
        {
            var nation = new FictitiousNation(20, seed: 42);
            foreach (var file in Enumerable.Range(0, nation.Municipalities.Count).SelectMany(nation.FilesOf).Concat(nation.SharedFiles()))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            var holdings = PlanFiles.Read(folder.FullName).Holdings!;
            return new PlanGraph(holdings, new Release(Release.CurrentFormat, "", DateTime.UnixEpoch, "", 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>
/// Lexing to planning happens once a document, execution at each request. Executing is writing: there is one pass, so <see cref="Execute"/>
/// has both, from the plan found by its document to the response's last byte.
/// </summary>
[MemoryDiagnoser]
public class StepsOfARequest
{
    private GraphQLServer _server = null!;
    private PlanGraph _graph = null!;
    private DocumentNode _parsed = null!;
    private string _text = "";
    private JsonElement _variables;

    [ParamsAllValues]
    public Asked Document { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _graph = Parts.Country();
        _server = PlanSchema.CreateServer(PlanSchema.LoadSchema(), GraphQLOptions.Default);
        var municipality = _graph.Municipalities[7];
        (_text, object variables) = Document switch
        {
            Asked.Tiny => (Documents.Tiny, new { id = _graph.Plans[7].Id }),
            Asked.Tree => (Documents.Tree, new { code = municipality.Code.Value }),
            _ => (Documents.Introspection, (object)new { }),
        };
        _parsed = Subject.Parse(_text);
        _variables = JsonSerializer.SerializeToElement(variables);
    }

    [Benchmark]
    public int Lex() => Subject.Lex(_text);

    [Benchmark]
    public object Parse() => Subject.Parse(_text);

    [Benchmark]
    public int Validate() => Subject.Validate(_parsed).Count;

    [Benchmark]
    public void Plan() => Subject.Plan(_parsed);

    [Benchmark]
    public int Execute()
    {
        using var response = _server.Execute(new ExecutionRequest(_text, Variables: _variables, Root: _graph));
        return response.Body.Length;
    }

    public enum Asked { Tiny, Tree, Introspection }
}

/// <summary>The values of a tree, written again by the engine's writer and by the base class library's.</summary>
[MemoryDiagnoser]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet ends what it began by GlobalCleanup.")]
public class Writing
{
    private readonly ResponseWriter _ours = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _theirs = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    private string[] _texts = [];
    private double[] _numbers = [];

    [GlobalSetup]
    public void Prepare()
    {
        var measures = Parts.Country().Municipalities[7].Plans.SelectMany(plan => plan.Measures).ToArray();
        _texts = [.. measures.Select(measure => measure.Title(Plans.Language.Ja))];
        _numbers = [.. measures.SelectMany(measure => measure.ProgressSeries).Select(progress => progress.Percent ?? 0)];
    }

    [GlobalCleanup]
    public void End()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Benchmark(Baseline = true)]
    public long Utf8JsonWriter()
    {
        _buffer.ResetWrittenCount();
        _theirs.Reset(_buffer);
        _theirs.WriteStartArray();
        foreach (var text in _texts) _theirs.WriteStringValue(text);
        foreach (var number in _numbers) _theirs.WriteNumberValue(number);
        _theirs.WriteEndArray();
        _theirs.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public long ResponseWriter()
    {
        _ours.Rewind(0);
        foreach (var text in _texts)
        {
            _ours.String(text);
            _ours.Byte((byte)',');
        }

        foreach (var number in _numbers)
        {
            _ours.Float(number);
            _ours.Byte((byte)',');
        }

        return _ours.Length;
    }
}
