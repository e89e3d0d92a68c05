using System.CommandLine;
using System.CommandLine.Parsing;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Auditing;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server.Commands;

/// <summary>
/// <c>audit</c>: what does not agree in the plans, with what was expected, what was found, and where. Exit 0 whatever is
/// found, 1 when the files have errors, 2 when something is found that <c>--fail-on</c> does not let pass.
/// </summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder of plan files, or one file.", DefaultValueFactory = _ => "seeds" };
        var severity = Choice(typeof(Severity), "--severity", "Only what is at least so severe.");
        var kind = Choice(typeof(FindingKind), "--kind", "Only findings of this kind.");
        var plan = new Option<string?>("--plan") { Description = "Only this plan, by the id in its file.", HelpName = "id" };
        var language = Choice(typeof(Language), "--language", "The language of messages and titles; EN when left out.");
        var format = new Option<string>("--format") { Description = "Text to read, or JSON.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var failOn = Choice(typeof(Severity), "--fail-on", "Exit with 2 when anything shown is at least so severe.");
        var command = new Command("audit", "Tell what does not agree in the plans: expected, found, and where.") { path, severity, kind, plan, language, format, failOn };
        command.SetAction((arguments, cancellation) =>
        {
            var read = PlanFiles.Read(arguments.GetRequiredValue(path), cancellationToken: cancellation);
            if (Audit(read, arguments.GetValue(plan), Console.Error) is not { } audited) return Task.FromResult(1);

            var (least, only) = ((Severity?)arguments.GetValue(severity) ?? Severity.Info, (FindingKind?)arguments.GetValue(kind));
            Finding[] findings = [.. audited.Where(finding => finding.Severity >= least && (only is null || finding.Kind == only))];
            var report = new AuditReport(findings, (Language?)arguments.GetValue(language) ?? Language.En);
            if (arguments.GetValue(format) == "json") report.WriteJson(Console.Out);
            else report.WriteText(Console.Out);
            return Task.FromResult(findings.Any(finding => finding.Severity >= (Severity?)arguments.GetValue(failOn)) ? 2 : 0);
        });
        return command;
    }

    /// <summary>The findings of all plans or of one; null, and the reason told, where the files have errors or hold no such plan.</summary>
    private static IEnumerable<Finding>? Audit(PlanFilesResult read, string? plan, TextWriter errors)
    {
        if (read.Holdings is not { } holdings)
        {
            CheckCommand.Report(read, errors);
            return null;
        }

        if (plan is null || holdings.Plans.Any(known => known.Id == plan))
            return PlanAudit.Of(holdings).Where(finding => plan is null || finding.Plan.Id == plan);
        errors.WriteLine($"No file holds a plan '{plan}'. There are: {string.Join(", ", holdings.Plans.Select(known => known.Id))}.");
        return null;
    }

    /// <summary>An option that takes one of the contract's names of an enum's values. No method for each enum: they would be compiled at every start.</summary>
    private static Option<Enum?> Choice(Type vocabulary, string name, string description)
    {
        Enum[] values = [.. Enum.GetValues(vocabulary).Cast<Enum>()];
        var names = string.Join(", ", values.Select(AuditReport.Name));
        return new Option<Enum?>(name) { Description = $"{description} {names}.", HelpName = "value", CustomParser = Parse };

        Enum? Parse(ArgumentResult argument)
        {
            var value = argument.Tokens is [{ Value: var written }] ? Array.Find(values, value => AuditReport.Name(value).Equals(written, StringComparison.OrdinalIgnoreCase)) : null;
            if (value is null) argument.AddError($"{name} takes one of {names}.");
            return value;
        }
    }
}
