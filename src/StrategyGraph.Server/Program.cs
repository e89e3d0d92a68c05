using System.CommandLine;
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

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
