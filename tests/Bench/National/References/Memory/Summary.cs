using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>Measures counted, and their latest figures gathered: a mean is of one yardstick, or there is none.</summary>
internal struct Summary
{
    private double _sum, _minimum, _maximum;
    private int _figures, _yardstick;
    private bool _isMixed;

    public int Measures { get; private set; }
    public int Rated { get; private set; }

    public void Add(in Figure latest)
    {
        Measures++;
        if (latest.Yardstick == 0) return;
        Rated++;
        if (_yardstick == 0) _yardstick = latest.Yardstick;
        else if (_yardstick != latest.Yardstick) _isMixed = true;
        if (double.IsNaN(latest.Percent)) return;
        if (_figures == 0) (_minimum, _maximum) = (latest.Percent, latest.Percent);
        else (_minimum, _maximum) = (Math.Min(_minimum, latest.Percent), Math.Max(_maximum, latest.Percent));
        _sum += latest.Percent;
        _figures++;
    }

    public readonly void WriteProgress(Utf8JsonWriter json)
    {
        if (Mean is not { } mean)
        {
            json.WriteNull(Names.Progress);
            return;
        }

        json.WriteStartObject(Names.Progress);
        json.WriteNumber(Names.Mean, mean);
        json.WriteNumber(Names.Minimum, _minimum);
        json.WriteNumber(Names.Maximum, _maximum);
        json.WriteEndObject();
    }

    public readonly void WriteCell(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.MeasureCount, Measures);
        json.WriteNumber(Names.Rated, Rated);
        if (Mean is { } mean) json.WriteNumber(Names.MeanProgress, mean);
        else json.WriteNull(Names.MeanProgress);
        json.WriteEndObject();
    }

    private readonly double? Mean => _figures == 0 || _isMixed ? null : Math.Round(_sum / _figures, 12);
}
