using System.CommandLine;

namespace StrategyGraph.Server.Commands;

/// <summary><c>export</c>: writes what is published back as plan files. Exit 0 when the folder holds the release, 1 when it was left as it was.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var releases = Folders.Releases();
        var target = Folders.Target("Where to write: a folder that is not there, is empty, or holds an earlier export.");
        var command = new Command("export", "Write the published release back as plan files, which build into the same release.") { target, releases };
        command.SetWork((arguments, cancellation) =>
            new Export(arguments.GetRequiredValue(releases), arguments.GetRequiredValue(target)).Run(Console.Out, Console.Error, cancellation) ? 0 : 1);
        return command;
    }
}
