using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

internal sealed partial class HoldingsReader
{
    private readonly List<PlanLevel> _levels = [];
    private readonly List<RatingScale> _scales = [];
    private readonly Groups<RatingScale> _scalesOf = new();

    private List<Plan> ReadPlans()
    {
        var documents = one.Group<PlanDocumentRow, SourceDocument>(c => _documents[c.Int() - 1]);
        var citations = one.Group<PlanCitationRow, Citation>(Citation);
        var levels = ReadLevels();
        var rules = one.Group<AggregationRuleRow, AggregationRule>(c => new AggregationRule(
            c.WordOrNull<ElementRole>(), c.Word<ElementRole>(), c.Word<AggregationMethod>(), c.Word<Rounding>(), c.Int(), c.Bool(),
            c.TextOrNull(), CitationOrNull(c)));
        var statements = one.Group<StatementRow, Statement>(c => new Statement(
            c.Word<StatementKind>(), c.StringOrNull(), c.Text(), c.TextOrNull(), Citation(c)));
        var milestones = one.Group<MilestoneRow, Milestone>(c => new Milestone(
            c.Text(), c.DateOrNull(), c.DateOrNull(), c.Bool(), c.TextOrNull(), CitationOrNull(c)));
        var revisions = ReadRevisions();
        var elements = one.Count<ElementRow>();
        var (departments, ofPlans, ofElements, ofElementsOnly) = (new Groups<Department>(), new Parts(0), new Parts(elements), new ElementParts());
        Both(
            reader => ReadAssessments(ofPlans.Assessments, ofElements.Assessments, reader),
            reader =>
            {
                ReadTags(ofPlans.Tags, ofElements.Tags, reader);
                ofElementsOnly.Responsibilities = ReadResponsibilities(elements, reader);
                ofElementsOnly.Citations = reader.Group<ElementCitationRow, Citation>(Citation, elements);
                ofElementsOnly.Activities = reader.Group<ActivityRow, Activity>(c => new Activity(new FiscalYear(c.Int(), c.Int(), c.Bool()), c.Text(), Citation(c)), elements);
                ofElementsOnly.Links = reader.Group<LinkRow, Link>(c => new Link(
                    c.String(), c.Word<LinkKind>(), c.Word<TagBasis>(), c.TextOrNull(), c.DoubleOrNull(), CitationOrNull(c)), elements);
                ReadParts(ofPlans, ofElements, reader);
                departments = reader.Group<PlanDepartmentRow, Department>(c => _departments[c.Int() - 1]);
            });
        var (earlier, later) = ReadElements(elements, ofElements, ofElementsOnly);

        var plans = new List<Plan>();
        foreach (var (c, id) in one.Numbered<PlanRow>())
        {
            plans.Add(new Plan
            {
                Id = c.String(), Municipality = _municipalities[c.Int() - 1],
                Kind = c.Word<PlanKind>(), Status = c.Word<PlanStatus>(), Coverage = c.Word<Coverage>(),
                Title = c.Text(), TitleAsPrinted = c.StringOrNull(), Officeholder = c.StringOrNull(),
                Period = (c.DateOrNull(), c.DateOrNull()) is ({ } start, { } end) ? new Period(start, end) : null,
                Note = c.TextOrNull(),
                Levels = levels[id], Documents = documents[id], RatingScales = _scalesOf[id], AggregationRules = rules[id],
                Departments = departments[id], Statements = statements[id], Revisions = revisions[id], Milestones = milestones[id],
                Assessments = ofPlans.Assessments[id], Indicators = ofPlans.Indicators[id], Money = ofPlans.Money[id],
                Tags = ofPlans.Tags[id],
                Citations = citations[id], Elements = earlier[id] is { Count: > 0 } trees ? trees : later[id],
            });
        }

        return plans;
    }

    private Groups<PlanLevel> ReadLevels()
    {
        var levels = new Groups<PlanLevel>();
        foreach (var c in one.Rows<PlanLevelRow>())
        {
            var plan = c.Int();
            var level = new PlanLevel(c.Int(), c.Word<ElementRole>(), c.String());
            _levels.Add(level);
            levels.Add(plan, level);
        }

        return levels;
    }

    private void ReadScales(TableReader reader)
    {
        var levels = reader.Group<RatingScaleLevelRow, string>(c => c.String());
        var values = reader.Group<RatingValueRow, RatingValue>(c => new RatingValue(
            c.String(), c.Word<RatingClass>(), c.DoubleOrNull(), c.DoubleOrNull(), c.DoubleOrNull(), c.TextOrNull()));
        foreach (var (c, id) in reader.Numbered<RatingScaleRow>())
        {
            var plan = c.Int();
            var scale = new RatingScale
            {
                Id = c.String(), Name = c.Text(), Minimum = c.DoubleOrNull(), Maximum = c.DoubleOrNull(), PercentPerPoint = c.DoubleOrNull(),
                Axis = c.StringOrNull(), Levels = levels[id], Values = values[id],
            };
            _scales.Add(scale);
            _scalesOf.Add(plan, scale);
        }
    }

    private Groups<Revision> ReadRevisions()
    {
        var kept = one.Group<RevisionKeptRow, Text>(c => c.Text());
        var others = one.Group<ChangeOtherRow, string>(c => c.String());
        var tallies = one.Group<ChangeTallyRow, ChangeTally>(c => new ChangeTally(
            c.Word<ChangeKind>(), c.WordOrNull<IndicatorKind>(), c.TextOrNull(), c.Int(), Citation(c)));
        var changes = new Groups<Change>();
        foreach (var (c, id) in one.Numbered<ChangeRow>())
        {
            changes.Add(c.Int(), new Change(
                c.Word<ChangeKind>(), c.StringOrNull(), c.StringOrNull(), others[id], c.Text(),
                c.TextOrNull(), c.TextOrNull(), c.TextOrNull(), Citation(c)));
        }

        var revisions = new Groups<Revision>();
        foreach (var (c, id) in one.Numbered<RevisionRow>())
        {
            revisions.Add(c.Int(), new Revision
            {
                Id = c.String(), Title = c.Text(), Date = c.DateOrNull(), Effective = c.DateOrNull(), Reason = c.TextOrNull(),
                Kept = kept[id], Changes = changes[id], Tallies = tallies[id], Citation = Citation(c), Note = c.TextOrNull(),
            });
        }

        return revisions;
    }
}
