using System.CommandLine;

namespace StrategyGraph.Server.Commands;

/// <summary><c>build</c>: compiles the plan files into a release and publishes it, or leaves what is published as it was.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var (plans, releases) = (Folders.Plans(), Folders.Releases());
        var command = new Command("build", "Compile the plan files into a release and publish it.") { plans, releases };
        command.SetWork((arguments, cancellation) =>
            new Build(arguments.GetRequiredValue(plans), arguments.GetRequiredValue(releases)).Run(Console.Out, Console.Error, cancellation) ? 0 : 1);
        return command;
    }
}
