using System.Globalization;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A span of days in the graph, named as its document prints it, else as its municipality counts years.</summary>
public readonly record struct Period
{
    private readonly Plans.Period _span;
    private readonly Plans.Municipality _municipality;
    private readonly string? _printed;

    internal Period(Plans.Period span, Plans.Municipality municipality, string? printed = null) => (_span, _municipality, _printed) = (span, municipality, printed);

    internal Period(PeriodOfValue period, Plans.Municipality municipality) : this(period.Span, municipality, period.Label) { }

    public DateOnly Start => _span.Start;
    public DateOnly End => _span.End;

    /// <summary>Whole fiscal years by their names, whole calendar years by their numbers, anything else by its days.</summary>
    public string Label
    {
        get
        {
            if (_printed is not null) return _printed;
            var (first, last) = (_municipality.FiscalYearOf(Start), _municipality.FiscalYearOf(End));
            if (first.Start == Start && last.End == End) return Joined(first.Name, last.Name);
            var isCalendar = Start is { Month: 1, Day: 1 } && End is { Month: 12, Day: 31 };
            return isCalendar ? Joined(Year(Start), Year(End)) : Joined(Day(Start), Day(End));
        }
    }

    private string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture) + (_municipality.Code.Country == "JP" ? "年" : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Joined(string first, string last) => first == last ? first : $"{first}–{last}";
}
