namespace StrategyGraph.Plans.Auditing;

/// <summary>
/// What a plan's rule can make of the parts at one time when each may be anything that its printed rating stands for, and
/// one that is not rated anything on the scale. A printed figure outside of that is no matter of rounding.
/// </summary>
internal sealed class PossibleFigures(ProgressTree tree, DateOnly asOf)
{
    private readonly int _time = tree.TimeOf(asOf);

    /// <summary>The municipality's own ratings of a node at the time that are percentages.</summary>
    public IEnumerable<Assessment> Own(int at) => tree.Published(at, _time).Where(ProgressFigure.IsOwn);

    /// <summary>The parts of a node that stand at the time, or are rated for it.</summary>
    public IEnumerable<int> Parts(int at) => tree.PartsOf(at).ToArray().Where(part => Own(part).Any() || tree.Nodes[part].StandsAt(asOf));

    /// <summary>The scales that the parts' own ratings are on.</summary>
    public IEnumerable<RatingScale> ScalesOfParts(int at) => Parts(at).SelectMany(Own).Select(rating => rating.Scale).Distinct();

    /// <summary>What the node's rule can make of its parts; null where it has none, or a part could be anything.</summary>
    public RatingBand? Of(int at)
    {
        if (tree.Nodes[at].Rule is not { } rule) return null;
        var unrated = ScalesOfParts(at).Select(RatingBand.Whole).FirstOrDefault();
        var (low, high, weights) = (0m, 0m, 0m);
        foreach (var part in Parts(at))
        {
            if ((OfPart(part, rule.Method) ?? unrated) is not { } band || band.Low == decimal.MinValue || band.High == decimal.MaxValue) return null;
            var weight = rule.Method is AggregationMethod.WeightedMean ? (decimal)(tree.Nodes[part].Element!.Weight ?? 1) : 1;
            low += band.Low * weight;
            high += band.High * weight;
            weights += weight;
        }

        return weights == 0 ? null : new RatingBand(low / weights, high / weights);
    }

    /// <summary>From the least to the greatest part: where every mean lies, however weighted; null where no part is rated.</summary>
    public RatingBand? Between(int at)
    {
        RatingBand[] bands = [.. Parts(at).Select(part => OfPart(part, AggregationMethod.Mean)).OfType<RatingBand>()];
        return bands.Length == 0 ? null : new RatingBand(bands.Min(band => band.Low), bands.Max(band => band.High));
    }

    /// <summary>A mean of rounded parts takes them as printed; any other may know them more exactly.</summary>
    private RatingBand? OfPart(int part, AggregationMethod method) => Own(part).FirstOrDefault() is { } printed
        ? method is AggregationMethod.MeanOfRounded ? RatingBand.Exactly((decimal)printed.Percent!.Value) : RatingBand.Of(printed)
        : Of(part);
}
