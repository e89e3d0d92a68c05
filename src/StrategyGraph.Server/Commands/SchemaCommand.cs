using System.CommandLine;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.Server.Commands;

/// <summary><c>schema</c>: the whole contract as one SDL document, as introspection tells it.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the GraphQL schema.");
        command.SetAction(_ => Console.Out.Write(SchemaPrinter.Print(PlanSchema.LoadSchema())));
        return command;
    }
}
