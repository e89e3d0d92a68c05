using System.CommandLine;
using StrategyGraph.Bench;
using StrategyGraph.Bench.National;

var smoke = new Option<bool>("--smoke") { Description = "Measure the largest documents and the attacks only; exit 1 when one costs too much." };
var validation = new Command("validation", "Measure what documents cost, print it and write docs/validation-cost.md and .svg.") { smoke };
validation.SetAction(arguments => arguments.GetValue(smoke) ? ValidationCost.Check() : ValidationCost.Report("docs"));

var search = new Command("search", "Measure searches through 200,000 measures; exit 1 when one takes more processor time than it may: 20 ms, and on a slower machine as much longer.");
search.SetAction(_ => SearchCost.Check());

var partsFolder = new Option<string?>("--write") { Description = "Write parts.md into this folder.", HelpName = "folder" };
var parts = new Command("parts", "Measure each step of a request, and what it allocates, by BenchmarkDotNet.") { partsFolder };
parts.SetAction(arguments => Parts.Run(arguments.GetValue(partsFolder)));

var root = new RootCommand("What StrategyGraph costs.") { validation, search, parts, NationalBench.Create(), NationalBench.CreateReference(), HostedServer.Create() };
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
