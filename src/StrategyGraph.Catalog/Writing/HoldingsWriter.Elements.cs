using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Writing;

internal sealed partial class HoldingsWriter
{
    private void WriteTree(Plan plan, int planId, PlanNumbers numbers)
    {
        var open = new Stack<(PlanElement Element, int? Parent)>();
        Push(open, plan.Elements, null);
        while (open.TryPop(out var next))
        {
            var (element, parent) = next;
            if (!numbers.Levels.TryGetValue(element.Level, out var level))
                throw Refused($"The element {element.Id} of {plan.Id} is at the level '{element.Level.Term}', which is not among the plan's levels.");

            var id = Number<ElementRow>();
            add(new ElementRow(
                id, planId, parent, level, element.Id, element.Label, element.Title.Ja, element.Title.En, element.TitleAsPrinted,
                Checked(element.Subtitle)?.Ja, element.Subtitle?.En, Checked(element.Summary)?.Ja, element.Summary?.En,
                element.RepeatOf, element.Set, element.Weight, Checked(element.Note)?.Ja, element.Note?.En, element.IntroducedBy, element.EndedBy));
            WriteParts(element, id, numbers);
            Push(open, element.Children, id);
        }
    }

    private void WriteParts(PlanElement element, int id, PlanNumbers numbers)
    {
        foreach (var responsibility in element.Departments)
        {
            add(new ResponsibilityRow(
                Number<ResponsibilityRow>(), id, Department(responsibility.Department, numbers.Municipality), responsibility.Lead));
        }

        foreach (var assessment in element.Assessments) Write(assessment, null, id, numbers);
        foreach (var activity in element.Activities)
        {
            add(new ActivityRow(
                Number<ActivityRow>(), id, activity.FiscalYear.Year, activity.FiscalYear.StartMonth, activity.FiscalYear.HasEra, activity.Text.Ja, activity.Text.En,
                Citation(activity.Citation)));
        }

        foreach (var indicator in element.Indicators) Write(indicator, null, id);
        foreach (var money in element.Money) Write(money, null, id);
        foreach (var tag in element.Tags) Write(tag, null, id, numbers);
        foreach (var link in element.Links)
        {
            add(new LinkRow(
                Number<LinkRow>(), id, link.To, link.Kind, link.Basis, Checked(link.Rationale)?.Ja, link.Rationale?.En, link.Confidence,
                CitationOrNull(link.Citation)));
        }

        foreach (var citation in element.Citations) add(new ElementCitationRow(Number<ElementCitationRow>(), id, Citation(citation)));
    }

    private void Write(Assessment assessment, int? plan, int? element, PlanNumbers numbers)
    {
        if (!numbers.Scales.TryGetValue(assessment.Scale, out var scale))
            throw Refused($"An assessment in {numbers.Slug} is on the scale {assessment.Scale.Id}, which is not among the plan's scales.");

        add(new AssessmentRow(Number<AssessmentRow>(), plan, element, Rating(assessment, scale), Reporting(assessment), Citation(assessment.Citation)));
    }

    private int Rating(Assessment assessment, int scale)
    {
        var rating = new RatingRow(0, scale, assessment.Value, assessment.Score, assessment.Percent, assessment.Missing);
        if (_ratings.TryGetValue(rating, out var id)) return id;
        _ratings.Add(rating, id = Number<RatingRow>());
        add(rating with { Id = id });
        return id;
    }

    private int Reporting(Assessment assessment)
    {
        var reporting = new ReportingRow(
            0, Period(assessment.Period), assessment.Assessor, assessment.AssessorName, assessment.Method, assessment.ReportedOn, assessment.Forecast,
            Checked(assessment.Note)?.Ja, assessment.Note?.En);
        if (_reportings.TryGetValue(reporting, out var id)) return id;
        _reportings.Add(reporting, id = Number<ReportingRow>());
        add(reporting with { Id = id });
        return id;
    }

    private void Write(Indicator indicator, int? plan, int? element)
    {
        var id = Number<IndicatorRow>();
        add(new IndicatorRow(
            id, plan, element, indicator.Id, indicator.Kind, indicator.Name.Ja, indicator.Name.En, indicator.Unit, indicator.Scale, indicator.Base,
            indicator.Direction, indicator.Accumulation, Checked(indicator.Note)?.Ja, indicator.Note?.En, indicator.IntroducedBy, indicator.EndedBy));
        foreach (var seen in indicator.Observations)
        {
            add(new ObservationRow(
                Number<ObservationRow>(), id, seen.Kind, Period(seen.Period), seen.Text, seen.Value, seen.Upper, seen.Comparator, seen.Part,
                seen.Missing, seen.ReportedOn, CitationOrNull(seen.Citation)));
        }

        foreach (var citation in indicator.Citations) add(new IndicatorCitationRow(Number<IndicatorCitationRow>(), id, Citation(citation)));
    }

    private void Write(Money money, int? plan, int? element) =>
        add(new MoneyRow(
            Number<MoneyRow>(), plan, element, money.Name, money.Text, money.Amount, money.Currency, money.Scale, Period(money.Period),
            Citation(money.Citation)));

    private void Write(Tag tag, int? plan, int? element, PlanNumbers numbers)
    {
        if (!_goals.TryGetValue((tag.Framework, tag.Code), out var goal))
            throw Refused($"A tag in {numbers.Slug} is of {tag.Framework} {tag.Code}, which is in no framework.");

        add(new TagRow(
            Number<TagRow>(), plan, element, goal, tag.Basis, Checked(tag.Rationale)?.Ja, tag.Rationale?.En, tag.Confidence,
            CitationOrNull(tag.Citation)));
    }
}
