using StrategyGraph.Catalog;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

// What the contract asks of domain types beyond their own properties. One class a GraphQL type, in the contract's order.

internal static class StatementResolvers
{
    public static string Title(Statement statement, Language language) => statement.Title.In(language);
    public static string? Text(Statement statement, Language language) => statement.Text?.In(language);
}

internal static class ActivityResolvers
{
    public static string Text(Activity activity, Language language) => activity.Text.In(language);
}

internal static class MilestoneResolvers
{
    public static string Title(Milestone milestone, Language language) => milestone.Title.In(language);
    public static string? Note(Milestone milestone, Language language) => milestone.Note?.In(language);
}

internal static class ChangeTallyResolvers
{
    public static string? Reason(ChangeTally tally, Language language) => tally.Reason?.In(language);
}

internal static class AssessmentResolvers
{
    public static Rating Rating(Assessment assessment) => new(assessment.Scale, assessment.Value, assessment.Score);
    public static DateOnly AsOf(Assessment assessment) => assessment.Period.Span.End;
    public static PeriodKind PeriodKind(Assessment assessment) => assessment.Period.Kind;
    public static string? PeriodLabel(Assessment assessment) => assessment.Period.Label;
    public static string? Note(Assessment assessment, Language language) => assessment.Note?.In(language);
}

/// <summary>A place on a rating scale.</summary>
internal sealed record Rating(RatingScale Scale, string Value, double? Score);

internal static class RatingScaleResolvers
{
    public static string Name(RatingScale scale, Language language) => scale.Name.In(language);
    public static IEnumerable<string> Values(RatingScale scale) => scale.Values.Select(v => v.Label);
    public static IReadOnlyList<RatingValue> Labels(RatingScale scale) => scale.Values;
    public static double? Minimum(RatingScale scale) => scale.Minimum ?? scale.Values.Min(v => v.Score);
    public static double? Maximum(RatingScale scale) => scale.Maximum ?? scale.Values.Max(v => v.Score);
}

internal static class RatingLabelResolvers
{
    public static string? Meaning(RatingValue label, Language language) => label.Meaning?.In(language);
}

internal static class AggregationRuleResolvers
{
    public static string Description(AggregationRule rule, Language language) => rule.Description?.In(language) ?? "";
}

internal static class SourceDocumentResolvers
{
    public static string Id(SourceDocument document) => GlobalId.Encode(nameof(SourceDocument), document.Id);
    public static string? Note(SourceDocument document, Language language) => document.Note?.In(language);
}

internal static class ReleaseResolvers
{
    /// <summary>A dozen hexadecimal digits tell any two releases apart that a catalogue will ever hold.</summary>
    public static string Id(Release release) => release.ContentHash[..12];
}
