using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Writing;

internal sealed partial class HoldingsWriter
{
    /// <summary>The numbers of what only one plan's rows refer to.</summary>
    private sealed class PlanNumbers
    {
        public required string Slug { get; init; }
        public required int Municipality { get; init; }
        public Dictionary<PlanLevel, int> Levels { get; } = [];
        public Dictionary<RatingScale, int> Scales { get; } = new(ReferenceEqualityComparer.Instance);
    }

    private void Write(Plan plan)
    {
        if (!_municipalities.TryGetValue(plan.Municipality.Code, out var municipality))
            throw Refused($"The plan {plan.Id} is of the municipality {plan.Municipality.Code}, which is not among the municipalities.");

        var id = Number<PlanRow>();
        var numbers = new PlanNumbers { Slug = plan.Id, Municipality = municipality };
        add(new PlanRow(
            id, plan.Id, municipality, plan.Kind, plan.Status, plan.Coverage,
            plan.Title.Ja, plan.Title.En, plan.TitleAsPrinted, plan.Officeholder, plan.Period?.Start, plan.Period?.End,
            Checked(plan.Note)?.Ja, plan.Note?.En));

        foreach (var document in plan.Documents) add(new PlanDocumentRow(Number<PlanDocumentRow>(), id, Document(document)));
        foreach (var department in plan.Departments) add(new PlanDepartmentRow(Number<PlanDepartmentRow>(), id, Department(department, municipality)));
        foreach (var level in plan.Levels)
        {
            var levelId = Number<PlanLevelRow>();
            numbers.Levels.TryAdd(level, levelId);
            add(new PlanLevelRow(levelId, id, level.Depth, level.Role, level.Term));
        }

        foreach (var scale in plan.RatingScales) Write(scale, id, numbers);
        foreach (var rule in plan.AggregationRules)
        {
            add(new AggregationRuleRow(
                Number<AggregationRuleRow>(), id, rule.Of, rule.Over, rule.Method, rule.Rounding, rule.Decimals, rule.Stated,
                Checked(rule.Description)?.Ja, rule.Description?.En, CitationOrNull(rule.Citation)));
        }

        foreach (var statement in plan.Statements)
        {
            add(new StatementRow(
                Number<StatementRow>(), id, statement.Kind, statement.Label, statement.Title.Ja, statement.Title.En,
                Checked(statement.Text)?.Ja, statement.Text?.En, Citation(statement.Citation)));
        }

        foreach (var revision in plan.Revisions) Write(revision, id);
        foreach (var milestone in plan.Milestones)
        {
            add(new MilestoneRow(
                Number<MilestoneRow>(), id, milestone.Title.Ja, milestone.Title.En, milestone.Start, milestone.End, milestone.Done,
                Checked(milestone.Note)?.Ja, milestone.Note?.En, CitationOrNull(milestone.Citation)));
        }

        foreach (var assessment in plan.Assessments) Write(assessment, id, null, numbers);
        foreach (var indicator in plan.Indicators) Write(indicator, id, null);
        foreach (var money in plan.Money) Write(money, id, null);
        foreach (var tag in plan.Tags) Write(tag, id, null, numbers);
        foreach (var citation in plan.Citations) add(new PlanCitationRow(Number<PlanCitationRow>(), id, Citation(citation)));
        WriteTree(plan, id, numbers);
    }

    private void Write(RatingScale scale, int plan, PlanNumbers numbers)
    {
        var id = Number<RatingScaleRow>();
        numbers.Scales.Add(scale, id);
        add(new RatingScaleRow(
            id, plan, scale.Id, scale.Name.Ja, scale.Name.En, scale.Minimum, scale.Maximum, scale.PercentPerPoint, scale.Axis));
        foreach (var term in scale.Levels) add(new RatingScaleLevelRow(Number<RatingScaleLevelRow>(), id, term));
        foreach (var value in scale.Values)
        {
            add(new RatingValueRow(
                Number<RatingValueRow>(), id, value.Label, value.Class, value.Score, value.From, value.To, Checked(value.Meaning)?.Ja, value.Meaning?.En));
        }
    }

    private void Write(Revision revision, int plan)
    {
        var id = Number<RevisionRow>();
        add(new RevisionRow(
            id, plan, revision.Id, revision.Title.Ja, revision.Title.En, revision.Date, revision.Effective,
            Checked(revision.Reason)?.Ja, revision.Reason?.En, Citation(revision.Citation), Checked(revision.Note)?.Ja, revision.Note?.En));
        foreach (var kept in revision.Kept) add(new RevisionKeptRow(Number<RevisionKeptRow>(), id, kept.Ja, kept.En));
        foreach (var change in revision.Changes)
        {
            var changeId = Number<ChangeRow>();
            add(new ChangeRow(
                changeId, id, change.Kind, change.Element, change.Indicator, change.Title.Ja, change.Title.En,
                Checked(change.Before)?.Ja, change.Before?.En, Checked(change.After)?.Ja, change.After?.En, Checked(change.Reason)?.Ja, change.Reason?.En,
                Citation(change.Citation)));
            foreach (var other in change.Others) add(new ChangeOtherRow(Number<ChangeOtherRow>(), changeId, other));
        }

        foreach (var tally in revision.Tallies)
        {
            add(new ChangeTallyRow(
                Number<ChangeTallyRow>(), id, tally.Kind, tally.IndicatorKind, Checked(tally.Reason)?.Ja, tally.Reason?.En, tally.Count,
                Citation(tally.Citation)));
        }
    }
}
