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

    /// <summary>Half of a release are assessments.</summary>
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

    private void ReadTags(Groups<Tag> ofPlans, Groups<Tag> ofElements)
    {
        var (tags, texts) = (new Recent<Tag>(), new Recent<Text>());
        foreach (var (c, _) in Rows<TagRow>(beside: true))
        {
            var (plan, element) = c.Owner();
            var (framework, code) = _goals[c.Int() - 1];
            var (basis, rationale, confidence, citation) = (c.Word<TagBasis>(), TextOrNull(c, texts), c.DoubleOrNull(), CitationOrNull(c));
            ref var known = ref tags.Place(code, rationale);
            if (known is not { } tag || tag.Framework != framework || tag.Code != code || tag.Basis != basis || tag.Rationale != rationale || tag.Confidence != confidence || tag.Citation != citation)
                known = tag = new Tag(framework, code, basis, rationale, confidence, citation);
            ofPlans.Add(plan, tag);
            ofElements.Add(element, tag);
        }
    }

    private Groups<Responsibility> ReadResponsibilities()
    {
        var recent = new Recent<Responsibility>();
        return Group<ResponsibilityRow, Responsibility>(c =>
        {
            var responsibility = new Responsibility(_departments[c.Int() - 1], c.Bool());
            ref var known = ref recent.Place(responsibility.Department, responsibility.Lead ? recent : null);
            return responsibility == known ? known : known = responsibility;
        }, shared: true, beside: true);
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
    }

    /// <summary>The tops of the plans' trees.</summary>
    private Groups<PlanElement> ReadElements(Parts parts, Task<Groups<Responsibility>> beside)
    {
        var citations = Group<ElementCitationRow, Citation>(Citation);
        var activities = Group<ActivityRow, Activity>(c => new Activity(new FiscalYear(c.Int(), c.Int(), c.Bool()), c.Text(), Citation(c)));
        var links = Group<LinkRow, Link>(c => new Link(
            c.String(), c.Word<LinkKind>(), c.Word<TagBasis>(), c.TextOrNull(), c.DoubleOrNull(), CitationOrNull(c)));

        // The rows are read while the parts still are, and put together when these are there.
        var rows = new List<(int Id, int Plan, int? Parent, PlanElement Element)>();
        foreach (var (c, id) in Rows<ElementRow>(descending: true))
        {
            var (plan, parent) = (c.Int(), c.IntOrNull());
            var element = new PlanElement
            {
                Level = _levels[c.Int() - 1], Id = c.String(), Label = c.StringOrNull(), Title = Text(c), TitleAsPrinted = c.StringOrNull(),
                Subtitle = c.TextOrNull(), Summary = TextOrNull(c), RepeatOf = c.StringOrNull(), Set = c.StringOrNull(), Weight = c.DoubleOrNull(),
                Note = c.TextOrNull(), IntroducedBy = c.StringOrNull(), EndedBy = c.StringOrNull(),
            };
            rows.Add((id, plan, parent, element));
        }

        var responsibilities = beside.GetAwaiter().GetResult();
        var elements = new Tree<PlanElement>();
        foreach (var (id, plan, parent, element) in rows)
        {
            elements.Add(plan, parent, element with
            {
                Departments = responsibilities[id],
                Assessments = parts.Assessments[id],
                Activities = activities[id],
                Indicators = parts.Indicators[id],
                Money = parts.Money[id],
                Tags = parts.Tags[id],
                Links = links[id],
                Citations = citations[id],
                Children = elements.ChildrenOf(id),
            });
        }

        return elements.Tops();
    }
}
