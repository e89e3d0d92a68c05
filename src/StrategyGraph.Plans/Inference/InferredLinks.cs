namespace StrategyGraph.Plans.Inference;

/// <summary>
/// Proposes that measures of different plans are of one subject, because their titles share words and their texts speak of
/// one SDG target: basis INFERRED, a confidence, and what they have in common. The same answer always, in both directions.
/// How often the rule is right stands in <c>docs/inference.md</c>.
/// </summary>
/// <remarks>
/// Made for the plans that are compared with each other, once: some ten microseconds a measure, and then about one for
/// each two that are held against each other. It is not for a whole catalogue.
/// </remarks>
public sealed class InferredLinks
{
    /// <summary>What is less sure than this is not proposed.</summary>
    public const double Threshold = 0.4;

    /// <summary>How much a target that both speak of counts beside their titles: alone it proposes only where both are sure of it.</summary>
    private const double OfTargets = 0.45;

    private readonly Dictionary<PlanElement, Subject> _subjects = new(ReferenceEqualityComparer.Instance);

    public InferredLinks(IEnumerable<Plan> plans)
    {
        foreach (var plan in plans)
        {
            foreach (var measure in MeasuresUnder(plan.Elements)) _subjects.Add(measure, new Subject(plan, measure, TitleParts.Of(measure.Title, plan.Municipality), TargetsOf(measure)));
        }
    }

    /// <summary>The SAME_SUBJECT links from a measure to measures of the other plans, the surest first.</summary>
    /// <exception cref="KeyNotFoundException">When it is no measure of these plans.</exception>
    public IReadOnlyList<Link> Of(PlanElement measure)
    {
        var subject = _subjects[measure];
        return
        [
            .. from other in _subjects.Values
               where other.Plan != subject.Plan
               let link = Between(subject, other)
               where link is not null
               orderby link.Confidence descending
               select link,
        ];
    }

    private static Link? Between(Subject one, Subject other)
    {
        var targets = one.Targets.Where(target => other.Targets.ContainsKey(target.Key)).Select(target => (target.Key, Confidence: Math.Min(target.Value, other.Targets[target.Key]))).ToArray();
        var doubt = targets.Aggregate(1 - one.Title.Cosine(other.Title), (left, target) => left * (1 - target.Confidence * OfTargets));
        var confidence = Math.Round(1 - doubt, 2);
        return confidence < Threshold ? null : new Link(
            $"{other.Plan.Id}/{other.Measure.Id}", LinkKind.SameSubject, TagBasis.Inferred, Rationale(one.Title.SharedWith(other.Title), targets.Select(target => target.Key)), confidence, Citation: null);
    }

    private static Text Rationale(IReadOnlyList<string> words, IEnumerable<string> targets)
    {
        string[] ja = [.. words.Select(word => $"「{word}」"), .. targets.Select(target => $"SDGsの{target}")];
        string[] en = [.. words.Select(word => $"“{word}”"), .. targets.Select(target => $"SDG target {target}")];
        return new Text($"{string.Join('、', ja)}が共通する。", $"They share {string.Join(", ", en)}.");
    }

    private static Dictionary<string, double> TargetsOf(PlanElement measure) =>
        InferredTags.Of(measure).Where(tag => tag.Code != InferredTags.GoalOf(tag.Code)).ToDictionary(tag => tag.Code, tag => tag.Confidence!.Value, StringComparer.Ordinal);

    private static IEnumerable<PlanElement> MeasuresUnder(IReadOnlyList<PlanElement> elements) =>
        elements.SelectMany(element => MeasuresUnder(element.Children).Concat(element.Level.Role is ElementRole.Measure ? [element] : []));

    /// <summary>What a measure is about, as far as its words tell: the parts of its title, and the targets with their confidence.</summary>
    private sealed record Subject(Plan Plan, PlanElement Measure, TitleParts Title, Dictionary<string, double> Targets);
}
