using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Auditing;

namespace StrategyGraph.Server.Commands;

/// <summary>Findings as a person reads them, the gravest of each plan first, or as a program does, in the catalogue's order.</summary>
internal sealed class AuditReport(IReadOnlyList<Finding> findings, Language language)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>An enum's value by the contract's name: DUPLICATE_LABEL.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public void WriteText(TextWriter output)
    {
        foreach (var plan in findings.GroupBy(finding => finding.Plan))
        {
            output.WriteLine($"{plan.Key.Municipality.Name.In(language)}: {plan.Key.Title.In(language)} ({plan.Key.Id})");
            output.WriteLine();
            foreach (var finding in plan.OrderByDescending(finding => finding.Severity)) Write(finding, output);
        }

        var counts = Enum.GetValues<Severity>().OrderDescending().Select(severity => $"{findings.Count(finding => finding.Severity == severity)} {Name(severity)}");
        output.WriteLine($"{Counted.Of(findings.Count, "finding")}: {string.Join(", ", counts)}.");
    }

    public void WriteJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(findings.Select(finding => new
    {
        Kind = Name(finding.Kind),
        Severity = Name(finding.Severity),
        Plan = finding.Plan.Id,
        Element = finding.Element?.Id,
        finding.Element?.Label,
        Title = finding.Element?.Title.In(language),
        Message = finding.Message(language),
        finding.Expected,
        finding.Found,
        Citations = finding.Citations.Select(citation => new { Document = citation.Document.Id, citation.Locator }),
    }), Json));

    private void Write(Finding finding, TextWriter output)
    {
        var of = finding.Element is { } element ? $": {element.Label}{(element.Label is null ? "" : " ")}{element.Title.In(language)}" : "";
        output.WriteLine($"  {Name(finding.Severity)} {Name(finding.Kind)}{of}");
        output.WriteLine($"    {finding.Message(language)}");
        if (finding.Expected is { } expected) output.WriteLine($"    expected  {expected}");
        if (finding.Found is { } found) output.WriteLine($"    found     {found}");
        foreach (var citation in finding.Citations) output.WriteLine($"    see       {citation.Document.Title}: {citation.Locator}");
        output.WriteLine();
    }
}
