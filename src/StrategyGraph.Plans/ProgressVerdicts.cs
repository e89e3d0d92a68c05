namespace StrategyGraph.Plans;

/// <summary>Holds what is printed against what was computed.</summary>
internal static class ProgressVerdicts
{
    /// <summary>Marks, by the first of its nodes, each level under a parent of which anything is rated at this time.</summary>
    public static void MarkRated(ProgressTree tree, ReadOnlySpan<ProgressFigure> figures, Span<bool> rated)
    {
        rated.Clear();
        for (var at = 1; at < figures.Length; at++) rated[tree.Nodes[at].FirstOfLevel] |= figures[at].IsRated;
    }

    /// <summary>A node's progress at a time; null where the plan has nothing on it and could not be expected to.</summary>
    /// <param name="rated">See <see cref="MarkRated"/>.</param>
    public static Progress? Judge(in ProgressNode node, in ProgressFigure figure, FiscalYear year, DateOnly asOf, ReadOnlySpan<bool> rated)
    {
        if (Verdict(in figure) is not { } verdict)
        {
            if (figure.Published.Count == 0 && !IsExpected(in node, asOf, rated)) return null;
            verdict = ProgressVerdict.NotRated;
        }

        return new Progress(year, asOf, Printings(figure.Published), figure.Computed, verdict, figure.IsRated || figure.Published.Count == 0 ? null : figure.Published[0].Missing);
    }

    private static ProgressVerdict? Verdict(in ProgressFigure figure)
    {
        if (HasConflict(figure.Published)) return ProgressVerdict.SourcesConflict;
        return (figure.IsPrinted, figure.Computed) switch
        {
            (_, null) when figure.IsMixed => ProgressVerdict.NotComparable,
            (false, null) => null,
            (false, _) => ProgressVerdict.ComputedOnly,
            (true, null) => ProgressVerdict.PublishedOnly,
            (true, { Missing: > 0 }) => ProgressVerdict.NotComparable,
            (true, { } computed) => Compare(in figure, computed),
        };
    }

    private static ProgressVerdict Compare(in ProgressFigure figure, ComputedProgress computed)
    {
        if (figure.Own is { } printed) return Verdict(computed.Rule.Reproduces(printed, figure.Exact));

        // A grade is no percentage, but may stand for a band of it.
        var band = Band(figure.Published);
        if (band is null or { From: null, To: null }) return ProgressVerdict.NotComparable;
        return Verdict(!(computed.Percent < band.From) && !(computed.Percent > band.To));

        static ProgressVerdict Verdict(bool agrees) => agrees ? ProgressVerdict.Agrees : ProgressVerdict.Differs;
    }

    /// <summary>What the municipality's own grade stands for.</summary>
    private static RatingValue? Band(ArraySegment<Assessment> published)
    {
        var grade = published.FirstOrDefault(assessment => assessment is { Missing: null, Assessor: AssessorKind.Self or AssessorKind.Internal });
        return grade?.Scale.Values.FirstOrDefault(value => value.Label == grade.Value);
    }

    /// <summary>Whether two printings of the same figure differ: one, and the first of its kind.</summary>
    private static bool HasConflict(ReadOnlySpan<Assessment> published)
    {
        for (var at = 1; at < published.Length; at++)
        {
            if (published[at].Missing is null && FirstOfKind(published[..at], published[at]) is { } first && Differ(first, published[at])) return true;
        }

        return false;
    }

    private static Assessment? FirstOfKind(ReadOnlySpan<Assessment> published, Assessment printing)
    {
        foreach (var other in published)
        {
            if (other.Missing is null && FigureKind.AreSame(other, printing)) return other;
        }

        return null;
    }

    private static bool Differ(Assessment one, Assessment other) =>
        one.Score is not null && other.Score is not null ? one.Score != other.Score : PrintedNumber.WithoutSpaces(one.Value) != PrintedNumber.WithoutSpaces(other.Value);

    /// <summary>Whether a rating could be looked for: others of its level beside it are rated at that time.</summary>
    private static bool IsExpected(in ProgressNode node, DateOnly asOf, ReadOnlySpan<bool> rated) =>
        node.Element is { RepeatOf: null } && node.StandsAt(asOf) && rated[node.FirstOfLevel];

    /// <summary>What the document prints, without the places where an editor found nothing.</summary>
    private static ReadOnlySpan<Assessment> Printings(ArraySegment<Assessment> published)
    {
        foreach (var printing in published)
        {
            if (printing.Value.Length == 0) return published.Where(assessment => assessment.Value.Length > 0).ToArray();
        }

        return published;
    }
}
