namespace StrategyGraph.Plans;

/// <summary>Takes a plan back to a day within its time.</summary>
internal sealed class PlanAsOf
{
    private readonly Plan _plan;
    private readonly DateOnly _day;
    private readonly HashSet<string> _undone;
    private readonly HashSet<string> _standing = new(StringComparer.Ordinal);

    /// <summary>By the id of the element or indicator, the latest first: what the earliest revision replaced comes out last.</summary>
    private readonly ILookup<string, Change> _ofElements, _ofIndicators;

    public PlanAsOf(Plan plan, DateOnly day)
    {
        (_plan, _day) = (plan, day);
        var undone = plan.Revisions.Where(revision => (revision.Effective ?? revision.Date) > day).ToList();
        _undone = [.. undone.Select(revision => revision.Id)];
        var changes = undone.OrderByDescending(revision => revision.Effective ?? revision.Date).SelectMany(revision => revision.Changes.Reverse()).ToList();
        _ofElements = changes.Where(change => change is { Element: not null, Indicator: null }).ToLookup(change => change.Element!, StringComparer.Ordinal);
        _ofIndicators = changes.Where(change => change.Indicator is not null).ToLookup(change => change.Indicator!, StringComparer.Ordinal);
        foreach (var element in plan.Elements) Gather(element);
    }

    public Plan Undone()
    {
        var revisions = _plan.Revisions.Where(revision => !_undone.Contains(revision.Id)).ToList();
        return _plan with
        {
            Status = Status(revisions),
            Revisions = revisions,
            Milestones = [.. _plan.Milestones.Select(milestone => milestone with { Done = milestone.Done && !(milestone.Start > _day) })],
            Assessments = Judged(_plan.Assessments),
            Indicators = Indicators(_plan.Indicators),
            Elements = Elements(_plan.Elements),
        };
    }

    /// <summary>A plan that was since revised or ended was neither before; when one without a period ended is not known.</summary>
    private PlanStatus Status(List<Revision> inEffect) => _plan.Status switch
    {
        PlanStatus.Ended when _plan.Period is not { } period || period.End <= _day => PlanStatus.Ended,
        PlanStatus.Ended or PlanStatus.Revised when _undone.Count > 0 || _plan.Status is PlanStatus.Ended => inEffect.Count > 0 ? PlanStatus.Revised : PlanStatus.Adopted,
        var status => status,
    };

    private void Gather(PlanElement element)
    {
        if (!Stands(element.IntroducedBy, element.EndedBy)) return;
        _standing.Add(element.Id);
        foreach (var child in element.Children) Gather(child);
    }

    private bool Stands(string? introducedBy, string? endedBy) =>
        (introducedBy is null || !_undone.Contains(introducedBy)) && (endedBy is null || _undone.Contains(endedBy));

    private List<PlanElement> Elements(IReadOnlyList<PlanElement> elements) => [.. elements.Where(element => _standing.Contains(element.Id)).Select(Element)];

    private PlanElement Element(PlanElement element)
    {
        var undone = element with
        {
            EndedBy = null,
            RepeatOf = element.RepeatOf is { } original && _standing.Contains(original) ? original : null,
            Assessments = Judged(element.Assessments),
            Activities = [.. element.Activities.Where(activity => activity.FiscalYear.End <= _day)],
            Indicators = Indicators(element.Indicators),
            Children = Elements(element.Children),
        };
        foreach (var change in _ofElements[element.Id])
        {
            undone = change.Kind switch
            {
                ChangeKind.SummaryAmended => undone with { Summary = change.Before },
                ChangeKind.Renamed when change.Before is { } title => undone with { Title = title, TitleAsPrinted = null },
                ChangeKind.Renumbered => undone with { Label = change.Before?.In(Language.Ja) },
                _ => undone,
            };
        }

        return undone;
    }

    private List<Indicator> Indicators(IReadOnlyList<Indicator> indicators) =>
        [.. indicators.Where(indicator => Stands(indicator.IntroducedBy, indicator.EndedBy)).Select(Indicator)];

    private Indicator Indicator(Indicator indicator)
    {
        var undone = indicator with { EndedBy = null, Observations = [.. indicator.Observations.Where(WasThere)] };
        foreach (var change in _ofIndicators[indicator.Id])
        {
            undone = change.Kind switch
            {
                ChangeKind.Renamed when change.Before is { } name => undone with { Name = name },
                ChangeKind.TargetChanged when change.Before is { } target => undone with { Observations = WithTarget(undone, target, change) },
                _ => undone,
            };
        }

        return undone;
    }

    /// <summary>The observations with the former target in place of the one that the change tells of: that of the same text, else the last.</summary>
    private static List<Observation> WithTarget(Indicator indicator, Text former, Change change)
    {
        var text = former.In(Language.Ja);
        var targets = indicator.Observations.Where(observation => observation.Kind is ObservationKind.Target).ToList();
        var changed = targets.Find(target => target.Text == change.After?.In(Language.Ja)) ?? targets.MaxBy(target => target.Period.Span.End);
        var value = PrintedNumber.Read(indicator.Unit is { } unit && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text);
        return [.. indicator.Observations.Select(observation => !ReferenceEquals(observation, changed) ? observation : new Observation
        {
            Kind = ObservationKind.Target, Period = observation.Period, Text = text, Value = value, Part = observation.Part,
            Comparator = value is null ? Comparator.Text : Comparator.Eq, Citation = change.Citation,
        })];
    }

    private bool WasThere(Observation observation) => observation.Kind switch
    {
        ObservationKind.Actual => observation.Period.Span.End <= _day,
        ObservationKind.Forecast => observation.Period.Span.End <= _day || observation.ReportedOn <= _day,
        _ => true,
    };

    private List<Assessment> Judged(IReadOnlyList<Assessment> assessments) => [.. assessments.Where(assessment => assessment.Period.Span.End <= _day)];
}
