using System.CommandLine;

namespace StrategyGraph.Server.Commands;

/// <summary><c>export</c>: writes what is published back as plan files. Exit 0 when the folder holds the release, 1 when it was left as it was.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var releases = Folders.Releases();
        var target = new Argument<string>("folder") { Description = "Where to write: a folder that is not there, is empty, or holds an earlier export." };
        target.Validators.Add(folder =>
        {
            if (string.IsNullOrWhiteSpace(folder.GetValueOrDefault<string>())) folder.AddError("Name a folder to export to.");
        });
        var command = new Command("export", "Write the published release back as plan files, which build into the same release.") { target, releases };
        command.SetAction((arguments, cancellation) =>
        {
            var export = new Export(arguments.GetRequiredValue(releases), arguments.GetRequiredValue(target));
            return Task.FromResult(export.Run(Console.Out, Console.Error, cancellation) ? 0 : 1);
        });
        return command;
    }
}
