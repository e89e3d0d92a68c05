using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

internal sealed partial class HoldingsReader
{
    private readonly List<PlanLevel> _levels = [];
    private readonly List<RatingScale> _scales = [];

    private List<Plan> ReadPlans()
    {
        foreach (var (c, _) in Rows<DepartmentRow>())
        {
            c.Int();
            _departments.Add(new Department { Name = c.String(), NameEn = c.StringOrNull() });
        }

        var documents = Group<PlanDocumentRow, SourceDocument>(c => _documents[c.Int() - 1]);
        var citations = Group<PlanCitationRow, Citation>(Citation);
        var departments = Group<PlanDepartmentRow, Department>(c => _departments[c.Int() - 1]);
        var levels = ReadLevels();
        var scales = ReadScales();
        var rules = Group<AggregationRuleRow, AggregationRule>(c => new AggregationRule(
            c.WordOrNull<ElementRole>(), c.Word<ElementRole>(), c.Word<AggregationMethod>(), c.Word<Rounding>(), c.Int(), c.Bool(),
            c.TextOrNull(), CitationOrNull(c)));
        var statements = Group<StatementRow, Statement>(c => new Statement(
            c.Word<StatementKind>(), c.StringOrNull(), c.Text(), c.TextOrNull(), Citation(c)));
        var milestones = Group<MilestoneRow, Milestone>(c => new Milestone(
            c.Text(), c.DateOrNull(), c.DateOrNull(), c.Bool(), c.TextOrNull(), CitationOrNull(c)));
        var revisions = ReadRevisions();
        var (ofPlans, ofElements) = (new Parts(), new Parts());
        var beside = Beside(() =>
        {
            ReadAssessments(ofPlans.Assessments, ofElements.Assessments);
            ReadTags(ofPlans.Tags, ofElements.Tags);
            return ReadResponsibilities();
        });
        Groups<PlanElement> elements;
        try
        {
            ReadParts(ofPlans, ofElements);
            elements = ReadElements(ofElements, beside);
        }
        finally
        {
            // Whoever opened the connections closes them next.
            ((IAsyncResult)beside).AsyncWaitHandle.WaitOne();
        }

        var plans = new List<Plan>();
        foreach (var (c, id) in Rows<PlanRow>())
        {
            plans.Add(new Plan
            {
                Id = c.String(), Municipality = _municipalities[c.Int() - 1],
                Kind = c.Word<PlanKind>(), Status = c.Word<PlanStatus>(), Coverage = c.Word<Coverage>(),
                Title = c.Text(), TitleAsPrinted = c.StringOrNull(), Officeholder = c.StringOrNull(),
                Period = (c.DateOrNull(), c.DateOrNull()) is ({ } start, { } end) ? new Period(start, end) : null,
                Note = c.TextOrNull(),
                Levels = levels[id], Documents = documents[id], RatingScales = scales[id], AggregationRules = rules[id],
                Departments = departments[id], Statements = statements[id], Revisions = revisions[id], Milestones = milestones[id],
                Assessments = ofPlans.Assessments[id], Indicators = ofPlans.Indicators[id], Money = ofPlans.Money[id],
                Tags = ofPlans.Tags[id],
                Citations = citations[id], Elements = elements[id],
            });
        }

        return plans;
    }

    /// <summary>At the same time, where there is a connection for it; else at once.</summary>
    private Task<T> Beside<T>(Func<T> read) => openBeside is not null ? Task.Run(read) : Task.FromResult(read());

    private Groups<PlanLevel> ReadLevels()
    {
        var levels = new Groups<PlanLevel>();
        foreach (var (c, _) in Rows<PlanLevelRow>())
        {
            var plan = c.Int();
            var level = new PlanLevel(c.Int(), c.Word<ElementRole>(), c.String());
            _levels.Add(level);
            levels.Add(plan, level);
        }

        return levels;
    }

    private Groups<RatingScale> ReadScales()
    {
        var levels = Group<RatingScaleLevelRow, string>(c => c.String());
        var values = Group<RatingValueRow, RatingValue>(c => new RatingValue(
            c.String(), c.Word<RatingClass>(), c.DoubleOrNull(), c.DoubleOrNull(), c.DoubleOrNull(), c.TextOrNull()));
        var scales = new Groups<RatingScale>();
        foreach (var (c, id) in Rows<RatingScaleRow>())
        {
            var plan = c.Int();
            var scale = new RatingScale
            {
                Id = c.String(), Name = c.Text(), Minimum = c.DoubleOrNull(), Maximum = c.DoubleOrNull(), PercentPerPoint = c.DoubleOrNull(),
                Axis = c.StringOrNull(), Levels = levels[id], Values = values[id],
            };
            _scales.Add(scale);
            scales.Add(plan, scale);
        }

        return scales;
    }

    private Groups<Revision> ReadRevisions()
    {
        var kept = Group<RevisionKeptRow, Text>(c => c.Text());
        var others = Group<ChangeOtherRow, string>(c => c.String());
        var tallies = Group<ChangeTallyRow, ChangeTally>(c => new ChangeTally(
            c.Word<ChangeKind>(), c.WordOrNull<IndicatorKind>(), c.TextOrNull(), c.Int(), Citation(c)));
        var changes = new Groups<Change>();
        foreach (var (c, id) in Rows<ChangeRow>())
        {
            changes.Add(c.Int(), new Change(
                c.Word<ChangeKind>(), c.StringOrNull(), c.StringOrNull(), others[id], c.Text(),
                c.TextOrNull(), c.TextOrNull(), c.TextOrNull(), Citation(c)));
        }

        var revisions = new Groups<Revision>();
        foreach (var (c, id) in Rows<RevisionRow>())
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
