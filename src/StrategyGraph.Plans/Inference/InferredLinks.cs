namespace StrategyGraph.Plans.Inference;

/// <summary>
/// Proposes that measures of different plans are of one subject, because their titles share words and their texts serve
/// one SDG target. Pure functions of the two elements: basis INFERRED, a confidence, and what they have in common.
/// How often the rule is right stands in <c>docs/inference.md</c>.
/// </summary>
public static class InferredLinks
{
    /// <summary>What is less sure than this is not proposed.</summary>
    public const double Threshold = 0.4;

    /// <summary>How much a target that both seem to serve counts beside their titles.</summary>
    private const double OfTargets = 0.5;

    /// <summary>
    /// The SAME_SUBJECT links from a measure to the measures of other plans, the surest first. A few microseconds for each
    /// of these: give it the plans that are compared, not the whole catalogue.
    /// </summary>
    public static IReadOnlyList<Link> Of(PlanElement measure, IEnumerable<Plan> others) =>
    [
        .. from plan in others
           from other in MeasuresUnder(plan.Elements)
           let link = Between(measure, plan, other)
           where link is not null
           orderby link.Confidence descending
           select link,
    ];

    /// <summary>The link from a measure to another plan's; null where the rule sees too little in common.</summary>
    public static Link? Between(PlanElement measure, Plan plan, PlanElement other)
    {
        var titles = TitleSimilarity.Of(measure.Title, other.Title);
        var theirs = InferredTags.Of(other);
        var targets = InferredTags.Of(measure).Where(tag => tag.Code.Contains('.', StringComparison.Ordinal))
            .Select(tag => (tag.Code, Confidence: Math.Min(tag.Confidence!.Value, theirs.FirstOrDefault(their => their.Code == tag.Code)?.Confidence ?? 0)))
            .Where(target => target.Confidence > 0).ToArray();

        var doubt = targets.Aggregate(1 - titles.Cosine, (left, target) => left * (1 - target.Confidence * OfTargets));
        var confidence = Math.Round(1 - doubt, 2);
        if (confidence < Threshold) return null;

        string[] ja = [.. titles.Shared.Select(word => $"「{word}」"), .. targets.Select(target => $"SDGsの{target.Code}")];
        string[] en = [.. titles.Shared.Select(word => $"“{word}”"), .. targets.Select(target => $"SDG target {target.Code}")];
        var rationale = new Text($"{string.Join('、', ja)}が共通するため。", $"They share {string.Join(", ", en)}.");
        return new Link($"{plan.Id}/{other.Id}", LinkKind.SameSubject, TagBasis.Inferred, rationale, confidence, Citation: null);
    }

    private static IEnumerable<PlanElement> MeasuresUnder(IReadOnlyList<PlanElement> elements) =>
        elements.SelectMany(element => element.Level.Role is ElementRole.Measure ? [element] : MeasuresUnder(element.Children));
}
