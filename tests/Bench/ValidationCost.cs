using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace StrategyGraph.Bench;

/// <summary>What one document cost, in milliseconds of this thread's processor time.</summary>
internal sealed record Cost(Family Family, int Bytes, double Lex, double Parse, double Validate, double Plan)
{
    /// <summary>How many times reading the document's tokens.</summary>
    public double Multiple => (Parse + Validate) / Lex;
}

/// <summary>
/// The promise that validation of the worst accepted document costs a bounded multiple of its length, and that an attack is refused quickly.
/// </summary>
internal static class ValidationCost
{
    /// <summary>Parsing and validation, in times of reading the tokens, of a document of any size and kind.</summary>
    public const double MostMultiple = 100;

    /// <summary>Milliseconds of a document that has next to no tokens: what validation costs before the first of them.</summary>
    private const double Fixed = 0.3;

    /// <summary>Planning is bounded by what a document expands to, not by its length.</summary>
    private const double MostPlan = 25;

    private const double MostPerAttack = 50;
    private const int Attempts = 4;

    public static int Check()
    {
        var failures = 0;
        foreach (var family in Families.All)
        {
            var text = family.Documents()[^1];
            failures += Verdict(
                $"{family.Name}, {text.Length} bytes", () => Measure(family, text, runs: 3), IsBounded,
                c => Format($"{c.Multiple:F0} times lexing, planned in {c.Plan:F1} ms"));
        }

        foreach (var attack in Attacks.All)
        {
            var code = Attacks.CodeOf(Subject.Answer(attack.Request));
            if (code != attack.Code)
            {
                Console.WriteLine($"FAILED {attack.Name}: {code} instead of {attack.Code}");
                failures++;
            }

            failures += Verdict(attack.Name, () => Measure(attack, runs: 3), ms => ms <= MostPerAttack, ms => Format($"{ms:F1} ms"));
        }

        Console.WriteLine(failures == 0 ? "Every document and attack within its bounds." : $"{failures} beyond their bounds.");
        return failures == 0 ? 0 : 1;
    }

    public static int Report(string folder)
    {
        var costs = new List<Cost>();
        foreach (var family in Families.All)
        {
            costs.AddRange(family.Documents().Select(text => Measure(family, text, runs: 7)));
            Console.WriteLine(Row(costs[^1]));
        }

        var attacks = new List<(Attack Attack, double Milliseconds)>();
        foreach (var attack in Attacks.All)
        {
            attacks.Add((attack, Measure(attack, runs: 7)));
            Console.WriteLine(Row(attacks[^1]));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "validation-cost.svg"), CostCurve.Draw(costs));
        File.WriteAllText(Path.Combine(folder, "validation-cost.md"), Markdown(costs, attacks));
        return costs.All(IsBounded) && attacks.All(a => a.Milliseconds <= MostPerAttack) ? 0 : 1;
    }

    private static bool IsBounded(Cost cost) => cost.Parse + cost.Validate <= Fixed + MostMultiple * cost.Lex && cost.Plan <= MostPlan;

    /// <summary>Measured again when it is too much: a machine with other work to do makes a thread slower, and never faster.</summary>
    private static int Verdict<T>(string name, Func<T> measure, Func<T, bool> passes, Func<T, string> describe)
    {
        var measured = measure();
        for (var i = 1; i < Attempts && !passes(measured); i++) measured = measure();
        Console.WriteLine($"{(passes(measured) ? "ok    " : "FAILED")} {name}: {describe(measured)}");
        return passes(measured) ? 0 : 1;
    }

    private static Cost Measure(Family family, string text, int runs)
    {
        var document = Subject.Parse(text);
        return new Cost(
            family, Encoding.UTF8.GetByteCount(text),
            ThreadCpu.Best(runs, () => Subject.Lex(text)),
            ThreadCpu.Best(runs, () => Subject.Parse(text)),
            ThreadCpu.Best(runs, () => Subject.Validate(document)),
            ThreadCpu.Best(runs, () => Subject.Plan(document)));
    }

    private static double Measure(Attack attack, int runs) => ThreadCpu.Best(runs, () => Subject.Answer(attack.Request));

    private static string Markdown(List<Cost> costs, List<(Attack Attack, double Milliseconds)> attacks)
    {
        var text = new StringBuilder();
        text.Append(Format($"""
            # What documents cost

            Written by `dotnet run -c Release --project tests/Bench -- validation` on {DateTime.UtcNow:yyyy-MM-dd}: {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}. All figures are processor time of one thread, the best of several runs, over the plans' own schema with the default limits of [errors-and-limits.md](errors-and-limits.md).

            ## Worst accepted documents

            Each family of documents grows until a limit refuses it. Parsing and validating it costs at most {MostMultiple:F0} times what reading its tokens costs, whatever its size: the guard in `.ci/run` fails beyond that. Planning is bounded by what a document expands to (`MaxFields`), {MostPlan:F0} ms at most, and happens once a document.

            ![Processor time of parsing and validation over document size, one line a family](validation-cost.svg)

            | largest accepted document | bytes | lex ms | parse ms | validate ms | plan ms | parse and validate, × lex |
            |---|---:|---:|---:|---:|---:|---:|

            """));
        foreach (var largest in costs.GroupBy(c => c.Family).Select(g => g.Last())) text.Append(Row(largest)).Append('\n');
        text.Append(Format($"""

            ## Attacks

            Requests that are made to cost much before they are refused, from the bytes of the body to the bytes of the answer; {MostPerAttack:F0} ms at most.

            | attack | bytes | refused with | CPU ms |
            |---|---:|---|---:|

            """));
        foreach (var attack in attacks) text.Append(Row(attack)).Append('\n');
        return text.ToString();
    }

    private static string Row(Cost c) =>
        Format($"| {c.Family.Name} | {c.Bytes} | {c.Lex:F2} | {c.Parse:F2} | {c.Validate:F2} | {c.Plan:F2} | {(c.Parse + c.Validate <= Fixed ? "–" : Format($"{c.Multiple:F0}"))} |");

    private static string Row((Attack Attack, double Milliseconds) a) =>
        Format($"| {a.Attack.Name} | {a.Attack.Request.Body.Length} | `{a.Attack.Code}` | {a.Milliseconds:F1} |");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
