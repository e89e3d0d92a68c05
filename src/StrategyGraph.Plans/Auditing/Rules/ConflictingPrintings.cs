using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// A figure that is printed in several places must be the same in all of them: the printings of one rating in a summary and
/// in a detail table, and the rating of an item and of its repeat (再掲) elsewhere. Both cannot be right.
/// </summary>
internal static class ConflictingPrintings
{
    public static IEnumerable<Finding> Find(AuditedPlan audited)
    {
        foreach (var node in audited.Tree.Nodes)
        {
            foreach (var printings in Figures(node.Assessments))
            {
                Assessment[] different = [.. printings.DistinctBy(Value)];
                if (different.Length > 1) yield return Conflict(audited, node.Element, printings.Key.End, different);
            }

            if (node.Element is { RepeatOf: { } original } repeat && audited.Find(original) is { } repeated)
            {
                foreach (var conflict in OfRepeat(audited, repeat, repeated)) yield return conflict;
            }
        }
    }

    /// <summary>A repeat's own printings against those of the element that it prints again.</summary>
    private static IEnumerable<Finding> OfRepeat(AuditedPlan audited, PlanElement repeat, PlanElement repeated)
    {
        var originals = Figures(repeated.Assessments).ToDictionary(printings => printings.Key, printings => printings.First());
        foreach (var printings in Figures(repeat.Assessments))
        {
            if (originals.TryGetValue(printings.Key, out var original) && Value(printings.First()) != Value(original))
                yield return Conflict(audited, repeat, printings.Key.End, [original, printings.First()]);
        }
    }

    private static IEnumerable<IGrouping<(FigureKind Kind, bool Forecast, DateOnly Start, DateOnly End), Assessment>> Figures(IEnumerable<Assessment> assessments) => assessments
        .Where(assessment => assessment.Missing is null)
        .GroupBy(assessment => (FigureKind.Of(assessment), assessment.Forecast, assessment.Period.Span.Start, assessment.Period.Span.End));

    /// <summary>73, 73% and ７３ are one.</summary>
    private static string Value(Assessment printed) => printed.Score is { } score ? Number(score) : PrintedNumber.WithoutSpaces(printed.Value);

    private static Finding Conflict(AuditedPlan audited, PlanElement? element, DateOnly end, Assessment[] printings)
    {
        var computed = audited.Progress.Series(element).FirstOrDefault(progress => progress.AsOf == end).Computed;
        var first = printings[0];
        return audited.Finding(
            FindingKind.SourcesConflict, Severity.Error, element, $"{end:O}/{FigureKind.Of(first)}/{first.Forecast}", printings.Select(printed => printed.Citation),
            first.Value, string.Join(", ", printings.Skip(1).Select(printed => printed.Value)),
            language =>
            {
                var time = audited.Period(first.Period, language);
                var places = List(printings.Select(printed => At(printed.Value, printed.Citation, language)), language);
                return language is Language.Ja
                    ? $"{time}の同じ数値が所によって異なる：{places}。{Explained(printings, computed, language)}"
                    : $"One figure of {time} is printed differently: {places}.{Explained(printings, computed, language)}";
            });
    }

    /// <summary>What the plan's rule makes, and whether rounding and cutting make one printing each: the likeliest way to print 88.6 as 89 and as 88.</summary>
    private static string Explained(Assessment[] printings, ComputedProgress? computed, Language language)
    {
        if (computed is null or { Missing: > 0 }) return "";
        var exact = Number(computed.Exact);
        var rounds = printings.Any(printed => printed.Percent == Math.Round(computed.Exact, MidpointRounding.AwayFromZero));
        var cuts = printings.Any(printed => printed.Percent == Math.Floor(computed.Exact));
        var both = rounds && cuts && computed.Exact % 1 != 0;
        return language is Language.Ja
            ? $"部分からの算出では{exact}。" + (both ? "四捨五入と切り捨ての違いと見られる。" : "")
            : $" The parts make {exact}." + (both ? " One looks rounded, the other cut off." : "");
    }
}
