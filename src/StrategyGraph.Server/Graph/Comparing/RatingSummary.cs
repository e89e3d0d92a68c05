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
    private short _firstYear, _lastYear;

    public int Measures { get; private set; }
    public int Rated { get; private set; }
    /// <summary>How many of the rated have a percentage.</summary>
    public int Figures { get; private set; }
    /// <summary>The yardstick of the first rated, and the first other one that was met; 0 for none.</summary>
    public int Yardstick { get; private set; }
    public int Other { get; private set; }

    /// <summary>The fiscal years of the ratings; 0 for none.</summary>
    public readonly int FirstYear => _firstYear;
    public readonly int LastYear => _lastYear;
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
        var year = (short)rating.Year;
        if (Rated++ == 0) (Yardstick, _firstYear, _lastYear) = (rating.Yardstick, year, year);
        else if (Yardstick != rating.Yardstick && Other == 0) Other = rating.Yardstick;
        if (year < _firstYear) _firstYear = year;
        if (year > _lastYear) _lastYear = year;
        if (double.IsNaN(rating.Percent)) return;
        if (Figures++ == 0) (_minimum, _maximum) = (rating.Percent, rating.Percent);
        else if (rating.Percent < _minimum) _minimum = rating.Percent;
        else if (rating.Percent > _maximum) _maximum = rating.Percent;
        _sum += rating.Percent;
    }

    /// <summary>As if the measures of another summary had been added one by one, after those that are here.</summary>
    public void Add(in RatingSummary after)
    {
        Measures += after.Measures;
        if (after.Rated == 0) return;
        if (Rated == 0) (Yardstick, Other, _firstYear, _lastYear) = (after.Yardstick, after.Other, after._firstYear, after._lastYear);
        else if (Other == 0) Other = Yardstick == after.Yardstick ? after.Other : after.Yardstick;
        if (after._firstYear < _firstYear) _firstYear = after._firstYear;
        if (after._lastYear > _lastYear) _lastYear = after._lastYear;
        Rated += after.Rated;
        if (after.Figures == 0) return;
        if (Figures == 0) (_minimum, _maximum) = (after._minimum, after._maximum);
        if (after._minimum < _minimum) _minimum = after._minimum;
        if (after._maximum > _maximum) _maximum = after._maximum;
        _sum += after._sum;
        Figures += after.Figures;
    }
}
