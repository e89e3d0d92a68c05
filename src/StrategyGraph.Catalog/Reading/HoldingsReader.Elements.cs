using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

internal sealed partial class HoldingsReader
{
    /// <summary>What plans and elements both have, by the number of the one or the other.</summary>
    private sealed class Parts
    {
        public Groups<Assessment> Assessments { get; } = new();
        public Groups<Indicator> Indicators { get; } = new();
        public Groups<Money> Money { get; } = new();
        public Groups<Tag> Tags { get; } = new(shared: true);
    }

    /// <summary>Half of a release are assessments. They are read beside the rest, where two can read at the same time.</summary>
    private void ReadAssessments(Groups<Assessment> ofPlans, Groups<Assessment> ofElements)
    {
        var (ratings, reportings) = (new List<PrintedRating>(), new List<Reporting>());
        foreach (var (c, _) in Rows<RatingRow>(beside: true))
        {
            ratings.Add(new PrintedRating(_scales[c.Int() - 1], c.String(), c.DoubleOrNull(), c.DoubleOrNull(), c.WordOrNull<MissingReason>()));
        }

        foreach (var (c, _) in Rows<ReportingRow>(beside: true))
        {
            reportings.Add(new Reporting(
                _periods[c.Int() - 1], c.Word<AssessorKind>(), c.StringOrNull(), c.StringOrNull(), c.DateOrNull(), c.Bool(), c.TextOrNull()));
        }

        foreach (var (c, _) in Rows<AssessmentRow>(beside: true))
        {
            var (plan, element) = c.Owner();
            var assessment = new Assessment(ratings[c.Int() - 1], reportings[c.Int() - 1], Citation(c));
            ofPlans.Add(plan, assessment);
            ofElements.Add(element, assessment);
        }
    }

    private void ReadParts(Parts ofPlans, Parts ofElements)
    {
        var observations = Group<ObservationRow, Observation>(c => new Observation
        {
            Kind = c.Word<ObservationKind>(), Period = _periods[c.Int() - 1], Text = c.String(), Value = c.DecimalOrNull(), Upper = c.DecimalOrNull(),
            Comparator = c.Word<Comparator>(), Part = c.StringOrNull(), Missing = c.WordOrNull<MissingReason>(), ReportedOn = c.DateOrNull(),
            Citation = CitationOrNull(c),
        });
        var citations = Group<IndicatorCitationRow, Citation>(Citation);
        foreach (var (c, id) in Rows<IndicatorRow>())
        {
            var (plan, element) = c.Owner();
            var indicator = new Indicator
            {
                Id = c.String(), Kind = c.Word<IndicatorKind>(), Name = c.Text(), Unit = c.StringOrNull(), Scale = c.Decimal(), Base = c.StringOrNull(),
                Direction = c.Word<IndicatorDirection>(), Accumulation = c.Word<Accumulation>(), Note = c.TextOrNull(),
                IntroducedBy = c.StringOrNull(), EndedBy = c.StringOrNull(),
                Observations = observations[id], Citations = citations[id],
            };
            ofPlans.Indicators.Add(plan, indicator);
            ofElements.Indicators.Add(element, indicator);
        }

        foreach (var (c, _) in Rows<MoneyRow>())
        {
            var (plan, element) = c.Owner();
            var money = new Money(c.String(), c.String(), c.DecimalOrNull(), c.String(), c.Decimal(), _periods[c.Int() - 1], Citation(c));
            ofPlans.Money.Add(plan, money);
            ofElements.Money.Add(element, money);
        }

        var tags = new Recent<Tag>();
        foreach (var (c, _) in Rows<TagRow>())
        {
            var (plan, element) = c.Owner();
            var (framework, code) = _goals[c.Int() - 1];
            var tag = new Tag(framework, code, c.Word<TagBasis>(), TextOrNull(c), c.DoubleOrNull(), CitationOrNull(c));
            ref var known = ref tags.Place(code, tag.Rationale);
            tag = tag == known ? known : known = tag;
            ofPlans.Tags.Add(plan, tag);
            ofElements.Tags.Add(element, tag);
        }
    }

    /// <summary>The tops of the plans' trees.</summary>
    private Groups<PlanElement> ReadElements(Parts parts, Task assessments)
    {
        var named = new Recent<Responsibility>();
        var responsibilities = Group<ResponsibilityRow, Responsibility>(c =>
        {
            var responsibility = new Responsibility(_departments[c.Int() - 1], c.Bool());
            ref var known = ref named.Place(responsibility.Department, responsibility.Lead ? named : null);
            return responsibility == known ? known : known = responsibility;
        }, shared: true);
        var citations = Group<ElementCitationRow, Citation>(Citation);
        var activities = Group<ActivityRow, Activity>(c => new Activity(new FiscalYear(c.Int(), c.Int(), c.Bool()), c.Text(), Citation(c)));
        var links = Group<LinkRow, Link>(c => new Link(
            c.String(), c.Word<LinkKind>(), c.Word<TagBasis>(), c.TextOrNull(), c.DoubleOrNull(), CitationOrNull(c)));

        assessments.GetAwaiter().GetResult();
        var elements = new Tree<PlanElement>();
        foreach (var (c, id) in Rows<ElementRow>(descending: true))
        {
            var (plan, parent) = (c.Int(), c.IntOrNull());
            elements.Add(plan, parent, new PlanElement
            {
                Level = _levels[c.Int() - 1], Id = c.String(), Label = c.StringOrNull(), Title = Text(c), TitleAsPrinted = c.StringOrNull(),
                Subtitle = c.TextOrNull(), Summary = TextOrNull(c), RepeatOf = c.StringOrNull(), Set = c.StringOrNull(), Weight = c.DoubleOrNull(),
                Note = c.TextOrNull(), IntroducedBy = c.StringOrNull(), EndedBy = c.StringOrNull(),
                Departments = responsibilities[id], Assessments = parts.Assessments[id], Activities = activities[id],
                Indicators = parts.Indicators[id], Money = parts.Money[id], Tags = parts.Tags[id], Links = links[id],
                Citations = citations[id], Children = elements.ChildrenOf(id),
            });
        }

        return elements.Tops();
    }
}
