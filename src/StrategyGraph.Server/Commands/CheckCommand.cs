using System.CommandLine;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server.Commands;

/// <summary><c>check</c>: every error of the plan files, one a line. Exit 0 when there is none, 1 otherwise.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder of plan files, or one file.", DefaultValueFactory = _ => "seeds" };
        var command = new Command("check", "Check plan files and report every error.") { path };
        command.SetAction((arguments, cancellation) =>
        {
            var result = PlanFiles.Read(arguments.GetRequiredValue(path), cancellationToken: cancellation);
            return Task.FromResult(Report(result, Console.Out) ? 0 : 1);
        });
        return command;
    }

    /// <summary>Writes the errors and a last line that counts them; whether there are none.</summary>
    public static bool Report(PlanFilesResult result, TextWriter output)
    {
        foreach (var error in result.Errors) output.WriteLine(error);
        output.WriteLine(result.Holdings is { } holdings
            ? $"In order: {Counted.Of(result.Files, "file")}, {Counted.Of(holdings.Plans.Count, "plan")}."
            : $"{Counted.Of(result.Errors.Count, "error")} in {Counted.Of(result.Files, "file")}.");
        return result.Holdings is not null;
    }
}
