namespace StrategyGraph.Plans;

/// <summary>Holds what is printed against what was computed.</summary>
internal static class ProgressVerdicts
{
    /// <summary>The levels, under each parent, of which anything is rated at this time.</summary>
    public static HashSet<(int Parent, int Level)> RatedLevels(ProgressTree tree, ReadOnlySpan<ProgressFigure> figures)
    {
        var rated = new HashSet<(int, int)>();
        for (var at = 1; at < figures.Length; at++)
        {
            if (figures[at].IsRated) rated.Add((tree.Nodes[at].Parent, tree.Nodes[at].Element!.Level.Depth));
        }

        return rated;
    }

    /// <summary>A node's progress at a time; null where the plan has nothing on it and could not be expected to.</summary>
    public static Progress? Judge(ProgressTree tree, int at, DateOnly asOf, ReadOnlySpan<ProgressFigure> figures, HashSet<(int Parent, int Level)> ratedLevels, Municipality municipality)
    {
        var figure = figures[at];
        if (Verdict(figure) is not { } verdict)
        {
            if (figure.Published.Count == 0 && !IsExpected(tree.Nodes[at], asOf, ratedLevels)) return null;
            verdict = ProgressVerdict.NotRated;
        }

        return new Progress(
            municipality.FiscalYearOf(asOf), asOf, Printings(figure), figure.Computed, verdict, figure.IsRated || figure.Published is not [var place, ..] ? null : place.Missing);
    }

    private static ProgressVerdict? Verdict(ProgressFigure figure)
    {
        if (HasConflict(figure.Published)) return ProgressVerdict.SourcesConflict;
        return (figure.IsPrinted, figure.Computed) switch
        {
            (_, null) when figure.IsMixed => ProgressVerdict.NotComparable,
            (false, null) => null,
            (false, _) => ProgressVerdict.ComputedOnly,
            (true, null) => ProgressVerdict.PublishedOnly,
            (true, { Missing: > 0 }) => ProgressVerdict.NotComparable,
            (true, { } computed) => Compare(figure, computed),
        };
    }

    private static ProgressVerdict Compare(ProgressFigure figure, ComputedProgress computed)
    {
        if (figure.Own is [var printed, ..]) return Verdict(computed.Rule.Reproduces(printed, figure.Exact));

        // A grade is no percentage, but may stand for a band of it.
        var grade = figure.Published.Find(assessment => assessment is { Missing: null, Assessor: AssessorKind.Self or AssessorKind.Internal });
        var band = grade?.Scale.Values.FirstOrDefault(value => value.Label == grade.Value);
        if (band is null or { From: null, To: null }) return ProgressVerdict.NotComparable;
        return Verdict(!(computed.Percent < band.From) && !(computed.Percent > band.To));

        static ProgressVerdict Verdict(bool agrees) => agrees ? ProgressVerdict.Agrees : ProgressVerdict.Differs;
    }

    /// <summary>Whether two printings of the same figure differ.</summary>
    private static bool HasConflict(List<Assessment> published)
    {
        if (published.Count < 2) return false;
        var first = new Dictionary<FigureKind, Assessment>();
        return published.Exists(printing => printing.Missing is null && !first.TryAdd(FigureKind.Of(printing), printing) && Differ(first[FigureKind.Of(printing)], printing));
    }

    private static bool Differ(Assessment one, Assessment other) =>
        one.Score is not null && other.Score is not null ? one.Score != other.Score : PrintedNumber.WithoutSpaces(one.Value) != PrintedNumber.WithoutSpaces(other.Value);

    /// <summary>Whether a rating could be looked for: others of its level beside it are rated at that time.</summary>
    private static bool IsExpected(ProgressNode node, DateOnly asOf, HashSet<(int Parent, int Level)> ratedLevels) =>
        node.Element is { RepeatOf: null } element && node.StandsAt(asOf) && ratedLevels.Contains((node.Parent, element.Level.Depth));

    /// <summary>What the document prints, without the places where an editor found nothing.</summary>
    private static List<Assessment> Printings(ProgressFigure figure) =>
        figure.Published.TrueForAll(assessment => assessment.Value.Length > 0) ? figure.Published : figure.Published.FindAll(assessment => assessment.Value.Length > 0);
}
