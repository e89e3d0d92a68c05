using System.Globalization;
using static StrategyGraph.Plans.Auditing.Wording;

namespace StrategyGraph.Plans.Auditing.Rules;

/// <summary>
/// What a source cannot have known: ratings and actual values of periods that end after its date of issue (unless it calls
/// them forecasts), steps that it calls done and that begin after it; and a revision that takes effect after the plan has ended.
/// </summary>
internal static class ImpossibleDates
{
    public static IEnumerable<Finding> Find(AuditedPlan audited) => [.. OfFigures(audited), .. OfMilestones(audited), .. OfRevisions(audited)];

    private static IEnumerable<Finding> OfFigures(AuditedPlan audited)
    {
        var ratings = audited.Tree.Nodes.SelectMany(node => node.Assessments)
            .Where(rating => rating is { Forecast: false, Missing: null }).Select(rating => (rating.Period, Cited: rating.Citation));
        var actuals = audited.Indicators.SelectMany(pair => pair.Indicator.Observations)
            .Where(value => value is { Kind: ObservationKind.Actual, Missing: null, Citation: not null }).Select(value => (value.Period, Cited: value.Citation!));

        // One finding a source: a wrong date of issue must not be told at each of its figures.
        foreach (var figures in ratings.Concat(actuals).Where(figure => figure.Period.Span.End > LastDay(figure.Cited.Document)).GroupBy(figure => figure.Cited.Document))
        {
            var (latest, count) = (figures.MaxBy(figure => figure.Period.Span.End), figures.Count());
            yield return audited.Finding(
                FindingKind.DateConflict, Severity.Warning, null, $"figures/{figures.Key.Id}", [latest.Cited], $"≤ {figures.Key.IssuedText}", Day(latest.Period.Span.End),
                language => language is Language.Ja
                    ? $"資料「{figures.Key.Title}」の発行は{figures.Key.IssuedText}だが、それより後（{Day(latest.Period.Span.End)}まで）に終わる期間の実績が{count}件ある。見込みか、日付の誤りか。"
                    : $"The source “{figures.Key.Title}” was issued {figures.Key.IssuedText} and prints {count} figures of periods that end later (up to {Day(latest.Period.Span.End)}): forecasts, or a wrong date.");
        }
    }

    private static IEnumerable<Finding> OfMilestones(AuditedPlan audited)
    {
        foreach (var milestone in audited.Plan.Milestones.Where(milestone => milestone.Done))
        {
            var begins = milestone.Start ?? (milestone.End is { } end ? new DateOnly(end.Year, end.Month, 1) : null);
            if (milestone.Citation is not { } cited || !(begins > LastDay(cited.Document))) continue;
            yield return audited.Finding(
                FindingKind.DateConflict, Severity.Warning, null, $"milestone/{milestone.Title.In(Language.Ja)}", [cited], $"≤ {cited.Document.IssuedText}", Day(begins.Value),
                language => language is Language.Ja
                    ? $"{Name(null, milestone.Title, language)}は済みとあるが、始まりの{Day(begins.Value)}は資料の発行（{cited.Document.IssuedText}）より後。"
                    : $"{Name(null, milestone.Title, language)} is called done and begins on {Day(begins.Value)}, after the source was issued ({cited.Document.IssuedText}).");
        }
    }

    private static IEnumerable<Finding> OfRevisions(AuditedPlan audited)
    {
        foreach (var revision in audited.Plan.Revisions)
        {
            if (audited.Plan.Period is not { } period || (revision.Effective ?? revision.Date) is not { } day || day <= period.End) continue;
            yield return audited.Finding(
                FindingKind.DateConflict, Severity.Warning, null, $"revision/{revision.Id}", [revision.Citation], $"≤ {Day(period.End)}", Day(day),
                language => language is Language.Ja
                    ? $"「{revision.Title.In(language)}」は{Day(day)}からとあるが、計画は{Day(period.End)}で終わっている。"
                    : $"“{revision.Title.In(language)}” takes effect on {Day(day)}, after the plan has ended on {Day(period.End)}.", revision: revision);
        }
    }

    /// <summary>The last day that a date of issue can mean: of a month or year its last; null where there is none.</summary>
    private static DateOnly? LastDay(SourceDocument document) => (document.Issued, document.IssuedText?.Split('-').Length) switch
    {
        (null, _) => null,
        ({ } day, 1) => new DateOnly(day.Year, 12, 31),
        ({ } day, 2) => new DateOnly(day.Year, day.Month, CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(day.Year, day.Month)),
        ({ } day, _) => day,
    };
}
