using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A printed figure of the plan or an element must be what the plan's rule makes of its parts, in every year. Where it is
/// not, the document may have averaged figures that it prints more coarsely (a reason to know, not a fault), the rule that
/// an editor found may be wrong (a warning), or the rule that the document states does not make its own figures (an error).
/// Where no rule is declared, only a figure beyond all of its parts is more than a remark.
/// </summary>
internal static class PublishedAgainstComputed
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        var judged = Judged(audited);
        foreach (var (at, progress) in judged)
        {
            if (!Differs(progress) || PrintedOf(progress) is not { } printed) continue;
            var (node, computed) = (audited.Tree.Nodes[at], progress.Computed!);
            var others = judged.Where(other => other.At != at && other.Progress.AsOf == progress.AsOf && audited.Tree.Nodes[other.At].Element?.Level == node.Element?.Level).ToArray();
            var alike = others.Count(other => !Differs(other.Progress));
            var possible = audited.PossibleAt(progress.AsOf);
            var (severity, hidden) = Weigh(node, at, computed.Rule, printed, possible);
            yield return audited.Finding(
                FindingKind.PublishedDiffersFromComputed, severity, node.Element, $"{progress.AsOf:O}",
                progress.Published.Select(printing => printing.Citation).Append(computed.Rule.Citation)
                    .Concat(possible.Parts(at).SelectMany(possible.Own).Select(part => part.Citation)),
                Exactly(computed), printed.Value,
                language => Message(audited, progress, printed, node.IsDeclared, hidden, (alike, others.Length), language));
        }
    }

    /// <summary>All progress that is printed and computed from all of its parts.</summary>
    private static List<(int At, Progress Progress)> Judged(AuditedPlan audited) =>
    [
        .. Enumerable.Range(0, audited.Tree.Nodes.Length)
            .SelectMany(at => audited.Progress.Series(audited.Tree.Nodes[at].Element), (at, progress) => (at, progress))
            .Where(judged => judged.progress is { Computed.Missing: 0, Verdict: ProgressVerdict.Agrees or ProgressVerdict.Differs or ProgressVerdict.SourcesConflict }),
    ];

    /// <summary>Whether the rule makes none of the printings.</summary>
    private static bool Differs(Progress progress) => progress.Verdict is ProgressVerdict.Differs
        || (progress.Verdict is ProgressVerdict.SourcesConflict && progress.Computed is { } computed
            && !progress.Published.Any(printed => printed is { Missing: null, Percent: not null } && computed.Rule.Reproduces(printed, (decimal)computed.Exact)));

    /// <summary>The printing that the verdict is on: the municipality's own first, a percentage before a grade.</summary>
    private static Assessment? PrintedOf(Progress progress) => progress.Published
        .Where(printed => printed is { Missing: null, Assessor: AssessorKind.Self or AssessorKind.Internal })
        .OrderBy(printed => printed.Percent is null).FirstOrDefault();

    /// <summary>How much it means, and what the parts can stand for where that hides the difference.</summary>
    private static (Severity, RatingBand? Hidden) Weigh(ProgressNode node, int at, AggregationRule rule, Assessment printed, PossibleFigures possible)
    {
        if (RatingBand.Of(printed) is not { } figure) return (Severity.Warning, null);
        if (!node.IsDeclared) return (possible.Between(at) is { } between && !between.Meets(figure) ? Severity.Warning : Severity.Info, null);
        if (possible.Of(at) is { } makes && makes.Meets(figure) && makes.Low != makes.High) return (Severity.Info, makes);

        // What stars that cannot mean the percentage say is an error of its own kind.
        var onOneScale = possible.ScalesOfParts(at).All(scale => scale == printed.Scale);
        return (rule.Stated && onOneScale ? Severity.Error : Severity.Warning, null);
    }

    private static string Exactly(ComputedProgress computed) => computed.Percent == computed.Exact
        ? $"{Number(computed.Percent)} ({computed.Rated}/{computed.Parts})"
        : $"{Number(computed.Percent)} ({Number(computed.Exact)}, {computed.Rated}/{computed.Parts})";

    private static string Message(
        AuditedPlan audited, Progress progress, Assessment printed, bool isDeclared, RatingBand? hidden, (int Alike, int All) others, Language language)
    {
        var (computed, time) = (progress.Computed!, Time(progress, language));
        var exact = computed.Percent == computed.Exact ? "" : language is Language.Ja ? $"（端数処理前{Number(computed.Exact)}）" : $" ({Number(computed.Exact)} before rounding)";
        return language is Language.Ja
            ? $"{time}の数値は{printed.Value}と印刷されているが、{(isDeclared ? "計画の算出規則" : "直下の単純平均（規則の記載なし）")}では{Number(computed.Percent)}{exact}になる。部分{computed.Parts}件のうち評価あり{computed.Rated}件。"
                + (others.All > 0 ? $"同じ段階のほかの{others.All}件では{others.Alike}件が一致する。" : "")
                + (hidden is { } band ? $"部分の評価は粗く、{band}のどれでもありうるので、誤りとは限らない。" : "")
            : $"Printed as {printed.Value} for {time}; {(isDeclared ? "the plan's rule" : "the plain mean of what lies below (no rule is stated)")} makes {Number(computed.Percent)}{exact} of the parts, {computed.Rated} of {computed.Parts} rated."
                + (others.All > 0 ? $" It makes the printed figure of {others.Alike} of the {others.All} others of that level." : "")
                + (hidden is { } range ? $" The parts are printed coarsely and can stand for {range}, so nothing need be wrong." : "");
    }
}
