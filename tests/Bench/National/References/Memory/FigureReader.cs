using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>Reads what measures are rated, and gives those a place that could be: at a time for which others beside them are rated.</summary>
internal sealed class FigureReader(SqliteConnection connection, ElementTree tree)
{
    private readonly Dictionary<(int Scale, string Assessor, string? Method), short> _yardsticks = [];

    public (Figure[] Figures, int[] Ends) Read()
    {
        var series = new SortedList<DateOnly, Figure>?[tree.Measures];
        var rated = new Dictionary<(int Parent, int Level), SortedSet<DateOnly>>();
        var scales = ReleaseSql.ScaleNumbers(connection);
        var periods = new Dictionary<int, DateOnly>();
        foreach (var row in connection.Rows("SELECT id, ends_on FROM period"))
            periods.Add(row.GetInt32(0), DateOnly.Parse(row.GetString(1), CultureInfo.InvariantCulture));

        foreach (var row in connection.Rows("""
            SELECT a.element_id, o.period_id, q.rating_scale_id, q.percent, q.missing IS NOT NULL, o.assessor, o.method
              FROM assessment a JOIN rating q ON q.id = a.rating_id JOIN reporting o ON o.id = a.reporting_id
             WHERE a.element_id IS NOT NULL AND NOT o.forecast ORDER BY a.id
            """))
        {
            if (tree.MeasureOf(row.GetInt32(0)) is not { } measure) continue;
            var (asOf, isMissing) = (periods[row.GetInt32(1)], row.GetBoolean(4));
            var year = (short)(asOf.Month >= 4 ? asOf.Year : asOf.Year - 1);
            var yardstick = isMissing ? (short)0 : YardstickOf((scales[row.GetInt32(2)], row.GetString(5), row.TextOrNull(6)));
            (series[measure] ??= new SortedList<DateOnly, Figure>(4))[asOf] = new Figure(isMissing || row.IsDBNull(3) ? double.NaN : row.GetDouble(3), year, yardstick);
            if (isMissing) continue;
            if (!rated.TryGetValue(tree.PlaceOf(measure), out var times)) rated.Add(tree.PlaceOf(measure), times = []);
            times.Add(asOf);
        }

        var (figures, ends) = (new List<Figure>(), new int[tree.Measures]);
        for (var measure = 0; measure < ends.Length; measure++)
        {
            var own = series[measure] ?? [];
            foreach (var time in rated.GetValueOrDefault(tree.PlaceOf(measure)) ?? [])
            {
                if (!own.ContainsKey(time)) own.Add(time, new Figure(double.NaN, (short)(time.Month >= 4 ? time.Year : time.Year - 1), 0));
            }

            figures.AddRange(own.Values);
            ends[measure] = figures.Count;
        }

        return ([.. figures], ends);
    }

    private short YardstickOf((int, string, string?) key)
    {
        if (!_yardsticks.TryGetValue(key, out var number)) _yardsticks.Add(key, number = (short)(_yardsticks.Count + 1));
        return number;
    }
}
