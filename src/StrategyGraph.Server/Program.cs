using System.CommandLine;
using System.CommandLine.Invocation;
using StrategyGraph.Server.Commands;

var root = new RootCommand("StrategyGraph: municipal plans as one graph, answered over GraphQL. Without a command it serves.")
{
    CheckCommand.Create(),
    AuditCommand.Create(),
    BuildCommand.Create(),
    ExportCommand.Create(),
    GenerateCommand.Create(),
    QueryCommand.Create(),
    SchemaCommand.Create(),
};
var serve = ServeCommand.Create();
root.Add(serve);
foreach (var option in serve.Options) root.Add(option);
root.Action = serve.Action;

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction mistaken) mistaken.ShowHelp = false;
var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
if (parsed.Action is ParseErrorAction) Console.Error.WriteLine($"See `strategygraph {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help`.");
return code;
