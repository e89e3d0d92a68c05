using System.Globalization;
using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>The facts that a plan in the catalogue claims its document prints, at the places that it cites.</summary>
internal static partial class PlanFacts
{
    public static IEnumerable<Fact> Of(Plan plan) =>
    [
        .. OfDocument(plan.Documents[0]),
        .. plan.Period is { } period ? [new Fact(plan.Citations[^1].Locator, "period", $"{Day(period.Start)}/{Day(period.End)}")] : Array.Empty<Fact>(),
        .. plan.Assessments.Select(OfAssessment),
        .. plan.Statements.SelectMany(OfStatement),
        .. plan.Elements.SelectMany(OfElement),
        .. plan.Revisions.SelectMany(revision => RevisionFacts.Of(plan, revision)),
        .. plan.Milestones.SelectMany(OfMilestone),
    ];

    public static IEnumerable<Fact> Of(Framework framework) =>
        framework.Goals.Select(goal => Titled(goal.Citation!.Locator, "national goal", goal.Title, goal.TitleAsPrinted));

    private static IEnumerable<Fact> OfDocument(SourceDocument document)
    {
        yield return Titled("document", "title", new Text(document.Title, null), null);
        if (document.IssuedText is { } issued) yield return new Fact("document", "issued", issued);
    }

    private static IEnumerable<Fact> OfStatement(Statement statement)
    {
        var place = statement.Citation.Locator;
        var text = statement.Text!.Ja!;
        yield return Titled(place, "statement", statement.Title, null);
        if (statement.Label is { } label) yield return new Fact(place, "label", label);
        yield return new Fact(place, "text", Wording.FiguresAndNames(text));
        if (Bullet().Count(text) is > 0 and var bullets) yield return new Fact(place, "bullets", $"{bullets}");
    }

    private static IEnumerable<Fact> OfElement(PlanElement element)
    {
        var kind = element.Level.Role.ToString().ToLowerInvariant();
        foreach (var place in element.Citations.Select(citation => citation.Locator))
        {
            yield return Titled(place, kind, element.Title, element.TitleAsPrinted);
            if (element.Label is { } label) yield return new Fact(place, "label", label);
            if (element.Subtitle is { } subtitle) yield return Titled(place, "subtitle", subtitle, null);
            if (element.Summary is { } summary) yield return new Fact(place, "summary", Wording.FiguresAndNames(summary.Ja!));
            if (element.IntroducedBy is not null) yield return new Fact(place, "review", "added");
            if (element.EndedBy is not null) yield return new Fact(place, "review", "ended");
        }

        foreach (var responsibility in element.Departments)
            yield return new Fact(element.Citations[0].Locator, "department", responsibility.Department.Name);
        foreach (var fact in element.Assessments.Select(OfAssessment)) yield return fact;
        foreach (var activity in element.Activities)
            yield return new Fact(activity.Citation.Locator, "activity", $"FY{activity.FiscalYear} {Wording.FiguresAndNames(activity.Text.Ja!)}".Trim());
        foreach (var indicator in element.Indicators)
            yield return new Fact(indicator.Citations[0].Locator, "indicator", $"{EnumNames<IndicatorKind>.Of(indicator.Kind)} {Wording.Plain(indicator.Name.Ja!)}");
        foreach (var fact in element.Children.SelectMany(OfElement)) yield return fact;
    }

    private static IEnumerable<Fact> OfMilestone(Milestone milestone)
    {
        var place = milestone.Citation!.Locator;
        yield return Titled(place, "milestone", milestone.Title, null);
        yield return new Fact(place, "months", $"{milestone.Start:yyyy-MM}/{milestone.End:yyyy-MM}{(milestone.Done ? " done" : "")}");
        if (milestone.Start == milestone.End) yield return new Fact(place, "day", Day(milestone.Start!.Value));
        // Other notes are the editor's.
        if (milestone.Note is { Ja: ['※', ..] note }) yield return new Fact(place, "note", Wording.FiguresAndNames(note));
    }

    private static Fact OfAssessment(Assessment assessment) =>
        new(assessment.Citation.Locator, $"FY{FiscalYear.Containing(assessment.Period.Span.Start)}", assessment.Missing is null ? assessment.Value : Fact.NotPrinted);

    /// <summary>A title in （ ） says what the thing is whose own title the source does not show.</summary>
    public static Fact Titled(string place, string kind, Text title, string? asPrinted) => title.Ja is ['（', .., '）']
        ? new Fact(place, kind, Fact.NotPrinted)
        : new Fact(place, kind, Wording.Plain(title.Ja!), asPrinted ?? title.Ja!);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("^・", RegexOptions.Multiline)]
    private static partial Regex Bullet();
}
