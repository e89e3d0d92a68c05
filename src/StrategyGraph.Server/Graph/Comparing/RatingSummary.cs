namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>
/// Measures counted, and their ratings gathered as far as they may be: on one yardstick they have a mean, on several none. What is not
/// rated is counted as missing and is never zero.
/// </summary>
internal struct RatingSummary
{
    // Means are of numbers with few digits; what binary fractions add behind these is noise.
    private const int Digits = 12;

    private double _sum, _minimum, _maximum;

    public int Measures { get; private set; }
    public int Rated { get; private set; }
    /// <summary>How many of the rated have a percentage.</summary>
    public int Figures { get; private set; }
    /// <summary>The yardstick of the first rated, and the first other one that was met; 0 for none.</summary>
    public int Yardstick { get; private set; }
    public int Other { get; private set; }
    /// <summary>The fiscal years of the ratings; 0 for none.</summary>
    public int FirstYear { get; private set; }
    public int LastYear { get; private set; }

    public readonly int Missing => Measures - Rated;
    public readonly bool IsMixed => Other != 0;
    public readonly bool HasMean => Figures > 0 && !IsMixed;
    public readonly double Mean => Rounded(_sum / Figures);
    public readonly double Minimum => _minimum;
    public readonly double Maximum => _maximum;

    public static double Rounded(double mean) => Math.Round(mean, Digits);

    public void Add(in MeasureRating rating)
    {
        Measures++;
        if (rating.Yardstick == 0) return;
        Rated++;
        if (Yardstick == 0) (Yardstick, FirstYear, LastYear) = (rating.Yardstick, rating.Year, rating.Year);
        else if (Yardstick != rating.Yardstick && Other == 0) Other = rating.Yardstick;
        if (rating.Year < FirstYear) FirstYear = rating.Year;
        if (rating.Year > LastYear) LastYear = rating.Year;
        if (double.IsNaN(rating.Percent)) return;
        if (Figures == 0) (_minimum, _maximum) = (rating.Percent, rating.Percent);
        else if (rating.Percent < _minimum) _minimum = rating.Percent;
        else if (rating.Percent > _maximum) _maximum = rating.Percent;
        _sum += rating.Percent;
        Figures++;
    }
}
