using System.Text;
using StrategyGraph.Plans.Inference;

namespace StrategyGraph.Plans.Tests.Inference;

/// <summary>Holds the inferring rules against what editors assigned to the measures of the real plans.</summary>
internal sealed class InferenceReport(Holdings holdings)
{
    private static readonly double[] Confidences = [InferredTags.Threshold, 0.6, 0.7, 0.8, 0.9];
    private static readonly double[] LinkConfidences = [InferredLinks.Threshold, 0.5, 0.6, 0.7];

    public Accuracy GoalsOfAll() => GoalsOfAll(atLeast: 0);

    private Accuracy GoalsOfAll(double atLeast) => Accuracy.Sum(holdings.Plans.Select(plan => Goals(plan, SubjectWords.OfSdgs, atLeast)));

    /// <summary>Each plan with the words that a table would have if it had been written without that plan.</summary>
    public Accuracy GoalsOfAllLeftOut() => Accuracy.Sum(holdings.Plans.Select(plan => Goals(plan, WordsWithout(plan))));

    /// <summary>Between measures of different plans; a pair once, in whichever direction and of whatever kind the editors linked it.</summary>
    public Accuracy Links(double atLeast = InferredLinks.Threshold)
    {
        var measures = holdings.Plans.SelectMany(plan => Seeds.MeasuresOf(plan).Select(measure => (Plan: plan, Measure: measure))).ToArray();
        var ids = measures.Select(one => Id(one.Plan, one.Measure)).ToHashSet(StringComparer.Ordinal);
        var assigned = measures
            .SelectMany(one => one.Measure.Links.Where(link => ids.Contains(link.To)).Select(link => Pair(Id(one.Plan, one.Measure), link.To)))
            .ToHashSet();
        var rule = new InferredLinks(holdings.Plans);
        var proposed =
            from one in measures
            from link in rule.Of(one.Measure)
            where link.Confidence >= atLeast
            select Pair(Id(one.Plan, one.Measure), link.To);
        return Accuracy.Of(proposed.ToHashSet(), assigned);

        static string Id(Plan plan, PlanElement measure) => $"{plan.Id}/{measure.Id}";
        static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
    }

    public string Write()
    {
        var text = new StringBuilder(
            """
            # How often the inferring rules are right

            The rules of `src/StrategyGraph.Plans/Inference` propose SDG tags from the words of an element's title, subtitle and summary, and links between measures of one subject from their titles and from targets that both speak of. They are held here against what editors assigned to the measures of the plans in `seeds`. *Precision* is the share of the proposals that the editors assigned too, *recall* the share of what they assigned that is proposed.

            The table of words (`sdg-words.tsv`) was written for municipal plans in general, by people who had read these plans, and was mended once after a look at what it got wrong, so the figures flatter it. *Left out* is the lower bound: each plan is judged without the words that, of these plans, it alone has.

            What a rule proposes is a reason to look, not a finding: an editor's tag rests on what the measure does, the rule's on what it is called.

            ## SDG goals of measures

            A target counts as its goal.

            | plan | proposed | assigned | both | precision | recall | left out: precision | recall |
            |---|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var plan in holdings.Plans) Row(plan.Id, Goals(plan, SubjectWords.OfSdgs), Goals(plan, WordsWithout(plan)));
        Row("all", GoalsOfAll(), GoalsOfAllLeftOut());

        text.Append(
            """

            Proposals at least as sure as:

            | confidence | proposed | assigned | both | precision | recall |
            |---|---:|---:|---:|---:|---:|

            """);
        foreach (var confidence in Confidences) text.Append(Line($"{confidence:0.0#} | {GoalsOfAll(confidence).Cells}"));

        text.Append(
            """

            By the exact goal or target, all plans:

            | proposed | assigned | both | precision | recall |
            |---:|---:|---:|---:|---:|

            """);
        text.Append(Line($"{Accuracy.Sum(holdings.Plans.Select(plan => Tags(plan, SubjectWords.OfSdgs, code => code, 0))).Cells}"));

        text.Append(
            """

            ## Links between measures of different plans

            A pair counts once, whatever the kind of the editors' link.

            | confidence | proposed | assigned | both | precision | recall |
            |---|---:|---:|---:|---:|---:|

            """);
        foreach (var confidence in LinkConfidences) text.Append(Line($"{confidence:0.0#} | {Links(confidence).Cells}"));
        return text.ToString();

        void Row(string name, Accuracy all, Accuracy leftOut) =>
            text.Append(Line($"{name} | {all.Cells} | {leftOut.Precision:0.00} | {leftOut.Recall:0.00}"));

        static string Line(FormattableString cells) => $"| {FormattableString.Invariant(cells)} |\n";
    }

    /// <summary>By goal: a target counts as its goal, each goal once a measure.</summary>
    private static Accuracy Goals(Plan plan, SubjectWords words, double atLeast = 0) => Tags(plan, words, InferredTags.GoalOf, atLeast);

    private static Accuracy Tags(Plan plan, SubjectWords words, Func<string, string> level, double atLeast) => Accuracy.Sum(Seeds.MeasuresOf(plan).Select(measure => Accuracy.Of(
        InferredTags.Of(measure, words).Where(tag => tag.Confidence >= atLeast).Select(tag => level(tag.Code)).ToHashSet(StringComparer.Ordinal),
        measure.Tags.Where(tag => tag.Framework == InferredTags.Framework).Select(tag => level(tag.Code)).ToHashSet(StringComparer.Ordinal))));

    private SubjectWords WordsWithout(Plan plan)
    {
        var here = WordsIn([plan]);
        here.ExceptWith(WordsIn(holdings.Plans.Where(other => other != plan)));
        return SubjectWords.OfSdgs.Where(word => !here.Contains(word.Text));
    }

    private static HashSet<string> WordsIn(IEnumerable<Plan> plans) =>
    [
        .. from measure in plans.SelectMany(Seeds.MeasuresOf)
           from text in new[] { measure.Title, measure.Subtitle, measure.Summary }
           from language in new[] { text?.Ja, text?.En }
           where language is not null
           from word in SubjectWords.OfSdgs.In(SubjectWords.Folded(language))
           select word.Text,
    ];
}
