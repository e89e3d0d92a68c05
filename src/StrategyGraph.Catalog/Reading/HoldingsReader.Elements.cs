using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

internal sealed partial class HoldingsReader
{
    /// <summary>What plans and elements both have, by the number of the one or the other.</summary>
    /// <param name="owners">How many of them there are.</param>
    private sealed class Parts(int owners)
    {
        public Groups<Assessment> Assessments { get; } = new(owners);
        public Groups<Indicator> Indicators { get; } = new(owners);
        public Groups<Money> Money { get; } = new(owners);
        public Groups<Tag> Tags { get; } = new(owners, shared: true);
    }

    /// <summary>What only elements have.</summary>
    private sealed class ElementParts
    {
        public Groups<Responsibility> Responsibilities { get; set; } = new();
        public Groups<Citation> Citations { get; set; } = new();
        public Groups<Activity> Activities { get; set; } = new();
        public Groups<Link> Links { get; set; } = new();
    }

    /// <summary>Half of a release are assessments.</summary>
    private void ReadAssessments(Groups<Assessment> ofPlans, Groups<Assessment> ofElements, TableReader reader)
    {
        var ratings = reader.Read<RatingRow, PrintedRating>(c => new PrintedRating(
            _scales[c.Int() - 1], c.String(), c.DoubleOrNull(), c.DoubleOrNull(), c.WordOrNull<MissingReason>()));
        var reportings = reader.Read<ReportingRow, Reporting>(c => new Reporting(
            _periods[c.Int() - 1], c.Word<AssessorKind>(), c.StringOrNull(), c.StringOrNull(), c.DateOrNull(), c.Bool(), c.TextOrNull()));
        foreach (var c in reader.Rows<AssessmentRow>())
        {
            var (plan, element) = c.Owner();
            var assessment = new Assessment(ratings[c.Int() - 1], reportings[c.Int() - 1], Citation(c));
            ofPlans.Add(plan, assessment);
            ofElements.Add(element, assessment);
        }
    }

    private void ReadTags(Groups<Tag> ofPlans, Groups<Tag> ofElements, TableReader reader)
    {
        var tags = new Recent<Tag>();
        foreach (var c in reader.Rows<TagRow>())
        {
            var (plan, element) = c.Owner();
            var (framework, code) = _goals[c.Int() - 1];
            var (basis, rationale, confidence, citation) = (c.Word<TagBasis>(), reader.TextOrNull(c), c.DoubleOrNull(), CitationOrNull(c));
            ref var known = ref tags.Place(code, rationale);
            if (known is not { } tag || tag.Framework != framework || tag.Code != code || tag.Basis != basis || tag.Rationale != rationale || tag.Confidence != confidence || tag.Citation != citation)
                known = tag = new Tag(framework, code, basis, rationale, confidence, citation);
            ofPlans.Add(plan, tag);
            ofElements.Add(element, tag);
        }
    }

    private Groups<Responsibility> ReadResponsibilities(int elements, TableReader reader)
    {
        var recent = new Recent<Responsibility>();
        return reader.Group<ResponsibilityRow, Responsibility>(c =>
        {
            var (department, lead) = (_departments[c.Int() - 1], c.Bool());
            ref var known = ref recent.Place(department, lead ? recent : null);
            return known?.Department == department && known.Lead == lead ? known : known = new Responsibility(department, lead);
        }, elements, shared: true);
    }

    private void ReadParts(Parts ofPlans, Parts ofElements, TableReader reader)
    {
        var observations = reader.Group<ObservationRow, Observation>(c => new Observation
        {
            Kind = c.Word<ObservationKind>(), Period = _periods[c.Int() - 1], Text = c.String(), Value = c.DecimalOrNull(), Upper = c.DecimalOrNull(),
            Comparator = c.Word<Comparator>(), Part = c.StringOrNull(), Missing = c.WordOrNull<MissingReason>(), ReportedOn = c.DateOrNull(),
            Citation = CitationOrNull(c),
        });
        var citations = reader.Group<IndicatorCitationRow, Citation>(Citation);
        foreach (var (c, id) in reader.Numbered<IndicatorRow>())
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

        foreach (var c in reader.Rows<MoneyRow>())
        {
            var (plan, element) = c.Owner();
            var money = new Money(c.String(), c.String(), c.DecimalOrNull(), c.String(), c.Decimal(), _periods[c.Int() - 1], Citation(c));
            ofPlans.Money.Add(plan, money);
            ofElements.Money.Add(element, money);
        }
    }

    /// <summary>The tops of the plans' trees, by plan: half of the plans in each.</summary>
    private (Groups<PlanElement> Earlier, Groups<PlanElement> Later) ReadElements(int elements, Parts parts, ElementParts own)
    {
        // A plan's elements follow each other, so its first is where the tables can be cut.
        var cut = one.Number($"SELECT min(\"id\") FROM \"element\" WHERE \"plan_id\" = (SELECT \"plan_id\" FROM \"element\" WHERE \"id\" = {(elements / 2) + 1})") ?? 0;
        Groups<PlanElement> earlier = new(), later = new();
        Both(
            reader => earlier = ReadTrees($"\"id\" < {cut}", parts, own, reader),
            reader => later = ReadTrees($"\"id\" >= {cut}", parts, own, reader));
        return (earlier, later);
    }

    private Groups<PlanElement> ReadTrees(string where, Parts parts, ElementParts own, TableReader reader)
    {
        var elements = new Tree<PlanElement>();
        foreach (var (c, id) in reader.Numbered<ElementRow>(descending: true, where))
        {
            elements.Add(c.Int(), c.IdOrNull(), new PlanElement
            {
                Level = _levels[c.Int() - 1], Id = c.String(), Label = c.StringOrNull(), Title = reader.Text(c), TitleAsPrinted = c.StringOrNull(),
                Subtitle = c.TextOrNull(), Summary = reader.TextOrNull(c), RepeatOf = c.StringOrNull(), Set = c.StringOrNull(), Weight = c.DoubleOrNull(),
                Note = c.TextOrNull(), IntroducedBy = c.StringOrNull(), EndedBy = c.StringOrNull(),
                Departments = own.Responsibilities[id],
                Assessments = parts.Assessments[id],
                Activities = own.Activities[id],
                Indicators = parts.Indicators[id],
                Money = parts.Money[id],
                Tags = parts.Tags[id],
                Links = own.Links[id],
                Citations = own.Citations[id],
                Children = elements.ChildrenOf(id),
            });
        }

        return elements.Tops();
    }
}
