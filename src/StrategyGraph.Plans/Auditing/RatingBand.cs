namespace StrategyGraph.Plans.Auditing;

/// <summary>
/// The percentages that a printed rating can stand for, both ends included, by its scale's own data. A label with a band
/// stands for that. A score stands for what is rounded to it or cut off to it: from half a step below to a whole step
/// above, where a step is the way to the next label, or the last printed digit of a number. Seven of ten stars: 65 to 80.
/// </summary>
internal readonly record struct RatingBand(decimal Low, decimal High)
{
    /// <summary>Null where the scale gives no percent.</summary>
    public static RatingBand? Of(Assessment assessment)
    {
        var scale = assessment.Scale;
        var printed = PrintedNumber.WithoutSpaces(assessment.Value);
        if (scale.Values.FirstOrDefault(value => PrintedNumber.WithoutSpaces(value.Label) == printed) is { } label && (label.From ?? label.To) is not null)
            return new RatingBand((decimal?)label.From ?? decimal.MinValue, (decimal?)label.To ?? decimal.MaxValue);
        if (assessment is not { Score: { } rated, Scale.PercentPerPoint: { } perPoint }) return null;

        var score = (decimal)rated;
        var (below, above) = Steps(score, assessment);
        var (low, high) = (score - below / 2, score + above);
        if (scale.Minimum is { } minimum) low = Math.Max(low, (decimal)minimum);
        if (scale.Maximum is { } maximum) high = Math.Min(high, (decimal)maximum);
        return new RatingBand(low * (decimal)perPoint, high * (decimal)perPoint);
    }

    /// <summary>Anything on the scale: what a rating that is not there could have been; null where the scale has no ends.</summary>
    public static RatingBand? Whole(RatingScale scale) => scale is { Minimum: { } minimum, Maximum: { } maximum, PercentPerPoint: { } perPoint }
        ? new RatingBand((decimal)(minimum * perPoint), (decimal)(maximum * perPoint))
        : null;

    public static RatingBand Exactly(decimal percent) => new(percent, percent);

    /// <summary>Whether both can be of one figure. Bands that only touch can.</summary>
    public bool Meets(RatingBand other) => Low <= other.High && other.Low <= High;

    public override string ToString() => (Low, High) switch
    {
        (decimal.MinValue, _) => $"≤ {Wording.Number(High)}",
        (_, decimal.MaxValue) => $"≥ {Wording.Number(Low)}",
        _ => $"{Wording.Number(Low)}–{Wording.Number(High)}",
    };

    /// <summary>How far it is to the next score below and above.</summary>
    private static (decimal Below, decimal Above) Steps(decimal score, Assessment assessment)
    {
        decimal[] scores = [.. assessment.Scale.Values.Where(value => value is { Class: RatingClass.Rated, Score: not null }).Select(value => (decimal)value.Score!.Value)];
        if (scores.Length == 0)
        {
            var digit = 1m;
            for (var decimals = (PrintedNumber.Read(assessment.Value) ?? score).Scale; decimals > 0; decimals--) digit /= 10;
            return (digit, digit);
        }

        return (score - scores.Where(other => other < score).DefaultIfEmpty(score).Max(), scores.Where(other => other > score).DefaultIfEmpty(score).Min() - score);
    }
}
