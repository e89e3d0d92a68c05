namespace StrategyGraph.Plans;

/// <summary>What makes two ratings of one plan the same kind of figure, so that they may be averaged or contradict each other: the yardstick, and which of several assessors of a kind.</summary>
internal readonly record struct FigureKind(Yardstick Yardstick, string? AssessorName)
{
    public static FigureKind Of(Assessment assessment) => new(Yardstick.Of(assessment), assessment.AssessorName);
}

/// <summary>One node's figures at one time: what is printed, and what follows from its parts.</summary>
internal sealed class ProgressFigure
{
    private static readonly ProgressFigure Nothing = new([]);

    private ProgressFigure(List<Assessment> published) => (Published, Own) = (published, published.TrueForAll(IsOwn) ? published : published.FindAll(IsOwn));

    /// <summary>All that is printed for this time, the missing among them.</summary>
    public List<Assessment> Published { get; }

    /// <summary>The municipality's own printed percentages, the first printing first.</summary>
    public List<Assessment> Own { get; }

    public ComputedProgress? Computed { get; private set; }

    /// <summary>The computed figure before rounding, in decimals.</summary>
    public decimal Exact { get; private set; }

    /// <summary>Whether parts have ratings that may not enter one mean.</summary>
    public bool IsMixed { get; private set; }

    public bool IsPrinted => Published.Exists(assessment => assessment.Missing is null);

    public bool IsRated => IsPrinted || Computed is not null;

    /// <summary>What kind of ratings the computed figure is made of; null where a declared rule makes it a figure of its own level.</summary>
    private FigureKind? KindOfParts { get; set; }

    /// <param name="published">What is printed for the node at this time, if anything is.</param>
    /// <param name="figures">Those of all nodes after <paramref name="at"/> are there already.</param>
    public static ProgressFigure Of(ProgressTree tree, int at, DateOnly asOf, List<Assessment>? published, ReadOnlySpan<ProgressFigure> figures)
    {
        var node = tree.Nodes[at];
        if (published is null && node.Rule is null) return Nothing;
        var figure = new ProgressFigure(published ?? []);
        if (node.Rule is { } rule) figure.Compute(tree, node, rule, asOf, figures);
        return figure;
    }

    /// <summary>Whether it is a percentage of the municipality's own.</summary>
    internal static bool IsOwn(Assessment assessment) => assessment is { Percent: not null, Missing: null, Assessor: AssessorKind.Self or AssessorKind.Internal };

    private void Compute(ProgressTree tree, ProgressNode node, AggregationRule rule, DateOnly asOf, ReadOnlySpan<ProgressFigure> figures)
    {
        FigureKind? kind = null;
        Assessment? sample = null;
        var (sum, weights, parts, rated) = (0m, 0m, 0, 0);
        foreach (var at in node.Parts)
        {
            var part = figures[at];
            if (!part.IsRated && !tree.Nodes[at].StandsAt(asOf)) continue;
            parts++;
            if (part.AsPart(rule.Method, kind) is not { } value)
            {
                // A rating that is no percentage, or not the municipality's own, is there but enters no mean.
                IsMixed |= part.IsPrinted || part.IsMixed;
                continue;
            }

            IsMixed |= kind is not null && value.Kind is not null && value.Kind != kind;
            kind ??= value.Kind;
            sample ??= value.Printed;
            var weight = rule.Method is AggregationMethod.WeightedMean ? (decimal)(tree.Nodes[at].Element!.Weight ?? 1) : 1;
            sum += value.Percent * weight;
            weights += weight;
            rated++;
        }

        if (IsMixed || weights == 0) return;
        Exact = rule.Mean(sum, weights);
        KindOfParts = node.IsDeclared ? null : kind;
        Computed = new ComputedProgress((double)rule.Rounded(Exact), (double)Exact, rule, parts, rated, parts - rated) { Part = sample! };
    }

    /// <summary>
    /// The value that enters the mean of the whole. The mean of exact parts takes a computed figure that reproduces a
    /// printed one (or where none is printed), since the document rounded it only to print it; else what is printed counts.
    /// </summary>
    /// <param name="kind">The kind of the parts before it, which its own printings are searched for.</param>
    private (decimal Percent, FigureKind? Kind, Assessment Printed)? AsPart(AggregationMethod method, FigureKind? kind)
    {
        if (Own.Count == 0)
            return Computed is null ? null : (method is AggregationMethod.MeanOfRounded ? Computed.Rule.Rounded(Exact) : Exact, KindOfParts, Computed.Part);

        var printed = Own.Find(assessment => FigureKind.Of(assessment) == kind) ?? Own[0];
        var exact = method is not AggregationMethod.MeanOfRounded && Computed is { Missing: 0 } && Own.Exists(assessment => Computed.Rule.Reproduces(assessment, Exact));
        return (exact ? Exact : (decimal)printed.Percent!.Value, FigureKind.Of(printed), printed);
    }
}
