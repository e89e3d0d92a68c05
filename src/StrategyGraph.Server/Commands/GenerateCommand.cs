using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using StrategyGraph.Plans.Generating;

namespace StrategyGraph.Server.Commands;

/// <summary><c>generate</c>: writes fictitious plan files, for trying and measuring. Exit 0 when the folder holds them, 1 when it was left as it was.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var municipalities = Number("--municipalities", $"How many municipalities, up to {FictitiousNation.MostMunicipalities}; Japan has 1741.", 1741, 1, FictitiousNation.MostMunicipalities);
        var seed = Number("--seed", "What all is made from: the same seed makes the same files, another seed others.", 42, int.MinValue, int.MaxValue);
        var target = Folders.Target("Where to write: a folder that is not there, is empty, or holds files generated earlier.");
        var command = new Command("generate", "Write plan files of a fictitious Japan, for trying and measuring: real prefectures, invented municipalities and plans.") { target, municipalities, seed };
        command.SetWork((arguments, cancellation) =>
            new Generate(arguments.GetValue(municipalities), arguments.GetValue(seed), arguments.GetRequiredValue(target)).Run(Console.Out, Console.Error, cancellation) ? 0 : 1);
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise, int least, int most)
    {
        return new Option<int>(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => otherwise, CustomParser = Parse };

        int Parse(ArgumentResult argument)
        {
            if (int.TryParse(argument.Tokens[^1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));
            return otherwise;
        }
    }
}
