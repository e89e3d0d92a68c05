using System.CommandLine;
using StrategyGraph.Plans.Generating;

namespace StrategyGraph.Server.Commands;

/// <summary><c>generate</c>: writes fictitious plan files, for trying and measuring. Exit 0 when the folder holds them, 1 when it was left as it was.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var municipalities = new Option<int>("--municipalities")
        {
            Description = $"How many municipalities, up to {FictitiousNation.MostMunicipalities}; Japan has 1741.",
            HelpName = "number",
            DefaultValueFactory = _ => 1741,
        };
        municipalities.Validators.Add(number =>
        {
            if (number.GetValueOrDefault<int>() is < 1 or > FictitiousNation.MostMunicipalities)
                number.AddError($"--municipalities takes a number from 1 to {FictitiousNation.MostMunicipalities}.");
        });
        var seed = new Option<int>("--seed") { Description = "What all is made from: the same seed makes the same files, another seed others.", HelpName = "number", DefaultValueFactory = _ => 42 };
        var target = new Argument<string>("folder") { Description = "Where to write: a folder that is not there, is empty, or holds files generated earlier." };
        target.Validators.Add(folder =>
        {
            if (string.IsNullOrWhiteSpace(folder.GetValueOrDefault<string>())) folder.AddError("Name a folder to write to.");
        });
        var command = new Command("generate", "Write plan files of a fictitious Japan, for trying and measuring: real prefectures, invented municipalities and plans.") { target, municipalities, seed };
        command.SetAction((arguments, cancellation) =>
        {
            var generate = new Generate(arguments.GetValue(municipalities), arguments.GetValue(seed), arguments.GetRequiredValue(target));
            return Task.FromResult(generate.Run(Console.Out, Console.Error, cancellation) ? 0 : 1);
        });
        return command;
    }
}
