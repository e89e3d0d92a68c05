namespace StrategyGraph.Plans;

/// <summary>What makes two ratings of one plan the same kind of figure, so that they may be averaged or contradict each other: the yardstick, and which of several assessors of a kind.</summary>
internal readonly record struct FigureKind(Yardstick Yardstick, string? AssessorName)
{
    public static FigureKind Of(Assessment assessment) => new(Yardstick.Of(assessment), assessment.AssessorName);

    public static bool AreSame(Assessment one, Assessment other) => ReferenceEquals(one, other) || Of(one) == Of(other);
}

/// <summary>One node's figures at one time: what is printed, and what follows from its parts.</summary>
internal struct ProgressFigure
{
    /// <summary>A rating of the kind that the computed figure is made of; null where a declared rule makes it a figure of its own level.</summary>
    private Assessment? _kindOfParts;

    private ProgressFigure(ArraySegment<Assessment> published)
    {
        Published = published;
        foreach (var printing in published)
        {
            IsPrinted |= printing.Missing is null;
            if (IsOwn(printing)) Own ??= printing;
        }
    }

    /// <summary>All that is printed for this time, the missing among them.</summary>
    public ArraySegment<Assessment> Published { get; }

    /// <summary>The municipality's own printed percentage: the first printing, where there are several.</summary>
    public Assessment? Own { get; }

    public ComputedProgress? Computed { get; private set; }

    /// <summary>The computed figure before rounding, in decimals.</summary>
    public decimal Exact { get; private set; }

    /// <summary>Whether parts have ratings that may not enter one mean.</summary>
    public bool IsMixed { get; private set; }

    public bool IsPrinted { get; }

    public readonly bool IsRated => IsPrinted || Computed is not null;

    /// <param name="figures">Those of all nodes after <paramref name="at"/> at this time are there already.</param>
    public static ProgressFigure Of(ProgressTree tree, int at, int time, ReadOnlySpan<ProgressFigure> figures)
    {
        var figure = new ProgressFigure(tree.Published(at, time));
        if (tree.Nodes[at].Rule is { } rule) figure.Compute(tree, at, rule, tree.Times[time], figures);
        return figure;
    }

    /// <summary>Whether it is a percentage of the municipality's own.</summary>
    internal static bool IsOwn(Assessment assessment) => assessment is { Percent: not null, Missing: null, Assessor: AssessorKind.Self or AssessorKind.Internal };

    private void Compute(ProgressTree tree, int whole, AggregationRule rule, DateOnly asOf, ReadOnlySpan<ProgressFigure> figures)
    {
        Assessment? kind = null, sample = null;
        var (sum, weights, parts, rated) = (0m, 0m, 0, 0);
        foreach (var at in tree.PartsOf(whole))
        {
            ref readonly var part = ref figures[at];
            if (!part.IsRated && !tree.Nodes[at].StandsAt(asOf)) continue;
            parts++;
            if (part.AsPart(rule.Method, kind) is not { } value)
            {
                // A rating that is no percentage, or not the municipality's own, is there but enters no mean.
                IsMixed |= part.IsPrinted || part.IsMixed;
                continue;
            }

            IsMixed |= kind is not null && value.Kind is not null && !FigureKind.AreSame(value.Kind, kind);
            kind ??= value.Kind;
            sample ??= value.Printed;
            var weight = rule.Method is AggregationMethod.WeightedMean ? (decimal)(tree.Nodes[at].Element!.Weight ?? 1) : 1;
            sum += value.Percent * weight;
            weights += weight;
            rated++;
        }

        if (IsMixed || weights == 0) return;
        Exact = rule.Mean(sum, weights);
        _kindOfParts = tree.Nodes[whole].IsDeclared ? null : kind;
        Computed = new ComputedProgress((double)rule.Rounded(Exact), (double)Exact, rule, parts, rated, parts - rated) { Part = sample! };
    }

    /// <summary>
    /// The value that enters the mean of the whole. The mean of exact parts takes a computed figure that reproduces a
    /// printed one (or where none is printed), since the document rounded it only to print it; else what is printed counts.
    /// </summary>
    /// <param name="kind">A rating of the kind of the parts before it, which its own printings are searched for.</param>
    private readonly (decimal Percent, Assessment? Kind, Assessment Printed)? AsPart(AggregationMethod method, Assessment? kind)
    {
        if (Own is null)
            return Computed is null ? null : (method is AggregationMethod.MeanOfRounded ? Computed.Rule.Rounded(Exact) : Exact, _kindOfParts, Computed.Part);

        var printed = OwnOf(kind) ?? Own;
        var exact = method is not AggregationMethod.MeanOfRounded && Computed is { Missing: 0 } computed && ReproducesOwn(computed.Rule);
        return (exact ? Exact : (decimal)printed.Percent!.Value, printed, printed);
    }

    private readonly Assessment? OwnOf(Assessment? kind)
    {
        if (kind is null || Published.Count == 1) return Own;
        foreach (var printing in Published)
        {
            if (IsOwn(printing) && FigureKind.AreSame(printing, kind)) return printing;
        }

        return null;
    }

    private readonly bool ReproducesOwn(AggregationRule rule)
    {
        foreach (var printing in Published)
        {
            if (IsOwn(printing) && rule.Reproduces(printing, Exact)) return true;
        }

        return false;
    }
}
